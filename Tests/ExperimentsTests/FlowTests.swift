import Experiments
import Testing

@Suite struct FlowTests {
  static let right = FlowStep.allCases

  private func flow(_ order: [FlowStep], seed: Int = 12) throws -> FlowTrace {
    try Runner().run(
      flow: experiment("data=customers dirty=12 multiply.spend=100 seed=\(seed)"), order: order)
  }

  private func told(_ order: [FlowStep]) throws -> [String] {
    try flow(order).reports.map { "\($0.step) \($0.state): \($0.sentence)" }
  }

  @Test func `the right order`() throws {
    #expect(
      try told(Self.right) == [
        "check good: 400 rows, 12 rejected",
        "scale good: 4 features on one scale",
        "cluster good: 3 groups of 134, 129, 125",
        "evaluate good: agreement 0.98, silhouette 0.49",
        "assign good: 1 % change group next week",
      ])
  }

  @Test func `more rows than may be compared pair by pair have no silhouette`() throws {
    let runner = Runner(budget: Budget(pairedPoints: 100))
    let trace = try runner.run(
      flow: experiment("data=customers dirty=12 seed=12"), order: Self.right)
    #expect(trace.reports[3].figures.map(\.name) == ["agreement"])
  }

  @Test func `scaled after clustering, the centers are in other units than the newcomers`() throws {
    #expect(
      try told([.check, .cluster, .scale, .evaluate, .assign]) == [
        "check good: 400 rows, 12 rejected",
        "cluster weak: 3 groups of 162, 139, 87, by distances that are more than 99.9 % spend",
        "scale bad: too late: the distances of step 2 were more than 99.9 % spend",
        "evaluate bad: agreement 0.21, silhouette 0.15",
        "assign bad: 64 % change group next week, when 100 % are in one group: they are "
          + "scaled, the centers of step 2 are not",
      ])
  }

  @Test func `checked after scaling, the broken rows have bent the scaler`() throws {
    #expect(
      try told([.scale, .check, .cluster, .evaluate, .assign]) == [
        "scale weak: fitted on 12 broken rows too; return_rate was divided by 21.6, on sound "
          + "rows by 0.115",
        "check bad: too late: the 12 broken rows were in step 1; return_rate was divided by "
          + "21.6, on sound rows by 0.115",
        "cluster weak: 3 groups of 178, 123, 87, on a scale that 12 broken rows have bent",
        "evaluate bad: agreement 0.36, silhouette 0.48",
        "assign bad: 5 % change group next week; their groups agree 0.36 with the kinds",
      ])
  }

  @Test func `checked after clustering, the broken rows made groups of their own`() throws {
    #expect(
      try told([.scale, .cluster, .check, .evaluate, .assign]) == [
        "scale weak: fitted on 12 broken rows too; return_rate was divided by 21.6, on sound "
          + "rows by 0.115",
        "cluster weak: 3 groups of 394, 3, 3, with 12 broken rows among them",
        "check bad: too late: the 12 broken rows were in step 2; 3 of the 3 customers of one "
          + "group are such rows",
        "evaluate bad: agreement 0.00",
        "assign bad: 0 % change group next week, when 100 % are in one group; their groups "
          + "agree 0.00 with the kinds",
      ])
  }

  @Test func `assigned before evaluated, nobody had looked`() throws {
    #expect(
      try told([.check, .scale, .cluster, .assign, .evaluate]) == [
        "check good: 400 rows, 12 rejected",
        "scale good: 4 features on one scale",
        "cluster good: 3 groups of 134, 129, 125",
        "assign weak: 1 % change group next week; nobody had looked: evaluation would have "
          + "shown agreement 0.98",
        "evaluate weak: too late: the customers are assigned already; agreement 0.98, "
          + "silhouette 0.49",
      ])
  }

  @Test func `without a clustering there is nothing to evaluate and nobody to assign to`() throws {
    #expect(
      try told([.evaluate, .assign, .check, .scale, .cluster]) == [
        "evaluate idle: nothing to evaluate: nothing is clustered yet",
        "assign idle: nobody to assign to: there are no centers yet",
        "check good: 400 rows, 12 rejected",
        "scale good: 4 features on one scale",
        "cluster good: 3 groups of 134, 129, 125",
      ])
  }

  @Test func `no order beats the right one, and all but the tied do visibly worse`() throws {
    for seed in seeds(10) {
      let best = try flow(Self.right, seed: seed)
      let agreement = try #require(best.agreement)
      let inBatch = try #require(best.batchAgreement)
      let changed = try #require(best.changedShare)
      #expect(agreement >= 0.9 && inBatch >= 0.9 && changed <= 0.05, "seed \(seed)")
      var worse = 0
      for order in permutations(of: Self.right) {
        let other = try flow(order, seed: seed)
        #expect(other.agreement ?? 0 <= agreement, "seed \(seed), \(order)")
        #expect(other.batchAgreement ?? 0 <= inBatch, "seed \(seed), \(order)")
        let isWorse =
          other.agreement ?? 0 < agreement - 0.1 || other.changedShare ?? 1 > changed + 0.05
        worse += isWorse ? 1 : 0
        #expect(isWorse == !onlyMovesEvaluation(order), "seed \(seed), \(order)")
      }
      #expect(worse == 115, "seed \(seed)")
    }
  }

  @Test func `only the right order has every step good`() throws {
    for order in permutations(of: Self.right) {
      let good = try flow(order).reports.allSatisfy { $0.state == .good }
      #expect(good == (order == Self.right), "\(order)")
    }
  }

  @Test func `a step that is missing or named twice is refused`() {
    #expect(throws: ExperimentError.self) { try flow([.check, .scale]) }
    #expect(throws: ExperimentError.self) { try flow([.check, .check, .cluster, .scale, .assign]) }
  }

  @Test func `only customers and k-means flow`() {
    for line in ["data=blobs", "data=customers algorithm=dbscan"] {
      #expect(throws: ExperimentError.self) {
        try Runner().run(flow: experiment(line), order: Self.right)
      }
    }
  }

  private func onlyMovesEvaluation(_ order: [FlowStep]) -> Bool {
    order.filter { $0 != .evaluate } == Self.right.filter { $0 != .evaluate }
  }
}

private func permutations(of steps: [FlowStep]) -> [[FlowStep]] {
  guard !steps.isEmpty else { return [[]] }
  return steps.indices.flatMap { i in
    var rest = steps
    let first = rest.remove(at: i)
    return permutations(of: rest).map { [first] + $0 }
  }
}
