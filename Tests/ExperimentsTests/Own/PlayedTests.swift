import Clustering
import Experiments
import Testing

private func prepared(_ line: String) throws -> (Runner, Trial, Prepared) {
  let runner = Runner(budget: .playground)
  let trial = Trial(try experiment(line))
  let decided = try runner.decided(trial) { () throws(ExperimentError) in throw .cancelled }
  return (runner, trial, try runner.prepared(trial, decided))
}

@Suite struct PlayedTests {
  @Test(arguments: Method.names)
  func `every method finds the groups of well parted blobs`(name: String) throws {
    let own = [
      "k-means", "agglomerative", "gaussian-mixture", "k-medoids", "bisecting",
      "spectral", "mini-batch",
    ].contains(name)
    let extra = own ? "k=3" : name == "dbscan" ? "eps=1.5" : ""
    for seed in 1...3 {
      let found = try trace("data=blobs rows=120 seed=\(seed) algorithm=\(name) \(extra)")
      // The steep ends of its valleys are noise to OPTICS.
      let least = name == "optics" ? 0.6 : 0.8
      #expect(found[.agreement] > least, "\(name), seed \(seed): \(found.groupCount) groups")
    }
  }

  @Test func `steps asked for one by one give the trace of a whole run`() throws {
    for line in [
      "data=moons algorithm=dbscan eps=0.2", "data=customers scale=standard components=2",
    ] {
      let (runner, trial, prepared) = try prepared(line)
      let stepwise = try runner.trace(of: trial.experiment, prepared)
      let whole = try runner.run(trial.experiment)
      #expect(stepwise.labels == whole.labels)
      #expect(stepwise.clustered == whole.clustered)
      #expect(stepwise.distanceShares == whole.distanceShares)
    }
  }

