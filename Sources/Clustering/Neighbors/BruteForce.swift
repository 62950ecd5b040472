// Neighbors, plainly: by measuring the distance to everyone.
//
// This is what a search is, and what `KDTree` has to agree with to the last digit. It is also
// the only way for distances that boxes say nothing about, such as the cosine.

/// Measures everyone, O(n · d) for each question.
package struct BruteForce: Sendable {
  let points: Points
  let distance: Distance

  package init(points: Points, distance: Distance) {
    self.points = points
    self.distance = distance
  }

  /// The k nearest rows, the nearest first; of equally near rows the lowest first.
  package func nearest(
    _ k: Int, of point: Span<Double>, excluding excluded: Int? = nil
  ) -> Neighbors {
    neighbors(everyone(from: point, excluding: excluded).sorted(by: precedes).prefix(k))
  }

  /// All rows at most `radius` away, the nearest first; of equally near rows the lowest first.
  package func within(
    _ radius: Double, of point: Span<Double>, excluding excluded: Int? = nil
  ) -> Neighbors {
    let bound = reduced?.bound(for: radius) ?? radius
    let near = everyone(from: point, excluding: excluded).filter { $0.reduced <= bound }
    return neighbors(near.sorted(by: precedes)[...])
  }
}

// MARK: - Measuring

extension BruteForce {
  private typealias Measured = (row: Int, reduced: Double)

  private var reduced: ReducedDistance? { ReducedDistance(distance) }

  private func everyone(from point: Span<Double>, excluding excluded: Int?) -> [Measured] {
    let d = points.dimensions
    let values = points.values.span
    let reduced = reduced
    var everyone: [Measured] = []
    everyone.reserveCapacity(points.count)
    for row in 0..<points.count where row != excluded {
      let other = values.extracting(row * d..<(row + 1) * d)
      everyone.append(
        (row, reduced?.between(point, other) ?? distance.between(point, other)))
    }
    return everyone
  }

  private func precedes(_ a: Measured, _ b: Measured) -> Bool {
    (a.reduced, a.row) < (b.reduced, b.row)
  }

  private func neighbors(_ found: ArraySlice<Measured>) -> Neighbors {
    Neighbors(
      rows: found.map(\.row),
      distances: found.map { reduced?.distance(from: $0.reduced) ?? $0.reduced })
  }
}
