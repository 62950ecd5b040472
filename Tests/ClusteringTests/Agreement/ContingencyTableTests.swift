import Clustering
import Testing

@Suite struct ContingencyTableTests {
  @Test func `a table of two labelings, by hand`() throws {
    let table = try ContingencyTable([7, -1, 7, 7, -1], [0, 0, 2, 2, 0])
    #expect(table.rowLabels == [-1, 7])
    #expect(table.columnLabels == [0, 2])
    #expect(table.matrix == [[2, 0], [1, 2]])
    #expect(table.cells.count == 3)
    #expect(table.rowCounts == [2, 3])
    #expect(table.columnCounts == [3, 2])
    // Together in both: the two of -1 and 0, and the two of 7 and 2; each pair both ways.
    let pairs = table.pairConfusion
    #expect([pairs.neither, pairs.bOnly, pairs.aOnly, pairs.both] == [8, 4, 4, 4])
    #expect(table.rand == 0.6)
    #expect(isClose(table.fowlkesMallows, 0.5))
  }

  @Test func `counting in a table and by sorting are the same`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let n = 1 + generator.nextIndex(below: 300)
      let spread = 1 + generator.nextIndex(below: 40)
      let a = (0..<n).map { _ in generator.nextIndex(below: spread) - 20 }
      let b = (0..<n).map { _ in generator.nextIndex(below: 5) * 3 }
      #expect(countedDensely(a, b, threads: 1) == countedBySorting(a, b), "seed \(seed)")
    }
    let many = (0..<600_000).map { $0 % 7 }
    let other = (0..<600_000).map { $0 % 11 }
    let dense = countedDensely(many, other, threads: 3)
    #expect(dense == countedDensely(many, other, threads: 1))
    #expect(dense?.count == 77)
    #expect(dense?.reduce(0) { $0 + $1.count } == 600_000)
  }

  @Test func `labels far from 0 are counted as those near it`() throws {
    let (a, b) = ([0, 1, 0, 2, 2, 9], [4, 4, 0, 1, 1, 0])
    let pairs = try ContingencyTable(a, b).matrix
    for origin in [Int.min, Int.max - 10, Int.max / 2] {
      let (a, b) = (a.map { $0 + origin }, b.map { $0 + origin })
      #expect(countedDensely(a, b, threads: 1) == countedBySorting(a, b), "from \(origin)")
      #expect(try ContingencyTable(a, b).matrix == pairs, "from \(origin)")
    }
    #expect(try Agreement.adjustedRand([.min, .min], [0, 1]) == 0)
  }

  @Test func `labels of any size are counted`() throws {
    let table = try ContingencyTable([.min, .max, .min, 0], [.max, .max, .max, .min])
    #expect(table.rowLabels == [.min, 0, .max])
    #expect(table.columnLabels == [.min, .max])
    #expect(table.matrix == [[0, 2], [1, 0], [0, 1]])
    #expect(try ContingencyTable([.max], [.max]).matrix == [[1]])
  }

  @Test func `expected information is its definition`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let n = 2 + generator.nextIndex(below: 60)
      let table = try ContingencyTable(
        (0..<n).map { _ in generator.nextIndex(below: 4) },
        (0..<n).map { _ in generator.nextIndex(below: 3) })
      var expected = 0.0
      for a in table.rowCounts {
        for b in table.columnCounts { expected += expectedInformation(a, b, n) }
      }
      #expect(isClose(table.expectedMutualInformation, expected, tolerance: 1e-11), "seed \(seed)")
    }
  }

  /// Σ P(k) k/n log (n k / (a b)), each P(k) = C(a, k) C(n - a, b - k) / C(n, b) as a product.
  private func expectedInformation(_ a: Int, _ b: Int, _ n: Int) -> Double {
    func choose(_ n: Int, _ k: Int) -> Double {
      guard (0...n).contains(k) else { return 0 }
      return (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    return (1...min(a, b)).reduce(0.0) { sum, k in
      let chance = choose(a, k) * choose(n - a, b - k) / choose(n, b)
      let share = Double(k) / Double(n)
      return sum + chance * share * naturalLog(Double(n) * Double(k) / (Double(a) * Double(b)))
    }
  }

  @Test func `labels dealt at random have adjusted scores about 0`() throws {
    var generator = SeededGenerator(seed: 6)
    var (rand, information) = (0.0, 0.0)
    for _ in 0..<200 {
      let table = try ContingencyTable(
        (0..<50).map { _ in generator.nextIndex(below: 3) },
        (0..<50).map { _ in generator.nextIndex(below: 5) })
      rand += table.adjustedRand / 200
      information += table.adjustedMutualInformation() / 200
    }
    #expect(rand.magnitude < 0.01)
    #expect(information.magnitude < 0.01)
  }

  @Test func `every score is 1 for the same partition, and symmetric where it says so`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let a = (0..<40).map { _ in generator.nextIndex(below: 4) }
      let b = (0..<40).map { _ in generator.nextIndex(below: 3) }
      let same = try ContingencyTable(a, a.map { 9 - 3 * $0 })
      let (there, back) = (try ContingencyTable(a, b), try ContingencyTable(b, a))
      for score in [\ContingencyTable.rand, \.adjustedRand, \.fowlkesMallows] {
        #expect(isClose(same[keyPath: score], 1), "seed \(seed)")
        #expect(isClose(there[keyPath: score], back[keyPath: score]), "seed \(seed)")
      }
      #expect(isClose(there.homogeneity, back.completeness), "seed \(seed)")
      #expect(isClose(try same.vMeasure(), 1) && same.adjustedMutualInformation() == 1)
      #expect(isClose(try there.vMeasure(), there.normalizedMutualInformation(), tolerance: 1e-9))
      for normalization in Agreement.Normalization.allCases {
        #expect(
          isClose(
            there.adjustedMutualInformation(normalization),
            back.adjustedMutualInformation(normalization), tolerance: 1e-9), "seed \(seed)")
      }
    }
  }

  @Test func `one cluster, and every point alone`() throws {
    let (one, alone, halves) = ([0, 0, 0, 0], [0, 1, 2, 3], [0, 0, 1, 1])
    #expect(try ContingencyTable(one, one).adjustedMutualInformation() == 1)
    #expect(try ContingencyTable(alone, alone).adjustedMutualInformation() == 1)
    #expect(try ContingencyTable(one, halves).adjustedMutualInformation(.min) == 0)
    #expect(try ContingencyTable(halves, alone).adjustedMutualInformation() == 0)
    #expect(try ContingencyTable(alone, alone).fowlkesMallows == 0)
    #expect(try ContingencyTable(halves, alone).homogeneity == 1)
    #expect(try ContingencyTable(one, halves).vMeasure() == 0)
    #expect(try ContingencyTable(one, halves).vMeasure(beta: 0) == 0)
    #expect(try ContingencyTable(halves, alone).vMeasure(beta: 0) == 1)
    #expect(try ContingencyTable([5], [5]).rand == 1)
    let error = ClusteringError.invalidParameter(
      name: "beta", value: "-1.0", allowed: "0 or more and finite")
    #expect(throws: error) { try ContingencyTable(one, one).vMeasure(beta: -1) }
  }
}
