import Clustering
import Testing

@Suite struct SeededGeneratorTests {
  @Test func `the numbers of a seed never change`() {
    var generator = SeededGenerator(seed: 7)
    #expect(
      (0..<4).map { _ in generator.next() } == [
        0xF088CF8DBFD58037, 0xAD3D4E90559AA92D, 0x8F4F06F9A0BB9209, 0xBCD258D4DF2D0D4E,
      ])
    var stream = SeededGenerator(seed: 7, stream: 3)
    #expect((0..<2).map { _ in stream.next() } == [0x6C2767229BE04355, 0x1B200C60690B1E1A])
    var gaussians = SeededGenerator(seed: 7)
    #expect(
      (0..<4).map { _ in gaussians.nextGaussian() } == [
        0.4306918124971337, 0.173140574861368, 0.4123150847744896, 1.6381332761131966,
      ])
    var picks = SeededGenerator(seed: 7)
    #expect(picks.nextIndices(5, below: 100) == [93, 67, 56, 74, 33])
  }

  @Test func `the same seed gives the same numbers, another seed or stream others`() {
    func first(_ generator: SeededGenerator) -> [UInt64] {
      var generator = generator
      return (0..<8).map { _ in generator.next() }
    }
    let reference = first(SeededGenerator(seed: 1))
    #expect(first(SeededGenerator(seed: 1)) == reference)
    #expect(first(SeededGenerator(seed: 1, stream: 0)) == reference)
    #expect(first(SeededGenerator(seed: 2)) != reference)
    #expect(first(SeededGenerator(seed: 1, stream: 1)) != reference)
  }

  @Test(arguments: [0, 1, 42, .max] as [UInt64])
  func `gaussian numbers have mean 0 and standard deviation 1`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let numbers = (0..<20_000).map { _ in generator.nextGaussian() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 20_000
    let beyondTwo = Double(numbers.count { $0.magnitude > 1.959964 }) / 20_000
    #expect(mean.magnitude < 0.03, "seed \(seed)")
    #expect((variance - 1).magnitude < 0.05, "seed \(seed)")
    #expect((beyondTwo - 0.05).magnitude < 0.01, "seed \(seed)")
  }

  @Test func `units and indices fill their range evenly`() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 {
      counts[generator.nextIndex(below: 6)] += 1
      #expect((0..<1).contains(generator.nextUnit()))
    }
    #expect(counts.allSatisfy { (850...1150).contains($0) }, "\(counts)")
    #expect(generator.nextIndex(below: 1) == 0)
    #expect(generator.nextIndex(below: 0) == 0)
  }

  @Test func `shuffling keeps every element, and picking never picks twice`() {
    for seed in 0..<50 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      #expect(generator.shuffled(Array(0..<20)).sorted() == Array(0..<20), "seed \(seed)")
      let picked = generator.nextIndices(7, below: 10)
      #expect(picked.count == 7 && Set(picked).count == 7, "seed \(seed)")
      #expect(generator.nextIndices(12, below: 10).count == 10)
      #expect(generator.nextIndices(-1, below: -1).isEmpty)
    }
  }
}
