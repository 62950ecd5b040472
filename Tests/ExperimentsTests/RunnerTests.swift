import Clustering
import Experiments
import Testing

@Suite struct RunnerTests {
  @Test func `the same experiment leaves the same trace`() throws {
    let line = "data=customers seed=5 scale=standard"
    let (first, second) = (try trace(line), try trace(line))
    #expect(first.labels == second.labels)
    #expect(first.clustered == second.clustered)
    #expect(first.iterations == second.iterations)
  }

  @Test func `the steps can be followed from the table to what the algorithm saw`() throws {
    let table = "name,euros,visits\nann,1,10\nbob,2,20\ncy,3,60\n"
    let found = try trace(
      "data=shop.csv features=visits,euros multiply.euros=100 scale=min-max weight.euros=2 k=2",
      files: ["shop.csv": table])
    #expect(found.table.columns == ["euros", "visits"])
    #expect(found.selected.columns == ["visits", "euros"])
    #expect(found.selected.points.row(2) == [60, 300])
    #expect(found.clustered.row(1) == [0.2, 1])
    #expect(found.labels == [0, 0, 1])
    #expect(found.centers == [[15, 150], [60, 300]])
    #expect(found.profile.map(\.count) == [2, 1])
    #expect(reason(found, .agreement) != nil)
  }

  @Test func `groups are in the order of their first column`() throws {
    for seed in seeds(20) {
      for method in ["algorithm=k-means", "algorithm=agglomerative", "algorithm=dbscan eps=0.8"] {
        let found = try trace("data=blobs rows=90 seed=\(seed) \(method)")
        let first = found.centers.map { $0[0] }
        #expect(first == first.sorted(), "seed \(seed), \(method)")
        #expect(found.centers.count == found.groupCount)
      }
    }
  }

  @Test func `the seed of the start does not rename the groups`() throws {
    let table = try Generator(.blobs, rows: 30).table(seed: 1)
    let rows = (0..<30).map { "\(table.points[$0, 0]),\(table.points[$0, 1])" }
    let file = ["blobs.csv": rows.joined(separator: "\n")]
    let labels = try (1...10).map { try trace("data=blobs.csv seed=\($0)", files: file).labels }
    #expect(Set(labels).count == 1)
  }

  @Test func `inertia is in the units of what was clustered`() throws {
    let found = try trace("data=line.csv k=1 multiply.x=10", files: ["line.csv": "1\n3\n"])
    #expect(found[.inertia] == 200)
    let scaled = try trace("data=line.csv k=1 scale=standard", files: ["line.csv": "1\n3\n"])
    #expect(abs(scaled[.inertia] - 2) < 1e-12)
  }

  @Test func `a figure that means nothing says why`() throws {
    let noise = try trace("data=uniform rows=50 algorithm=dbscan eps=0.0001")
    #expect(noise[.noise] == 50)
    #expect(noise[.groups] == 0)
    for measure in [Measure.silhouette, .inertia, .daviesBouldin, .iterations] {
      #expect(noise.value(of: measure) == nil)
      #expect(reason(noise, measure) != nil)
    }
    #expect(noise.advice == [Advice.allNoise.description])
    let one = try trace("data=blobs k=1")
    #expect(
      reason(one, .silhouette) == "there is one group, and nothing to compare it to")
  }

  @Test func `equal rows are one spot and no feature is loud`() throws {
    let found = try trace(
      "data=same.csv k=2 scale=standard", files: ["same.csv": "1,2\n1,2\n1,2\n"])
    #expect(found.distanceShares == [0, 0])
    #expect(found[.loudestShare] == 0)
  }

  @Test func `more groups than rows is refused in words`() {
    #expect(throws: ExperimentError.clustering(.clusterCountOutOfRange(clusters: 9, points: 2))) {
      try trace("data=two.csv k=9", files: ["two.csv": "1\n2\n"])
    }
  }

  @Test func `a file's columns are checked once it is read`() {
    let error = #expect(throws: ExperimentError.self) {
      try trace("data=shop.csv features=spent", files: ["shop.csv": "spend,visits\n1,2\n"])
    }
    #expect(
      error?.description
        == "features: 'spent' is not known; did you mean 'spend'? one of spend, visits")
  }

  @Test(arguments: [
    "../secret.csv", "/etc/passwd.csv", "a/../../b.csv", "~/x.csv", "..\\x.csv", "c:x.npy",
  ])
  func `a path that leaves the course folder is refused unread`(path: String) throws {
    let runner = Runner(read: { _ in Array("1\n2\n".utf8) })
    let leaving = try experiment("data=\(path)")
    #expect(throws: ExperimentError.pathRefused(path)) { try runner.run(leaving) }
  }

  @Test func `a missing file is told`() throws {
    #expect(throws: ExperimentError.fileMissing("gone.csv")) { try trace("data=gone.csv") }
  }
}

@Suite struct BudgetTests {
  @Test func `too many rows are refused before they are drawn`() throws {
    let small = Runner(budget: Budget(points: 100))
    #expect(
      throws: ExperimentError.tooManyRows(rows: 101, allowed: 100, method: "an experiment")
    ) { try small.run(experiment("data=blobs rows=101")) }
  }

  @Test func `all pairs of many rows are refused`() throws {
    let small = Runner(budget: Budget(pairedPoints: 50))
    #expect(throws: ExperimentError.self) {
      try small.run(experiment("data=blobs rows=51 algorithm=agglomerative"))
    }
  }

  @Test func `k-means stops at the budget and says so`() throws {
    let short = Runner(budget: Budget(iterations: 1))
    let found = try short.run(experiment("data=uniform k=8"))
    #expect(found.iterations == 1)
    #expect(found.advice == [Advice.notConverged(iterations: 1).description])
  }

  @Test func `the time of the budget is kept by the clock that was passed in`() throws {
    final class Ticks: @unchecked Sendable { var now = 0.0 }
    let ticks = Ticks()
    let runner = Runner(
      budget: Budget(seconds: 3),
      clock: {
        ticks.now += 1
        return ticks.now
      })
    #expect(throws: ExperimentError.outOfTime(seconds: 3)) {
      try runner.run(experiment("data=blobs"))
    }
  }

  @Test func `an observer sees every stage and can stop at any report`() throws {
    let run = try experiment("data=blobs restarts=2")
    var stages: [RunProgress.Stage] = []
    var reports = 0
    _ = try Runner().run(run) { progress in
      if stages.last != progress.stage { stages.append(progress.stage) }
      reports += 1
      return (0...1).contains(progress.fraction)
    }
    #expect(stages == RunProgress.Stage.allCases)
    for last in 1...reports {
      var seen = 0
      #expect(throws: ExperimentError.cancelled) {
        try Runner().run(run) { _ in
          seen += 1
          return seen < last
        }
      }
    }
  }

  @Test func `a sweep has one trace a value, in order`() throws {
    let sweep = try Runner().sweep(experiment("data=blobs"), "k", over: ["2", "3", "4"])
    #expect(sweep.map(\.value) == ["2", "3", "4"])
    #expect(sweep.map { $0.trace.groupCount } == [2, 3, 4])
    let inertia = sweep.map { $0.trace[.inertia] }
    #expect(inertia == inertia.sorted(by: >))
  }
}
