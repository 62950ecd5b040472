import Clustering
import Testing

@Suite struct AgreementTests {
  @Test func `the same partition agrees fully, whatever its labels are called`() throws {
    #expect(try Agreement.adjustedRand([0, 0, 1, 2], [9, 9, -1, 4]) == 1)
    #expect(isClose(try Agreement.normalizedMutualInformation([0, 0, 1, 2], [9, 9, -1, 4]), 1))
  }

  @Test func `each score is that of the table`() throws {
    let (a, b) = ([0, 0, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 2, 2])
    let table = try ContingencyTable(a, b)
    #expect(try Agreement.rand(a, b) == table.rand)
    #expect(try Agreement.adjustedRand(a, b) == table.adjustedRand)
    #expect(try Agreement.fowlkesMallows(a, b) == table.fowlkesMallows)
    #expect(try Agreement.mutualInformation(a, b) == table.mutualInformation)
    #expect(try Agreement.homogeneity(a, b) == table.homogeneity)
    #expect(try Agreement.completeness(a, b) == table.completeness)
    #expect(try Agreement.vMeasure(a, b, beta: 2) == table.vMeasure(beta: 2))
    let adjusted = table.adjustedMutualInformation()
    #expect(try Agreement.adjustedMutualInformation(a, b) == adjusted)
  }

  @Test func `two halves cut crosswise tell nothing about each other`() throws {
    #expect(try Agreement.normalizedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1]) == 0)
    #expect(isClose(try Agreement.adjustedRand([0, 0, 1, 1], [0, 1, 0, 1]), -0.5))
  }

  @Test func `scores are symmetric and within their range`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let a = (0..<40).map { _ in generator.nextIndex(below: 4) }
      let b = (0..<40).map { _ in generator.nextIndex(below: 3) }
      #expect(
        isClose(try Agreement.adjustedRand(a, b), try Agreement.adjustedRand(b, a)), "seed \(seed)")
      for normalization in Agreement.Normalization.allCases {
        let there = try Agreement.normalizedMutualInformation(a, b, normalization: normalization)
        let back = try Agreement.normalizedMutualInformation(b, a, normalization: normalization)
        #expect(isClose(there, back) && (0...1).contains(there), "seed \(seed)")
      }
    }
  }

  @Test func `random labelings have an adjusted index of about 0`() throws {
    var generator = SeededGenerator(seed: 2)
    let scores = try (0..<200).map { _ in
      try Agreement.adjustedRand(
        (0..<50).map { _ in generator.nextIndex(below: 3) },
        (0..<50).map { _ in generator.nextIndex(below: 5) })
    }
    #expect((scores.reduce(0, +) / 200).magnitude < 0.01)
  }

  @Test func `labelings of one cluster, or of all alone, have answers`() throws {
    let one = [0, 0, 0]
    let alone = [0, 1, 2]
    #expect(try Agreement.adjustedRand(one, one) == 1)
    #expect(try Agreement.adjustedRand(alone, alone) == 1)
    #expect(try Agreement.adjustedRand(one, alone) == 0)
    #expect(try Agreement.normalizedMutualInformation(one, one) == 1)
    #expect(try Agreement.normalizedMutualInformation(one, alone, normalization: .min) == 0)
    #expect(try Agreement.adjustedRand([4], [7]) == 1)
  }

  @Test func `labelings of different points are refused`() {
    #expect(throws: ClusteringError.labelCountMismatch(labels: 1, expected: 2)) {
      try Agreement.adjustedRand([0, 1], [0])
    }
    #expect(throws: ClusteringError.noPoints) {
      try Agreement.normalizedMutualInformation([], [])
    }
  }
}
