// The fast ways of `fit` against the plain algorithm of `states`.

import Clustering
import Testing

@Suite struct FastLinkageTests {
  @Test(arguments: Agglomerative.Linkage.allCases)
  func `where distances differ, the tree is that of the plain algorithm`(
    linkage: Agglomerative.Linkage
  ) throws {
    for seed in 0..<12 as Range<UInt64> {
      for (n, d) in [(2, 1), (3, 2), (9, 1), (17, 20), (64, 3), (65, 2), (150, 5)] {
        let points = try scattered(n, d, seed: seed)
        try expectPlainTree(points, Agglomerative(linkage: linkage), "seed \(seed), \(n) × \(d)")
      }
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `far apart or tiny, far from the origin, or in a row that merges one by one`(
    linkage: Agglomerative.Linkage
  ) throws {
    let points = try scattered(70, 3, seed: 8)
    for scale in [1e-12, 1e12, 1e130] {
      let scaled = try Points(points.values.map { $0 * scale }, dimensions: 3)
      try expectPlainTree(scaled, Agglomerative(linkage: linkage), "scale \(scale)")
    }
    let far = try Points(points.values.map { $0 + 1e8 }, dimensions: 3)
    try expectPlainTree(far, Agglomerative(linkage: linkage), "far from the origin")
    var position = 1.0
    let row = try Points(
      (0..<150).map { _ in
        position *= 1.25
        return position
      }, dimensions: 1)
    try expectPlainTree(row, Agglomerative(linkage: linkage), "one by one")
  }

  @Test(arguments: [Agglomerative.Linkage.single, .complete, .average], Distance.common)
  func `other distances`(linkage: Agglomerative.Linkage, distance: Distance) throws {
    for seed in 0..<5 as Range<UInt64> {
      // Shifted to one side of 0: across it Canberra distances are tied.
      let points = try Points(
        try scattered(70, 4, seed: seed).values.map { $0 + 6 }, dimensions: 4)
      try expectPlainTree(
        points, Agglomerative(linkage: linkage, distance: distance), "seed \(seed)")
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `tied distances leave a choice, but every merge is one that the linkage allows`(
    linkage: Agglomerative.Linkage
  ) throws {
    for seed in 0..<6 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let points = try Points(
        (0..<160).map { _ in Double(generator.nextIndex(below: 5)) }, dimensions: 2)
      let tree = try Agglomerative(linkage: linkage).fitFast(points)
      let heights = tree.merges.map(\.height)
      #expect(heights == heights.sorted(), "seed \(seed)")
      var members = (0..<points.count).map { [$0] }
      for merge in tree.merges {
        let expected = linkageHeight(members[merge.a], members[merge.b], linkage, points)
        // A height may have been lifted to that of its halves by rounding.
        #expect((merge.height - expected).magnitude < 1e-12, "seed \(seed), \(merge)")
        members.append(members[merge.a] + members[merge.b])
        #expect(members[members.count - 1].count == merge.size)
      }
      #expect(members[members.count - 1].sorted() == Array(0..<points.count))
      guard linkage == .single else { continue }
      let plain = try #require(Array(try Agglomerative(linkage: .single).states(of: points)).last)
      #expect(heights == plain.merges.map(\.height), "seed \(seed)")
    }
  }

  @Test(arguments: Agglomerative.Linkage.allCases, try HardInput.all.get())
  func `a hard input has a whole tree`(linkage: Agglomerative.Linkage, input: HardInput) throws {
    try expectWholeTree(Agglomerative(linkage: linkage).fitFast(input.points), input.points, "")
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `coarse random inputs have whole trees`(linkage: Agglomerative.Linkage) throws {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let (n, d) = (1 + generator.nextIndex(below: 40), 1 + generator.nextIndex(below: 3))
      let (steps, unit) = (1 + generator.nextIndex(below: 9), [1e-200, 1, 1e139][Int(seed % 3)])
      let points = try Points(
        (0..<n * d).map { _ in Double(generator.nextIndex(below: steps) - 4) * unit },
        dimensions: d)
      let method = Agglomerative(linkage: linkage)
      try expectWholeTree(method.fitFast(points), points, "seed \(seed)")
    }
  }

  private func expectWholeTree(
    _ tree: Dendrogram, _ points: Points, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let heights = tree.merges.map(\.height)
    #expect(heights == heights.sorted(), "\(what)", sourceLocation: sourceLocation)
    #expect(
      heights.allSatisfy { $0 >= 0 && $0.isFinite }, "\(what)", sourceLocation: sourceLocation)
    #expect(
      tree.leafOrder.sorted() == Array(0..<points.count), "\(what)",
      sourceLocation: sourceLocation)
    #expect(
      tree.merges.count == points.count - 1 && tree.merges.last?.size ?? 1 == points.count,
      "\(what)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [Agglomerative.Linkage.complete, .average, .ward])
  func `equal points take no more rounds than others`(linkage: Agglomerative.Linkage) throws {
    let points = try Points(Array(repeating: [1.5, -2], count: 700).flatMap { $0 }, dimensions: 2)
    var rounds = 0
    let tree = try Agglomerative(linkage: linkage).fitFast(points) { _ in
      rounds += 1
      return true
    }
    #expect(tree.merges.allSatisfy { $0.height == 0 })
    #expect(rounds < 100)
  }

  @Test(arguments: Agglomerative.Linkage.allCases)
  func `the number of threads does not matter`(linkage: Agglomerative.Linkage) throws {
    let points = try scattered(400, 3, seed: 5)
    let one = try Agglomerative(linkage: linkage).fitFast(points)
    for threads in [2, 3] {
      #expect(try Agglomerative(linkage: linkage, threads: threads).fitFast(points) == one)
    }
  }

  @Test func `more points than a table of distances can hold are refused at once`() throws {
    let points = try Points(Array(repeating: 0, count: 50_001), dimensions: 1)
    let error = ClusteringError.tooManyPoints(50_001, largest: 50_000)
    #expect(throws: error) { try Agglomerative(linkage: .average).fit(points) }
    #expect(throws: error) { try Agglomerative(linkage: .ward).states(of: points) }
  }

  private func scattered(_ n: Int, _ d: Int, seed: UInt64) throws -> Points {
    var generator = SeededGenerator(seed: seed)
    return try Points((0..<n * d).map { _ in generator.nextGaussian() }, dimensions: d)
  }

  private func expectPlainTree(
    _ points: Points, _ method: Agglomerative, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let tree = try method.fitFast(points)
    let plain = try #require(Array(try method.states(of: points)).last)
    func names(_ tree: Dendrogram) -> [[Int]] { tree.merges.map { [$0.a, $0.b, $0.size] } }
    #expect(names(tree) == names(plain), "\(what)", sourceLocation: sourceLocation)
    let highest = plain.merges.last?.height ?? 0
    for (found, expected) in zip(tree.merges, plain.merges) {
      #expect(
        (found.height - expected.height).magnitude <= 1e-11 * highest, "\(what)",
        sourceLocation: sourceLocation)
    }
  }
}
