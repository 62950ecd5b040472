import Courseware
import Experiments
import Grading
import Testing

@Suite struct TuneTests {
  private func verdict(_ settings: [Setting], heldBack: Int = 4) throws -> Verdict {
    let lab = exercise(
      [stage("repair", .tune(repair(heldBack: heldBack)))], experiment: loudCustomers)
    let (instance, stage) = try lab.first()
    return try grade(instance, stage, .settings(settings), runner: runner)
  }

  @Test func `a repair that holds everywhere earns everything`() throws {
    let verdict = try verdict([Setting("scale", "standard")])
    #expect(verdict.score == 1)
    #expect(verdict.passed)
    #expect(verdict.headline.hasPrefix("It holds on your table (agreement 0."))
    #expect(verdict.headline.hasSuffix("and on all 4 that you have not seen."))
    #expect(verdict.evidence.map(\.name) == ["agreement", "agreement, worst of 4 unseen tables"])
  }

  @Test func `the evidence replays`() throws {
    for evidence in try verdict([Setting("scale", "standard")]).evidence {
      let trace = try runner.run(Experiment(settings: evidence.settings))
      let value = try #require(trace.value(of: .agreement))
      #expect(value >= 0.85, "\(evidence)")
    }
  }

  @Test func `the fault itself does not pass, and says by how much`() throws {
    let verdict = try verdict([])
    #expect(verdict.score == 0)
    #expect(!verdict.passed)
    #expect(verdict.headline.hasPrefix("Not yet: agreement at least 0.85 is asked, it is "))
    #expect(verdict.consequence == nil)
    #expect(verdict.criteria.last?.why == "not tried, because your own table fails")
  }

  @Test func `a known mistake is answered by its reply`() throws {
    #expect(try verdict([Setting("restarts", "50")]).consequence == "The same wrong distance.")
  }

  @Test func `a value that the stage starts with is no mistake`() throws {
    #expect(try verdict([Setting("restarts", "10")]).consequence == nil)
  }

  @Test func `a lucky repair is refused, and told so`() throws {
    let (instance, stage) = try luckyLab()
    let lucky = Answer.settings([Setting("k", "3")])
    let verdict = try grade(instance, stage, lucky, runner: runner)
    #expect(!verdict.passed)
    #expect(verdict.score >= 0.5 && verdict.score < 1)
    #expect(verdict.headline.hasPrefix("It holds on your table, but on "))
    #expect(verdict.headline.contains("of 8 tables that you have not seen it does not: 0."))
    #expect(verdict.consequence?.contains("luck") == true)
  }

  @Test func `what held before the learner did anything earns nothing`() throws {
    let sound = repair()
    let tuning = Tuning(
      goal: "", parameters: sound.parameters,
      conditions: sound.conditions + [
        Condition(measure: .groups, relation: .atLeast, bound: 3)
      ], heldBackSeeds: 0, plots: [], shows: [], solution: sound.solution, nearMisses: [])
    let lab = exercise([stage("repair", .tune(tuning))], experiment: loudCustomers)
    let (instance, stage) = try lab.first()
    let untouched = try grade(instance, stage, .settings([]), runner: runner)
    #expect(untouched.score == 0)
    #expect(untouched.criteria.last?.why == "it is 3, as it was before you began")
    let tried = try grade(
      instance, stage, .settings([Setting("restarts", "50")]), runner: runner)
    #expect(tried.score == 0.5)
  }

  @Test func `without held-back tables the learner's own decides`() throws {
    #expect(try verdict([Setting("scale", "standard")], heldBack: 0).passed)
  }

  @Test func `a figure is never shown on the wrong side of its bound`() {
    let condition = Condition(measure: .agreement, relation: .atLeast, bound: 0.9)
    #expect(condition.written(0.8973) == "0.897")
    #expect(condition.written(0.9) == "0.90")
    #expect(condition.written(0.9001) == "0.90")
    #expect(condition.written(0.42) == "0.42")
    let share = Condition(measure: .loudestShare, relation: .atMost, bound: 0.5)
    #expect(share.written(0.50004) == "50.004 %")
    #expect(share.words == "largest share of squared distance at most 50 %")
    let fine = Condition(measure: .silhouette, relation: .atMost, bound: 0.475)
    #expect(fine.words == "silhouette at most 0.475")
    #expect(fine.written(0.4751) == "0.48")
  }

  @Test func `an undefined measure does not hold, and says why`() throws {
    let tuning = Tuning(
      goal: "", parameters: [parameter("k", ["1", "3"])],
      conditions: [Condition(measure: .silhouette, relation: .atLeast, bound: 0.1)],
      heldBackSeeds: 0, plots: [], shows: [], solution: [], nearMisses: [])
    let (instance, stage) = try exercise([stage("tune", .tune(tuning))]).first()
    let verdict = try grade(instance, stage, .settings([Setting("k", "1")]), runner: runner)
    #expect(!verdict.passed)
    #expect(verdict.headline.contains("it is not defined: there is one group"))
  }

  @Test func `malformed settings cost nothing and say what is accepted`() throws {
    #expect(
      throws: AnswerError.unknownValue(
        "robust", setting: "scale", accepted: ["none", "standard"])
    ) { try verdict([Setting("scale", "robust")]) }
    #expect(throws: AnswerError.settingTwice("scale")) {
      try verdict([Setting("scale", "none"), Setting("scale", "standard")])
    }
    let error = #expect(throws: AnswerError.self) { try verdict([Setting("eps", "1")]) }
    #expect(
      error.map { "\($0)" }
        == "there is no setting “eps” here; the settings are: scale, restarts, multiply.spend, "
        + "features")
  }

  @Test func `another kind of answer is malformed`() throws {
    let (instance, stage) = try exercise([stage("repair", .tune(repair()))]).first()
    #expect(throws: AnswerError.wrongKind(expected: "settings, such as scale=none")) {
      try grade(instance, stage, .choice("scale"), runner: runner)
    }
  }

  /// Noise, and a bound that only the best of ten tables meets.
  private func luckyLab() throws -> (Instance, Stage) {
    let noise = [Setting("data", "uniform"), Setting("rows", "30")]
    let silhouettes = try (UInt64(1)...10).map { seed in
      let trace = try runner.run(Experiment(settings: noise + [Setting("seed", "\(seed)")]))
      return (seed: seed, value: try #require(trace.value(of: .silhouette)))
    }
    let best = try #require(silhouettes.max { $0.value < $1.value })
    let tuning = Tuning(
      goal: "", parameters: [parameter("k", ["3", "4"])],
      conditions: [Condition(measure: .silhouette, relation: .atLeast, bound: best.value)],
      heldBackSeeds: 8, plots: [], shows: [], solution: [], nearMisses: [])
    let lab = exercise(
      [stage("tune", .tune(tuning), settings: [Setting("k", "4")])], experiment: noise)
    return try lab.first(seed: best.seed)
  }
}
