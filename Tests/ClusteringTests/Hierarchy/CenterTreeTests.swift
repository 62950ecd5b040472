// The tree of cluster means against a look at all of them.

import Clustering
import Testing

@Suite struct CenterTreeTests {
  @Test func `the nearest cluster is that of a loop over all`() throws {
    for seed in 0..<40 as Range<UInt64> {
      SomeClusters(seed: seed).expectNearestOfAll("seed \(seed)")
    }
  }

  @Test func `nor is one missed after clusters have gone, moved and grown`() throws {
    for seed in 0..<40 as Range<UInt64> {
      var clusters = SomeClusters(seed: seed, atLeast: 20)
      for step in 0..<8 {
        clusters.mergeTwo()
        clusters.expectNearestOfAll("seed \(seed), step \(step)")
      }
    }
  }
}

/// Clusters at random, in every third case on a grid, where distances are tied and means equal.
private struct SomeClusters {
  private let d: Int
  private var living: [Int]
  private var centers: [Double]
  private var sizes: [Double]
  private var tree: CenterTree
  private var generator: SeededGenerator

  init(seed: UInt64, atLeast least: Int = 2) {
    var generator = SeededGenerator(seed: seed)
    let d = 1 + generator.nextIndex(below: 9)
    let n = least + generator.nextIndex(below: [7, 90, 600][Int(seed / 3 % 3)])
    centers = (0..<n * d).map { _ in
      seed % 3 == 0 ? Double(generator.nextIndex(below: 4)) : generator.nextGaussian()
    }
    sizes = (0..<n).map { _ in Double(1 + generator.nextIndex(below: seed % 2 == 0 ? 1 : 50)) }
    living = Array(0..<n)
    tree = CenterTree(living, centers: centers, sizes: sizes, dimensions: d)
    (self.d, self.generator) = (d, generator)
  }

  /// One of two clusters takes in the other, somewhere else.
  mutating func mergeTwo() {
    let pair = generator.nextIndices(2, below: living.count).map { living[$0] }
    living.removeAll { $0 == pair[1] }
    tree.remove(pair[1])
    sizes[pair[0]] += sizes[pair[1]]
    for j in 0..<d { centers[pair[0] * d + j] += generator.nextGaussian() }
    tree.place(
      pair[0], at: Array(centers[pair[0] * d..<(pair[0] + 1) * d]), size: sizes[pair[0]])
  }

  func expectNearestOfAll(_ what: Comment) {
    for cluster in living {
      let found = tree.nearest(to: cluster)
      let least = living.filter { $0 != cluster }.map { distance(cluster, $0) }.min()
      #expect(found.distance == least, what)
      let other = found.cluster.map { living.contains($0) ? distance(cluster, $0) : .nan }
      #expect(found.cluster != cluster && other == least, what)
    }
  }

  private func distance(_ a: Int, _ b: Int) -> Double {
    var square = 0.0
    for j in 0..<d {
      let difference = centers[a * d + j] - centers[b * d + j]
      square += difference * difference
    }
    return square / (1 / sizes[a] + 1 / sizes[b])
  }
}