  @Test func `where a sample misses a group, it says so, and of the sample`() throws {
    let reasons = try (1...6).compactMap { seed -> String? in
      let found = try trace(
        "data=uniform rows=2500 seed=\(seed) algorithm=agglomerative linkage=single k=2")
      guard case .undefined(let reason) = try found.silhouettes() else { return nil }
      return reason
    }
    #expect(!reasons.isEmpty)
    #expect(
      reasons.allSatisfy {
        $0 == "in a sample of 1000 rows there is one group, and nothing to compare it to"
      }, "\(reasons)")
  }

  @Test func `silhouettes of a small table are those of all its points`() throws {
    let found = try trace("data=blobs rows=200 k=3")
    let silhouettes = try #require(try found.silhouettes().value)
    #expect(silhouettes.sampleSize == nil)
    #expect(abs(silhouettes.mean - found[.silhouette]) < 1e-12)
    #expect(silhouettes.values.count == 200)
  }

  @Test func `silhouettes of a large table are those of a sample, always the same`() throws {
    let found = try trace("data=blobs rows=4000 k=3 restarts=1")
    let silhouettes = try #require(try found.silhouettes().value)
    #expect(silhouettes.sampleSize == 1000)
    #expect(abs(silhouettes.mean - found[.silhouette]) < 0.03)
    #expect(try found.silhouettes().value == silhouettes)
  }

  @Test func `one group has no silhouette, and says so`() throws {
    guard case .undefined(let reason) = try trace("data=blobs k=1").silhouettes() else {
      Issue.record("one group has a silhouette")
      return
    }
    #expect(reason.contains("one group"))
  }

  @Test func `blobs have their elbow at their number, noise has none`() throws {
    let blobs = try prepared("data=blobs groups=4 rows=200 seed=3").2.kCurve(upTo: 10, seed: 1)
    #expect(blobs.elbow?.k == 4)
    #expect(blobs.bestSilhouette?.k == 4)
    #expect(blobs.inertias.count == 10 && blobs.silhouettes.count == 9)
    let even = try prepared("data=uniform rows=200").2.kCurve(upTo: 10, seed: 1)
    #expect(even.elbow == nil)
  }

  @Test func `the starts of a curve are many, so that another seed finds hardly less`() throws {
    let points = try prepared("data=uniform rows=200 dimensions=3").2
    let found = try (1...4).map { try points.kCurve(upTo: 6, seed: $0).inertias }
    for k in 0..<6 {
      let all = found.map { $0[k] }
      #expect((all.max() ?? 0) <= 1.01 * (all.min() ?? 0), "k = \(k + 1): \(all)")
    }
  }

  @Test func `after a reduction the picture keeps only what the reduction kept`() throws {
    let whole = try prepared("data=customers scale=standard").2
    let model = try PCA(components: 2).fit(whole.clustered)
    let reduced = try prepared("data=customers scale=standard components=2").2
    let kept = try reduced.projection().shares.reduce(0, +)
    #expect(abs(kept - model.explainedVarianceRatio.reduce(0, +)) < 1e-9)
    #expect(kept < 0.95)
  }

  @Test func `what a reduction keeps does not depend on the unit`() throws {
    let runner = Runner()
    let kept = try [1, 1e-9].map { unit in
      let rows = (0..<30).map { row in
        [row * 7 % 31, row * 3 % 11, row * 5 % 13].map { "\(Double($0) * unit)" }
          .joined(separator: ",")
      }
      let bytes = Array("a,b,c\n\(rows.joined(separator: "\n"))\n".utf8)
      let trial = try Trial(
        settings: [Setting("data", "a.csv"), Setting("scale", "none"), Setting("components", "2")])
      let decided = try runner.decided(trial) { () throws(ExperimentError) in
        try OwnTable(bytes: bytes, path: "a.csv")
      }
      return try runner.prepared(trial, decided).keptShare
    }
    #expect(kept[0] > 0.5 && kept[0] < 1)
    #expect(abs(kept[0] - kept[1]) < 1e-9, "\(kept)")
  }

  @Test func `columns are in the order in which they tell the groups apart`() throws {
    let found = try trace("data=customers scale=standard k=3").contrasts
    #expect(found.count == 4)
    #expect(found.map(\.share) == found.map(\.share).sorted(by: >))
    #expect(found.allSatisfy { (0...1).contains($0.share) && $0.means.count == 3 })
  }

  @Test func `two points have a curve of one k`() throws {
    let curve = try prepared("data=uniform rows=2").2.kCurve(upTo: 10, seed: 1)
    #expect(curve.inertias.count == 1)
    #expect(curve.elbow == nil)
  }

  @Test func `at an eps the share of core points is that of dbscan`() throws {
    let (runner, _, prepared) = try prepared("data=moons rows=300")
    let distances = try prepared.kDistances(4)
    #expect(distances.distances == distances.distances.sorted())
    let model = try DBSCAN(eps: 0.15, minSamples: 5).fit(prepared.clustered)
    #expect(distances.share(within: 0.15) == Double(model.corePoints.count) / 300)
    _ = runner
  }

  @Test func `a sample of k-distances is near to all of them`() throws {
    let large = try prepared("data=moons rows=30000").2.kDistances(4)
    #expect(large.sampleSize == 2000)
    #expect(large.distances.count == 2000)
    let (all, some) = (
      try kDistanceCurve(try prepared("data=moons rows=30000").2.clustered, k: 4), large.distances
    )
    #expect(abs(all[all.count / 2] - some[some.count / 2]) < 0.1 * all[all.count / 2])
  }

  @Test func `components show the shares that the core computes`() throws {
    let prepared = try prepared("data=customers scale=standard").2
    let projection = try prepared.projection()
    let model = try PCA(components: 2).fit(prepared.clustered)
    #expect(projection.shares == model.explainedVarianceRatio)
    #expect(projection.points == (try model.transform(prepared.clustered)))
  }

  @Test(arguments: 1...5)
  func `components of a wide table are those of a narrow one with columns of nothing`(
    seed: Int
  ) throws {
    let narrow = try prepared("data=customers rows=60 scale=standard seed=\(seed)").2
    let model = try PCA(components: 2).fit(narrow.clustered)
    let wide = try Points(
      (0..<narrow.clustered.count).flatMap {
        narrow.clustered.row($0) + Array(repeating: 0.0, count: 150)
      }, dimensions: narrow.clustered.dimensions + 150)
    let found = try Directions(of: wide) { _ in true }
    for (share, expected) in zip(found.shares, model.explainedVarianceRatio) {
      #expect(abs(share - expected) < 1e-4)
    }
    for (c, vector) in found.vectors.enumerated() {
      let along = zip(vector, model.components.row(c)).reduce(0.0) { $0 + $1.0 * $1.1 }
      #expect(abs(along) > 0.99)
    }
  }

  @Test func `the components of a wide table are called off between two rounds`() throws {
    let points = try Points((0..<1000).map { Double($0 % 7) }, dimensions: 200)
    #expect(throws: ExperimentError.cancelled) { try Directions(of: points) { $0 < 0.01 } }
  }

  @Test func `an own file is replayed with its decisions`() throws {
    let bytes = Array("city,x,y\nOslo,0,0\nRome,0,1\nRome,9,\nOslo,9,9\nBonn,8,9\n".utf8)
    let runner = Runner(
      own: OwnFiles(folder: "/home") { path throws(OwnFiles.Refusal) in
        guard path == "/home/a.csv" else {
          throw OwnFiles.Refusal("\(path): there is no such file")
        }
        return bytes
      }, budget: .playground)
    let trial = try Trial(
      settings: [Setting("data", "/home/a.csv"), Setting("k", "2"), Setting("missing.y", "rows")])
    let replay = try runner.replay(trial)
    #expect(replay.trace.labels == [0, 0, 1, 1])
    #expect(replay.decided.rowsLeftOut == 1)
    #expect(replay.digest?.rows == 5)
    let error = #expect(throws: ExperimentError.self) {
      try runner.replay(try Trial(settings: [Setting("data", "/home/b.csv")]))
    }
    #expect(error?.description == "/home/b.csv: there is no such file")
  }
}
