// The points as the hot loop reads them: neighbors side by side, in blocks of eight.
//
// A block can be passed over for every component that is far from all its eight points. In the
// order of the rows a block has points from everywhere, and that is rare; grouped by their
// nearest first mean, a block sees half as many components.

/// Points in an order and a layout for the E step.
struct MixturePoints: Sendable {
  /// The same points, grouped.
  let rows: Points
  let blocks: PointBlocks

  /// Groups the points by the nearest of k means (k × d); in a group the order stays.
  init(_ points: Points, near means: [Double]) {
    var groups = [[Int]](repeating: [], count: means.count / points.dimensions)
    for (i, nearest) in nearestCenters(of: points, centers: means).enumerated() {
      groups[nearest].append(i)
    }
    self.init(points.selecting(rows: groups.flatMap { $0 }))
  }

  /// The points in the order they have.
  init(_ points: Points) {
    rows = points
    blocks = PointBlocks(points)
  }
}
