import Clustering
import Experiments
import Testing

@Suite struct `A walk along the pipeline` {
  private func walk(
    seed: Int = 12, without: Set<FlowStep> = [], nextWeek: NextWeek = .ordinary
  ) throws -> FlowWalk {
    try Runner().walk(flow: Self.flow(seed), without: without, nextWeek: nextWeek)
  }

  private static func flow(_ seed: Int) throws -> Experiment {
    try experiment("data=customers dirty=12 multiply.spend=100 seed=\(seed)")
  }

  @Test func `its stages say what the flow says`() throws {
    for seed in seeds(10) {
      let run = try Runner().run(flow: Self.flow(seed), order: FlowStep.allCases)
      let walk = try walk(seed: seed)
      #expect(walk.reports == run.reports, "seed \(seed)")
      #expect(walk.evaluation?.agreement == run.agreement, "seed \(seed)")
      #expect(walk.week?.changedShare == run.changedShare, "seed \(seed)")
      #expect(walk.week?.agreement == run.batchAgreement, "seed \(seed)")
      let silhouette = run.reports[3].figures.first { $0.name == "silhouette" }?.value
      #expect(walk.evaluation?.silhouette == silhouette, "seed \(seed)")
    }
  }

  @Test func `every row goes on or is sent back with the clause that it breaks`() throws {
    for seed in seeds(10) {
      let check = try walk(seed: seed).check
      #expect(check.rowsIn == check.kept.count + check.rejected)
      #expect(check.rejected == 12 && check.brokenLetIn == 0)
      #expect(Set(check.kept).isDisjoint(with: check.broken.map(\.row)))
      #expect(
        check.broken.flatMap(\.violations) == Contract.customers.violations(in: check.table))
    }
  }

  @Test func `the shares of squared distance sum to one`() throws {
    for seed in seeds(10) {
      let scale = try walk(seed: seed).scale
      for shares in [scale.sharesBefore, scale.sharesAfter] {
        #expect(abs(shares.reduce(0, +) - 1) < 1e-9, "seed \(seed)")
      }
      #expect(try #require(scale.sharesBefore.first) > 0.999)
      #expect(scale.sharesAfter.allSatisfy { abs($0 - 0.25) < 1e-9 })
    }
  }

  @Test func `a scaled column has mean 0 and spread 1, and the same shape`() throws {
    let walk = try walk()
    for (before, after) in zip(walk.scale.before, walk.scale.after) {
      #expect(abs(after.mean) < 1e-9 && abs(after.spread - 1) < 1e-9)
      #expect(before.values.count == walk.check.kept.count)
      for (value, scaled) in zip(before.values, after.values) {
        #expect(abs((value - before.mean) / before.spread - scaled) < 1e-9)
      }
    }
  }

  @Test func `nobody is lost between the groups, the week after and the decisions`() throws {
    for seed in seeds(10) {
      for leftOut in [[], [FlowStep.check], [.scale], [.evaluate]] as [Set<FlowStep>] {
        let walk = try walk(seed: seed, without: leftOut)
        let groups = try #require(walk.groups)
        let week = try #require(walk.week)
        let decisions = try #require(walk.decisions)
        #expect(groups.groups.map(\.count).reduce(0, +) == walk.check.kept.count)
        #expect(week.sizesAfter.reduce(0, +) == week.rows.count)
        #expect(week.sizesBefore.reduce(0, +) == week.rows.count)
        #expect(decisions.decisions.map(\.count) == week.sizesAfter)
        #expect(
          try #require(walk.evaluation).kinds.flatMap(\.self).reduce(0, +) == walk.check.kept.count)
      }
    }
  }

  @Test func `without the check, broken rows go on and make groups of their own`() throws {
    let broken = try walk(without: [.check])
    #expect(broken.check.rejected == 0 && broken.check.brokenLetIn == 12)
    #expect(try #require(broken.evaluation).agreement < 0.1)
    #expect(broken.alarms.contains { $0.watch == .brokenRows && $0.rings })
  }

  @Test func `without scaling, the columns go on as they are and one of them decides`() throws {
    let broken = try walk(without: [.scale])
    #expect(broken.scale.before == broken.scale.after)
    #expect(try #require(broken.evaluation).agreement < 0.5)
    #expect(broken.alarms.contains { $0.watch == .loudestShare && $0.rings })
  }

  @Test func `without clustering, nothing after it has anything to work on`() throws {
    let broken = try walk(without: [.cluster])
    #expect(broken.groups == nil && broken.evaluation == nil)
    #expect(broken.week == nil && broken.decisions == nil)
  }

  @Test func `without the evaluation, no figure changes`() throws {
    let (broken, whole) = (try walk(without: [.evaluate]), try walk())
    #expect(broken.evaluation == whole.evaluation && broken.decisions == whole.decisions)
    #expect(broken.report(of: .evaluate) == nil)
    #expect(broken.report(of: .assign)?.sentence.contains("nobody had looked") == true)
  }

  @Test func `without the assignment, there is nobody to decide about`() throws {
    let broken = try walk(without: [.assign])
    #expect(broken.groups != nil && broken.week == nil && broken.decisions == nil)
  }

  @Test func `an ordinary week rings no alarm`() throws {
    for seed in seeds(20) {
      let ringing = try walk(seed: seed).alarms.filter(\.rings).map(\.watch)
      #expect(ringing.isEmpty, "seed \(seed)")
    }
  }

  @Test func `a week in another unit keeps the contract, and is found by the distances`() throws {
    for seed in seeds(10) {
      let walk = try walk(seed: seed, nextWeek: .otherUnit)
      let week = try #require(walk.week)
      #expect(week.broken == 0, "seed \(seed)")
      #expect(week.meanDistanceAfter > 1.2 * week.meanDistanceBefore, "seed \(seed)")
      #expect(walk.alarms.contains { $0.watch == .changed && $0.rings }, "seed \(seed)")
    }
  }

  @Test func `a week in cents breaks the contract of a table in euros`() throws {
    let flow = try experiment("data=customers dirty=12 seed=12")
    let walk = try Runner().walk(flow: flow, nextWeek: .otherUnit)
    #expect(walk.alarms.contains { $0.watch == .brokenNextWeek && $0.rings })
  }

  @Test func `one column, one group and few rows are walked too`() throws {
    for line in ["dirty=9 features=spend", "k=1", "rows=5 k=2 dirty=1", "rows=4 k=3"] {
      let walk = try Runner().walk(flow: experiment("data=customers seed=3 \(line)"))
      #expect(walk.reports.count == 5, "\(line)")
    }
  }

  @Test func `only customers and k-means can be walked along`() {
    for line in ["data=blobs", "data=customers algorithm=dbscan"] {
      #expect(throws: ExperimentError.self) { try Runner().walk(flow: experiment(line)) }
    }
  }
}
