import Courseware
import Experiments
import Grading
import Testing

@Suite struct InstanceTests {
  @Test func `the same seed deals the same instance`() throws {
    let drill = exercise(
      [stage("predict", .choose(howManyGroups)), stage("order", .order(production))],
      draws: [Draw(setting: "groups", values: ["2", "3", "4"])])
    for seed in UInt64(0)..<5 {
      let (a, b) = (
        try drill.instance(seed: seed, runner: runner),
        try drill.instance(seed: seed, runner: runner)
      )
      #expect(a.drawn == b.drawn, "seed \(seed)")
      for stage in drill.stages {
        #expect(a.settings(for: stage) == b.settings(for: stage), "seed \(seed)")
        #expect(a.options(of: stage) == b.options(of: stage), "seed \(seed)")
        #expect(a.dealt(of: stage) == b.dealt(of: stage), "seed \(seed)")
      }
    }
  }

  @Test func `the seed is the seed of the data, so that the table can be run again by hand`() throws
  {
    let (instance, stage) = try exercise([stage("order", .order(production))]).first(seed: 4711)
    #expect(instance.redraws == 0)
    #expect(instance.settings(for: stage).contains(Setting("seed", "4711")))
  }

  @Test func `every value is drawn on some seed, and the answer follows the draw`() throws {
    let drill = exercise(
      [stage("predict", .choose(howManyGroups))],
      draws: [Draw(setting: "groups", values: ["2", "3", "4"])])
    var drawn: Set<String> = []
    for seed in UInt64(0)..<12 {
      let instance = try drill.instance(seed: seed, runner: runner)
      let groups = instance.drawn.first { $0.name == "groups" }?.value ?? ""
      drawn.insert(groups)
      let key = try instance.question(of: drill.stages[0])?.key(runner: runner)
      #expect(key?.option == groups, "seed \(seed)")
    }
    #expect(drawn == ["2", "3", "4"])
  }

  @Test func `a draw that breaks a premise is not dealt`() throws {
    let premise = Premise(
      settings: [Setting("k", "2")],
      condition: Condition(measure: .silhouette, relation: .atLeast, bound: 0.75))
    let drill = exercise(
      [stage("order", .order(production))],
      draws: [Draw(setting: "groups", values: ["2", "5"])], premises: [premise])
    var redraws = 0
    for seed in UInt64(0)..<8 {
      let instance = try drill.instance(seed: seed, runner: runner)
      redraws += instance.redraws
      #expect(instance.drawn.contains(Setting("groups", "2")), "seed \(seed)")
    }
    #expect(redraws > 0)
  }

  @Test func `a premise that never holds is said, with the figure`() throws {
    let premise = Premise(
      settings: [Setting("k", "2")],
      condition: Condition(measure: .silhouette, relation: .atLeast, bound: 1))
    let drill = exercise([stage("order", .order(production))], premises: [premise])
    let error = #expect(throws: GradingError.self) {
      try drill.instance(seed: 1, runner: runner)
    }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains("none of 50 draws"))
    #expect(text.contains("silhouette at least 1 is a premise with k 2, but it is 0."))
  }

  @Test func `a question that is only written needs no table to be dealt`() throws {
    let question = exercise([stage("explain", .write(explain))], experiment: [])
    let instance = try question.instance(seed: 1, runner: runner)
    #expect(instance.redraws == 0)
    #expect(prove(question, seeds: 1..<4, runner: runner).holds)
  }

  @Test func `a question without a clear answer is not dealt`() throws {
    let twins = [
      Variant(id: "a", settings: [Setting("k", "3")]),
      Variant(id: "b", settings: [Setting("k", "3"), Setting("restarts", "10")]),
    ]
    let drill = exercise([
      stage(
        "predict",
        .choose(
          choice(.extreme(highest: true, .silhouette, among: twins), options: options("a", "b"))))
    ])
    #expect(throws: GradingError.self) { try drill.instance(seed: 1, runner: runner) }
  }

  @Test func `what is dealt is never in a valid order`() throws {
    let flow = exercise([stage("order", .order(production))])
    for seed in UInt64(0)..<200 {
      let instance = try flow.instance(seed: seed, runner: runner)
      let dealt = instance.dealt(of: flow.stages[0]).map(\.step)
      #expect(dealt != production.solution, "seed \(seed)")
      #expect(Set(dealt) == Set(production.solution), "seed \(seed)")
    }
  }

  @Test func `one rule among many steps is still broken by the deal`() throws {
    let one = Ordering(
      question: "?", steps: production.steps, constraints: [production.constraints[0]])
    let flow = exercise([stage("order", .order(one))])
    for seed in UInt64(0)..<100 {
      let dealt = try flow.instance(seed: seed, runner: runner).dealt(of: flow.stages[0])
      let check = dealt.firstIndex { $0.step == .check } ?? 0
      let scale = dealt.firstIndex { $0.step == .scale } ?? 0
      #expect(scale < check, "seed \(seed)")
    }
  }

  @Test func `options keep the author's order, or are shuffled by the seed`() throws {
    let kept = Question(choice: howMany, base: blobs, seed: 3, name: "kept")
    #expect(kept.options.map(\.id) == ["2", "3", "4", "5"])
    let words = options("a", "b", "c", "d")
    let firsts = (UInt64(0)..<40).map { seed in
      Question(
        choice: choice(.dominantFeature, options: words, keepsOrder: false), seed: seed, name: "x"
      ).options.map(\.id)
    }
    #expect(firsts.allSatisfy { $0.sorted() == ["a", "b", "c", "d"] })
    #expect(Set(firsts.map { $0[0] }) == ["a", "b", "c", "d"])
  }

  @Test func `a stage lays its settings over the exercise's, and the learner over both`() throws {
    let drill = exercise([stage("tune", .tune(repair()), settings: [Setting("k", "4")])])
    let (instance, first) = try drill.first()
    #expect(instance.settings(for: first).contains(Setting("k", "4")))
    let mine = try instance.experiment(for: first, learner: [Setting("k", "2")])
    #expect(mine.settings.contains(Setting("k", "2")))
  }

  @Test func `a form's fields that mean nothing to the chosen algorithm are left out`() throws {
    let (instance, first) = try exercise([stage("order", .order(production))]).first()
    let form = [
      Setting("k", "4"), Setting("restarts", "5"), Setting("algorithm", "agglomerative"),
    ]
    let mine = try instance.experiment(for: first, learner: form)
    #expect(mine.settings.contains(Setting("k", "4")))
    #expect(!mine.settings.contains { $0.name == "restarts" })
    #expect(instance.common.overlaid(with: form) == mine.settings)
  }
}

private let howManyGroups = choice(
  .extreme(highest: true, .silhouette, among: variants(of: "k", 2, 3, 4, 5)),
  options: options("2", "3", "4", "5"))
