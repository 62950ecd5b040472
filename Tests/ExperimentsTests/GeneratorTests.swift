import Clustering
import Experiments
import Testing

@Suite struct GeneratorTests {
  @Test(arguments: Generator.Kind.allCases)
  func `the same seed draws the same table, another seed another`(kind: Generator.Kind) throws {
    let generator = Generator(kind, rows: 60)
    #expect(try generator.table(seed: 7) == generator.table(seed: 7))
    #expect(try generator.table(seed: 7).points != generator.table(seed: 8).points)
  }

  @Test(arguments: Generator.Kind.allCases, [1, 2, 3, 7, 100])
  func `any number of rows can be drawn`(kind: Generator.Kind, rows: Int) throws {
    let table = try Generator(kind, rows: rows).table(seed: 1)
    #expect(table.points.count == rows)
    #expect(table.points.dimensions == table.columns.count)
    #expect(table.kinds == nil || table.kinds?.count == rows)
  }

  @Test func `the numbers are the same on every platform`() throws {
    let table = try Generator(.customers, rows: 3).table(seed: 42)
    #expect(table.points.values == goldenCustomers)
    let moons = try Generator(.moons, rows: 2).table(seed: 42)
    #expect(moons.points.values.map(\.bitPattern) == goldenMoons)
  }

  @Test func `the silhouette counts the blobs`() throws {
    for seed in seeds(20) {
      for groups in 2...5 {
        let scores = try Runner().sweep(
          experiment("data=blobs rows=150 groups=\(groups) seed=\(seed)"), "k",
          over: (2...7).map(String.init)
        ).map { $0.trace[.silhouette] }
        let best = scores.indices.max { scores[$0] < scores[$1] }.map { $0 + 2 }
        #expect(best == groups, "seed \(seed), \(groups) blobs: \(scores)")
      }
    }
  }

  @Test func `blobs keep their distance however many there are`() throws {
    for dimensions in [1, 2, 20] {
      var generator = Generator(.blobs, rows: 200)
      generator.groups = 20
      generator.dimensions = dimensions
      generator.spread = 0.01
      let table = try generator.table(seed: 3)
      let kinds = try #require(table.kinds)
      for (row, kind) in kinds.enumerated() where kind != kinds[0] {
        #expect(Distance.euclidean.between(0, row, in: table.points) > 7.5)
      }
    }
  }

  @Test func `outliers stand far from all groups, and no other row moves`() throws {
    for (seed, dimensions) in zip(seeds(20), Array(repeating: [1, 2, 3, 20], count: 5).joined()) {
      var generator = Generator(.blobs, rows: 90)
      generator.dimensions = dimensions
      let whole = try generator.table(seed: UInt64(seed))
      generator.outliers = 4
      let table = try generator.table(seed: UInt64(seed))
      let kinds = try #require(table.kinds)
      let far = kinds.indices.filter { kinds[$0] == 3 }
      let near = kinds.indices.filter { kinds[$0] != 3 }
      #expect(far.count == 4)
      #expect(table.points.selecting(rows: near) == whole.points.selecting(rows: near))
      for (row, other) in far.flatMap({ row in near.map { (row, $0) } }) {
        #expect(Distance.euclidean.between(row, other, in: table.points) > 30, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [1, 3, 1000])
  func `there can be no more outliers than rows`(outliers: Int) throws {
    var generator = Generator(.blobs, rows: 3)
    generator.outliers = outliers
    let table = try generator.table(seed: 1)
    let far = try #require(table.kinds).filter { $0 == 3 }
    #expect(far.count == min(3, outliers))
    #expect(table.points.values.allSatisfy { $0.isFinite })
  }

  @Test func `a run that leaves out just the outliers agrees fully`() throws {
    let found = try trace("data=blobs spread=0.5 outliers=3 seed=4 algorithm=dbscan eps=2.5")
    #expect(found[.noise] == 3)
    #expect(found[.agreement] == 1)
  }

  @Test func `a straight border cannot part moons and circles, linking can`() throws {
    for data in ["moons", "circles"] {
      for seed in seeds(20) {
        let line = "data=\(data) seed=\(seed) k=2 "
        #expect(try trace(line)[.agreement] < 0.7, "\(data), seed \(seed)")
        let linked = try trace(line + "algorithm=agglomerative linkage=single noise=0.04")
        #expect(linked[.agreement] > 0.99, "\(data), seed \(seed)")
      }
    }
  }

  @Test func `k-means cuts long groups across`() throws {
    for seed in seeds(20) {
      let found = try trace("data=anisotropic seed=\(seed)")
      #expect(found[.agreement] < 0.7, "seed \(seed)")
    }
  }

  @Test func `uniform noise has no planted kinds`() throws {
    let found = try trace("data=uniform seed=1")
    #expect(found.value(of: .agreement) == nil)
    #expect(reason(found, .agreement)?.contains("without known groups") == true)
  }
}

private let goldenCustomers = [
  838.27, 42, 5, 0.089, 419.22, 35, 4, 0.111, 658.86, 45, 4, 0.058,
]
private let goldenMoons: [UInt64] = [
  4_604_970_604_708_360_751, 13_824_164_492_005_100_760, 4_606_281_731_912_163_927,
  4_603_183_259_152_868_595,
]
