import Clustering
import Testing

@Suite struct DendrogramTests {
  @Test func `leaves stand so that no branches cross`() throws {
    let points = try Points(rows: [[6], [0], [4], [1]])
    #expect(try Agglomerative(linkage: .single).fit(points).leafOrder == [1, 3, 0, 2])
    for seed in 0..<10 as Range<UInt64> {
      let tree = try Agglomerative(linkage: .average).fit(blobs(seed: seed))
      let leaves = tree.leafOrder
      #expect(leaves.sorted() == Array(0..<tree.pointCount), "seed \(seed)")
      for k in 1...tree.pointCount {
        // The points of each cluster are one run of the leaves.
        let labels = try tree.labels(clusters: k)
        let runs = zip(leaves, leaves.dropFirst()).count { labels[$0] != labels[$1] } + 1
        #expect(runs == k, "seed \(seed)")
      }
    }
  }

  @Test func `an unfinished tree has its leaves as well`() throws {
    let points = try Points(rows: [[6], [0], [4], [1]])
    let states = Array(try Agglomerative(linkage: .single).states(of: points))
    #expect(
      states.map(\.leafOrder) == [[0, 1, 2, 3], [0, 2, 1, 3], [1, 3, 0, 2], [1, 3, 0, 2]])
  }

  @Test func `cophenetic correlation by its definition`() throws {
    for linkage in Agglomerative.Linkage.allCases {
      let points = try blobs(seed: 3, perGroup: 8)
      let tree = try Agglomerative(linkage: linkage).fit(points)
      let n = points.count
      let pairs = (0..<n).flatMap { i in (i + 1..<n).map { (i, $0) } }
      let distances = pairs.map { Distance.euclidean.between($0, $1, in: points) }
      let heights = try pairs.map { try height(joining: $0, $1, tree) }
      let found = try #require(try tree.copheneticCorrelation(points))
      #expect(isClose(found, correlation(distances, heights), tolerance: 1e-9), "\(linkage)")
    }
  }

  @Test func `where nothing varies there is no correlation`() throws {
    let equal = try Points(rows: [[1], [1], [1]])
    #expect(try Agglomerative(linkage: .ward).fit(equal).copheneticCorrelation(equal) == nil)
    let one = try Points(rows: [[1]])
    let tree = try Agglomerative(linkage: .ward).fit(one)
    #expect(try tree.copheneticCorrelation(one) == nil)
    #expect(throws: ClusteringError.labelCountMismatch(labels: 1, expected: 3)) {
      try tree.copheneticCorrelation(equal)
    }
  }

  private func height(joining i: Int, _ j: Int, _ tree: Dendrogram) throws -> Double {
    let k = try (1...tree.pointCount).last { k in
      let labels = try tree.labels(clusters: k)
      return labels[i] == labels[j]
    }
    return tree.merges[tree.pointCount - (try #require(k)) - 1].height
  }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let (dx, dy) = (x.map { $0 - mean(x) }, y.map { $0 - mean(y) })
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return product(dx, dy) / (product(dx, dx) * product(dy, dy)).squareRoot()
  }
}
