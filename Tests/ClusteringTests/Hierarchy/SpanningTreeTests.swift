import Clustering
import Testing

@Suite struct SpanningTreeTests {
  @Test func `four points on a line are joined by their gaps`() throws {
    let tree = try SpanningTree(Points(rows: [[0], [10], [1], [4]]))
    #expect(tree.edges.map(\.a) == [0, 2, 1])
    #expect(tree.edges.map(\.b) == [2, 3, 3])
    #expect(tree.edges.map(\.weight) == [1, 3, 6])
    #expect(tree.coreDistances == [0, 0, 0, 0])
  }

  @Test func `with core distances a sparse point is far from everyone`() throws {
    let tree = try SpanningTree(Points(rows: [[0], [10], [1], [4]]), minSamples: 2)
    #expect(tree.coreDistances == [4, 9, 3, 4])
    #expect(tree.edges.map(\.weight) == [4, 4, 9])
    // Rows 0, 2 and 3 are at 4 from each other; of equal edges the lower rows come first.
    #expect(tree.edges.map(\.a) == [0, 0, 1])
    #expect(tree.edges.map(\.b) == [2, 3, 2])
  }

  @Test func `its merges are those of single linkage`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, dimensions: 1 + Int(seed % 3))
      let tree = try SpanningTree(points).dendrogram
      let expected = try Agglomerative(linkage: .single).fit(points)
      #expect(tree.merges == expected.merges, "seed \(seed)")
    }
  }

  @Test func `one point has no edges`() throws {
    for minSamples in [0, 1, 5] {
      let tree = try SpanningTree(Points(rows: [[3, 4]]), minSamples: minSamples)
      #expect(tree.edges.isEmpty)
      #expect(tree.coreDistances == [0])
      #expect(tree.dendrogram.merges.isEmpty)
    }
  }

  @Test func `parameters are checked, and a search can be stopped`() throws {
    let points = try Points(rows: [[0], [1]])
    #expect(throws: ClusteringError.self) { try SpanningTree(points, minSamples: -1) }
    #expect(throws: ClusteringError.self) { try SpanningTree(points, threads: 0) }
    #expect(throws: ClusteringError.noPoints) { try SpanningTree(Points([], dimensions: 2)) }
    #expect(throws: ClusteringError.cancelled) { try SpanningTree(points) { _ in false } }
  }
}
