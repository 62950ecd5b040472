// The plain algorithm: merge the two nearest clusters, and look again.
//
// After a merge the distances from the new cluster follow from those of its halves, so no
// point is looked at again (Lance and Williams 1967, https://doi.org/10.1093/comjnl/9.4.373).
// For each cluster its nearest later one is kept in mind, and only looked for again when a
// merge took it away (Müllner 2011, https://arxiv.org/abs/1109.2378, the generic algorithm).

/// The tree so far, merge by merge.
public struct AgglomerativeStates: Sequence, Sendable {
  let parameters: Agglomerative
  let points: Points

  /// Starts with every point alone.
  public func makeIterator() -> Iterator {
    Iterator(parameters: parameters, points: points)
  }

  /// The merging between two steps.
  public struct Iterator: IteratorProtocol {
    let linkage: Agglomerative.Linkage
    let pointCount: Int
    var merges: [Dendrogram.Merge] = []

    /// Between the clusters that are left. Each stands at the place of one of its points.
    var distances: PairDistances
    /// The places still in use, ascending.
    var places: [Int]
    /// The name of the cluster at each place, as in `Dendrogram.Merge`, and its size.
    var name: [Int]
    var size: [Int]
    /// For each place the nearest place after it, and how far that is.
    var nearest: [Int]
    var nearestDistance: [Double]
    private var isFirst = true

    init(parameters: Agglomerative, points: Points) {
      linkage = parameters.linkage
      pointCount = points.count
      distances = PairDistances(points, distance: parameters.distance)
      places = Array(0..<points.count)
      name = places
      size = Array(repeating: 1, count: points.count)
      nearest = places
      nearestDistance = Array(repeating: .infinity, count: points.count)
      for rank in places { findNearest(rank: rank) }
    }

    /// The next state, or nil after the last merge.
    public mutating func next() -> Dendrogram? {
      if isFirst {
        isFirst = false
        return dendrogram
      }
      return advance() ? dendrogram : nil
    }

    var dendrogram: Dendrogram { Dendrogram(pointCount: pointCount, merges: merges) }
  }
}

// MARK: - Merging

extension AgglomerativeStates.Iterator {
  /// Merges the two nearest clusters; false when only one is left.
  mutating func advance() -> Bool {
    guard let kept = places.dropLast().min(by: { nearestDistance[$0] < nearestDistance[$1] })
    else { return false }
    let gone = nearest[kept]
    // A merge cannot lie below the one before; rounding in the last digits would have it so.
    let height = max(nearestDistance[kept], merges.last?.height ?? 0)
    merges.append(
      Dendrogram.Merge(
        a: min(name[kept], name[gone]), b: max(name[kept], name[gone]), height: height,
        size: size[kept] + size[gone]))
    updateDistances(kept: kept, gone: gone)
    places.removeAll { $0 == gone }
    name[kept] = pointCount + merges.count - 1
    size[kept] += size[gone]
    updateNearest(kept: kept, gone: gone)
    return true
  }

  /// The distances to the merged cluster, which stays at the place `kept`.
  private mutating func updateDistances(kept a: Int, gone b: Int) {
    let ab = distances[a, b]
    for other in places where other != a && other != b {
      distances[a, other] = linkage.merged(
        distances[a, other], distances[b, other], between: ab,
        sizes: (size[a], size[b], size[other]))
    }
  }

  /// Puts the nearest later places right after a merge.
  private mutating func updateNearest(kept: Int, gone: Int) {
    for (rank, place) in places.enumerated() {
      if place == kept || nearest[place] == kept || nearest[place] == gone {
        findNearest(rank: rank)
      } else if place < kept, distances[place, kept] < nearestDistance[place] {
        nearest[place] = kept
        nearestDistance[place] = distances[place, kept]
      }
    }
  }

  /// Finds the nearest of the places after the one of this rank; the lowest on a tie.
  private mutating func findNearest(rank: Int) {
    let place = places[rank]
    nearestDistance[place] = .infinity
    for other in places[(rank + 1)...] where distances[place, other] < nearestDistance[place] {
      nearest[place] = other
      nearestDistance[place] = distances[place, other]
    }
  }
}

extension Agglomerative.Linkage {
  /// The distance from a cluster C to the union of A and B (Lance and Williams), given those
  /// of A to C, of B to C and of A to B, and the sizes of A, B and C.
  func merged(
    _ ac: Double, _ bc: Double, between ab: Double, sizes: (a: Int, b: Int, c: Int)
  ) -> Double {
    let (a, b, c) = (Double(sizes.a), Double(sizes.b), Double(sizes.c))
    switch self {
    case .single:
      return min(ac, bc)
    case .complete:
      return max(ac, bc)
    case .average:
      return (a * ac + b * bc) / (a + b)
    case .ward:
      let square = ((a + c) * ac * ac + (b + c) * bc * bc - c * ab * ab) / (a + b + c)
      return max(0, square).squareRoot()
    }
  }
}
