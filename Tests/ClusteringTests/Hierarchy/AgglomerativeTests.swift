import Clustering
import Testing

@Suite struct AgglomerativeTests {
  @Test func `four points on a line`() throws {
    let points = try Points(rows: [[0], [1], [4], [6]])
    func tree(_ linkage: Agglomerative.Linkage) throws -> [String] {
      try Agglomerative(linkage: linkage).fit(points).merges.map {
        "\($0.a) \($0.b) \($0.height) \($0.size)"
      }
    }
    #expect(try tree(.single) == ["0 1 1.0 2", "2 3 2.0 2", "4 5 3.0 4"])
    #expect(try tree(.complete) == ["0 1 1.0 2", "2 3 2.0 2", "4 5 6.0 4"])
    #expect(try tree(.average) == ["0 1 1.0 2", "2 3 2.0 2", "4 5 4.5 4"])
    // The means 0.5 and 5 of two pairs: √(2 · 2 · 2 / 4) · 4.5.
    let ward = try Agglomerative(linkage: .ward).fit(points)
    #expect(isClose(ward.merges[2].height, 4.5 * Double(2).squareRoot()))
  }

  @Test func `a tree is cut by number or by height`() throws {
    let points = try Points(rows: [[6], [0], [1], [4]])
    let tree = try Agglomerative(linkage: .single).fit(points)
    #expect(try tree.labels(clusters: 1) == [0, 0, 0, 0])
    #expect(try tree.labels(clusters: 2) == [0, 1, 1, 0])
    #expect(try tree.labels(clusters: 3) == [0, 1, 1, 2])
    #expect(try tree.labels(clusters: 4) == [0, 1, 2, 3])
    #expect(tree.labels(below: 0.5) == [0, 1, 2, 3])
    #expect(tree.labels(below: 1) == [0, 1, 1, 2])
    #expect(tree.labels(below: 9) == [0, 0, 0, 0])
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 5, points: 4)) {
      try tree.labels(clusters: 5)
    }
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: 0, points: 4)) {
      try tree.labels(clusters: 0)
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `heights never fall, sizes add up, and every state has one merge more`(
    linkage: Agglomerative.Linkage
  ) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 12)
      let states = Array(try Agglomerative(linkage: linkage).states(of: points))
      let tree = try Agglomerative(linkage: linkage).fit(points)
      #expect(states.map(\.merges.count) == Array(0..<points.count))
      let heights = tree.merges.map(\.height)
      #expect(heights == heights.sorted(), "seed \(seed)")
      var sizes = Array(repeating: 1, count: points.count)
      for merge in tree.merges {
        #expect(merge.a < merge.b && merge.size == sizes[merge.a] + sizes[merge.b])
        sizes.append(merge.size)
      }
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `each height is the linkage of the two clusters, by its definition`(
    linkage: Agglomerative.Linkage
  ) throws {
    let points = try blobs(seed: 4, perGroup: 6, dimensions: 3)
    let tree = try Agglomerative(linkage: linkage).fit(points)
    var members = (0..<points.count).map { [$0] }
    for merge in tree.merges {
      let expected = linkageHeight(members[merge.a], members[merge.b], linkage, points)
      #expect(isClose(merge.height, expected), "\(merge)")
      members.append(members[merge.a] + members[merge.b])
    }
  }

  @Test func `the order of the points does not matter where distances differ`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      var generator = SeededGenerator(seed: seed)
      let order = generator.shuffled(Array(0..<points.count))
      for linkage in Agglomerative.Linkage.allCases {
        let labels = try Agglomerative(linkage: linkage).fit(points).labels(clusters: 4)
        let other = try Agglomerative(linkage: linkage).fit(points.selecting(rows: order))
        #expect(
          renumbered(order.map { labels[$0] }) == renumbered(try other.labels(clusters: 4)),
          "seed \(seed), \(linkage)")
      }
    }
  }

  @Test func `one point is a tree without merges, equal points merge at 0`() throws {
    let one = try Agglomerative(linkage: .ward).fit(Points(rows: [[1, 2]]))
    #expect(one.merges.isEmpty)
    #expect(try one.labels(clusters: 1) == [0])
    for linkage in Agglomerative.Linkage.allCases {
      let equal = try Points(rows: Array(repeating: [0.1, 0.7], count: 6))
      let tree = try Agglomerative(linkage: linkage).fit(equal)
      #expect(tree.merges.map(\.height) == [0, 0, 0, 0, 0])
    }
  }

  @Test func `Ward refuses other distances, and a fit can be stopped`() throws {
    let points = try Points(rows: [[0], [1]])
    #expect(throws: ClusteringError.wardNeedsEuclidean(given: .manhattan)) {
      try Agglomerative(linkage: .ward, distance: .manhattan).fit(points)
    }
    #expect(throws: ClusteringError.cancelled) {
      try Agglomerative(linkage: .single).fit(points) { _ in false }
    }
  }
}

/// The distance of two clusters, straight from the definition of the linkage.
func linkageHeight(
  _ a: [Int], _ b: [Int], _ linkage: Agglomerative.Linkage, _ points: Points
) -> Double {
  let distances = a.flatMap { i in b.map { Distance.euclidean.between(i, $0, in: points) } }
  switch linkage {
  case .single: return distances.min() ?? 0
  case .complete: return distances.max() ?? 0
  case .average: return distances.reduce(0, +) / Double(distances.count)
  case .ward:
    func mean(_ rows: [Int], _ j: Int) -> Double {
      rows.reduce(0) { $0 + points[$1, j] } / Double(rows.count)
    }
    let square = (0..<points.dimensions).reduce(0.0) { sum, j in
      sum + (mean(a, j) - mean(b, j)) * (mean(a, j) - mean(b, j))
    }
    let (na, nb) = (Double(a.count), Double(b.count))
    return (2 * na * nb / (na + nb) * square).squareRoot()
  }
}
