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

  @Test func `all ways find the same edges, ties and last digits included`() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 3)
      let points = try unkindPoints(using: &generator)
      for minSamples in [0, 1, 2, 4, 9, 70] {
        let plain = try SpanningTree.prim(points, minSamples: minSamples)
        for threads in [1, 3] {
          let boruvka = try SpanningTree.boruvka(
            points, minSamples: minSamples, threads: threads)
          let blocks = try SpanningTree.primInBlocks(
            points, minSamples: minSamples, threads: threads)
          #expect(boruvka == plain, "seed \(seed), \(minSamples) samples, Borůvka")
          #expect(blocks == plain, "seed \(seed), \(minSamples) samples, blocks")
        }
      }
    }
  }

  /// Groups, grids, lines and piles of points, in 1 to 8 features, at all scales.
  private func unkindPoints(using generator: inout SeededGenerator) throws -> Points {
    let n = [1, 2, 3, 7, 8, 9, 33, 100, 150][generator.nextIndex(below: 9)]
    let d = 1 + generator.nextIndex(below: 8)
    let kind = generator.nextIndex(below: 4)
    let scale = [1, 1e-12, 1e12, 1e137][generator.nextIndex(below: 4)]
    let offset = generator.nextIndex(below: 3) == 0 ? 1e8 * scale / 1e7 : 0
    let values = (0..<n).flatMap { i in
      (0..<d).map { j -> Double in
        switch kind {
        case 0: generator.nextGaussian() + 4 * Double(i % 3)
        case 1: Double(generator.nextIndex(below: 4))
        case 2: Double(i) * Double(j + 1) / 8
        default: Double(generator.nextIndex(below: 2) * 3)
        }
      }
    }
    return try Points(values.map { ($0 + offset / scale) * scale / 4 }, dimensions: d)
  }

  @Test func `in few features every way finds the same edges of many leaves`() throws {
    for seed in 0..<6 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 4)
      let d = 1 + Int(seed % 3)
      // Even seeds: a grid, where nearly all distances are tied, with one corner far away.
      let points = try Points(
        (0..<333 * d).map { i in
          seed.isMultiple(of: 2)
            ? Double(generator.nextIndex(below: 12)) + (i < d ? 100 : 0)
            : generator.nextGaussian()
        }, dimensions: d)
      for minSamples in [0, 3, 70] {
        let plain = try SpanningTree.prim(points, minSamples: minSamples)
        let fast = try SpanningTree.boruvka(points, minSamples: minSamples, threads: 2)
        #expect(fast == plain, "seed \(seed), \(minSamples) samples")
      }
    }
  }

  @Test func `on any number of threads the tree is the same, its edges in order`() throws {
    var generator = SeededGenerator(seed: 1, stream: 5)
    let points = try Points(
      (0..<40_000).map { _ in generator.nextGaussian() }, dimensions: 2)
    for minSamples in [0, 5] {
      let tree = try SpanningTree(points, minSamples: minSamples)
      let again = try SpanningTree(points, minSamples: minSamples, threads: 3)
      #expect(again == tree, "\(minSamples) samples")
      #expect(zip(tree.edges, tree.edges.dropFirst()).allSatisfy { isBefore($0, $1) })
    }
  }

  private func isBefore(_ e: SpanningTree.Edge, _ f: SpanningTree.Edge) -> Bool {
    (e.weight, e.a, e.b) < (f.weight, f.a, f.b)
  }

  @Test func `two large piles take no longer than two points`() throws {
    let rows = (0..<20_000).map { [Double($0 % 2), 5] }
    for minSamples in [0, 5] {
      let tree = try SpanningTree(Points(rows: rows), minSamples: minSamples)
      #expect(tree.edges.count == 19_999)
      #expect(tree.edges.last == tree.edges.max { $0.weight < $1.weight })
      #expect(tree.edges.count { $0.weight == 0 } == 19_998)
      #expect(tree.edges.last?.a == 0 && tree.edges.last?.b == 1)
    }
  }

  @Test func `a search can be stopped on any of the ways`() throws {
    let points = try blobs(seed: 1)
    for minSamples in [0, 3] {
      for stop in [0, 1, 2] {
        var asked = 0
        func goesOn(_: FitProgress) -> Bool {
          asked += 1
          return asked <= stop
        }
        #expect(throws: ClusteringError.cancelled) {
          try SpanningTree.boruvka(points, minSamples: minSamples, threads: 1, while: goesOn)
        }
        asked = 0
        if stop == 0 {
          #expect(throws: ClusteringError.cancelled) {
            try SpanningTree.primInBlocks(
              points, minSamples: minSamples, threads: 1, while: goesOn)
          }
        }
      }
    }
  }
}
