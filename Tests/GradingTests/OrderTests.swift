import Courseware
import Experiments
import Grading
import Testing

@Suite struct OrderTests {
  private func verdict(_ order: [FlowStep]) throws -> Verdict {
    let customers = [
      Setting("data", "customers"), Setting("rows", "150"), Setting("dirty", "6"),
      Setting("multiply.spend", "100"),
    ]
    let (instance, stage) = try exercise(
      [stage("production", .order(production))], experiment: customers
    ).first()
    return try grade(instance, stage, .order(order), runner: runner)
  }

  @Test func `the right order earns everything and is run`() throws {
    let verdict = try verdict([.check, .scale, .cluster, .evaluate, .assign])
    #expect(verdict.score == 1)
    #expect(verdict.passed)
    #expect(verdict.runs?.learner == verdict.runs?.right)
    #expect(verdict.runs?.learner.map(\.step) == FlowStep.allCases)
  }

  @Test func `the first broken rule is named with its reason, and the pairs are counted`() throws {
    let verdict = try verdict([.check, .cluster, .scale, .evaluate, .assign])
    #expect(!verdict.passed)
    #expect(verdict.score == 0.8)
    #expect(
      verdict.headline
        == "“scale it” comes before “cluster it”. Cluster needs what scale leaves. "
        + "Of 10 pairs that have an order, 1 stands the wrong way round. "
        + "A random order has half of them right, so each counts twice: score 0.80.")
    #expect(verdict.criteria.map(\.earned) == [0.1, -0.1, 0.1, 0.1, 0.6])
    #expect(verdict.criteria.last?.name == "Pairs that follow from these rules")
  }

  @Test func `what its lines earn adds up to the score, for every order and any weights`() throws {
    let all = [[1.0, 1, 1, 1], [1, 4, 0.1, 2.5], [10, 0.3, 7, 0.1]]
    for (index, weights) in all.enumerated() {
      let rules = zip(production.constraints, weights).map { rule, weight in
        Ordering.Constraint(
          before: rule.before, after: rule.after, reason: rule.reason, weight: weight)
      }
      // One rule is said twice, and counts once.
      let ordering = Ordering(
        question: "", steps: production.steps, constraints: rules + [rules[1]])
      let (instance, stage) = try exercise(
        [stage("production", .order(ordering))], experiment: loudCustomers
      ).first()
      for (place, order) in everyOrder(of: 5).enumerated() where place % all.count == index {
        let steps = order.map { ordering.steps[$0].step }
        let verdict = try grade(instance, stage, .order(steps), runner: runner)
        let sum = verdict.criteria.reduce(0) { $0 + $1.earned }
        #expect(abs(sum - verdict.score) < 1e-9, "\(steps) with \(weights)")
        #expect(abs(verdict.criteria.reduce(0) { $0 + $1.possible } - 1) < 1e-9)
      }
    }
  }

  @Test func `a heavier rule costs more, and the verdict says by how much`() throws {
    let heavy = Ordering(
      question: "", steps: production.steps,
      constraints: production.constraints.map { rule in
        Ordering.Constraint(
          before: rule.before, after: rule.after, reason: rule.reason,
          weight: rule.after == .cluster ? 4 : 1)
      })
    let (instance, stage) = try exercise(
      [stage("production", .order(heavy))], experiment: loudCustomers
    ).first()
    func verdict(_ order: [FlowStep]) throws -> Verdict {
      try grade(instance, stage, .order(order), runner: runner)
    }
    let light = try verdict([.scale, .check, .cluster, .evaluate, .assign])
    let grave = try verdict([.check, .cluster, .scale, .evaluate, .assign])
    #expect(light.score == 11.0 / 13)
    #expect(grave.score == 5.0 / 13)
    #expect(
      grave.headline.hasSuffix(
        "1 stands the wrong way round, which by weight is 4 of 13. "
          + "A random order has half of them right, so each counts twice: score 0.38."))
    #expect(grave.criteria.map(\.possible) == [1, 4, 1, 1, 6].map { Double($0) / 13 })
  }

  @Test func `a wrong order runs beside the right one and meets its own consequence`() throws {
    let verdict = try verdict([.cluster, .scale, .check, .assign, .evaluate])
    let runs = try #require(verdict.runs)
    #expect(runs.learner.map(\.step) == [.cluster, .scale, .check, .assign, .evaluate])
    #expect(runs.right.map(\.step) == FlowStep.allCases)
    let consequence = try #require(verdict.consequence)
    #expect(runs.learner.contains { $0.sentence == consequence && $0.state != .good })
  }

  @Test func `backwards earns nothing`() throws {
    #expect(try verdict(FlowStep.allCases.reversed()).score == 0)
  }

  @Test func `a step missing or there twice is malformed and costs nothing`() {
    #expect(throws: AnswerError.stepsMissing([.assign])) {
      try verdict([.check, .scale, .cluster, .evaluate])
    }
    #expect(throws: AnswerError.stepTwice(.scale)) {
      try verdict([.check, .scale, .scale, .cluster, .evaluate])
    }
    #expect(throws: AnswerError.stepsMissing([.assign, .check, .cluster, .evaluate, .scale])) {
      try verdict([])
    }
  }

  @Test func `a step that the exercise does not have is malformed`() throws {
    let short = Ordering(
      question: "?", steps: Array(production.steps.prefix(2)),
      constraints: [production.constraints[0]])
    let (instance, stage) = try exercise([stage("short", .order(short))]).first()
    #expect(throws: AnswerError.unknownStep("assign", accepted: ["check", "scale"])) {
      try grade(instance, stage, .order([.check, .assign]), runner: runner)
    }
  }
}
