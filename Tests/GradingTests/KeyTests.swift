import Courseware
import Experiments
import Grading
import Testing

@Suite struct KeyTests {
  private func answer(
    _ key: Key, on settings: [Setting] = blobs, among options: [String] = []
  ) throws -> KeyResult {
    try key.answer(among: options, base: Experiment(settings: settings), runner: runner)
  }

  @Test func `the highest silhouette over k is at the planted number`() throws {
    for seed in UInt64(1)...5 {
      let key = try answer(
        .extreme(highest: true, .silhouette, among: variants(of: "k", 2, 3, 4, 5)),
        on: blobs + [Setting("seed", "\(seed)")])
      #expect(key.option == "3", "seed \(seed)")
      #expect(key.isClear, "seed \(seed)")
    }
  }

  @Test func `the lowest inertia is at the largest k, with every figure as evidence`() throws {
    let key = try answer(.extreme(highest: false, .inertia, among: variants(of: "k", 2, 3, 4)))
    #expect(key.option == "4")
    #expect(
      key.evidence.map(\.name) == ["inertia with k 2", "inertia with k 3", "inertia with k 4"])
    for evidence in key.evidence {
      let again = try runner.run(Experiment(settings: evidence.settings))
      #expect(again.value(of: .inertia) != nil)
      #expect(evidence.settings.contains { $0.name == "seed" })
    }
  }

  @Test func `a variant without the measure cannot win`() throws {
    let key = try answer(.extreme(highest: true, .silhouette, among: variants(of: "k", 1, 3)))
    #expect(key.option == "3")
    #expect(key.evidence.first?.value == "not defined")
  }

  @Test func `a measure that no variant has is an error, not an answer`() throws {
    #expect(throws: GradingError.self) {
      try answer(.extreme(highest: true, .silhouette, among: variants(of: "k", 1)))
    }
  }

  @Test func `equals are a tie`() throws {
    let twins = [Variant(id: "a", settings: []), Variant(id: "b", settings: [])]
    #expect(try !answer(.extreme(highest: true, .silhouette, among: twins)).isClear)
  }

  @Test func `a change makes a measure rise, fall or stay`() throws {
    func change(_ settings: [Setting]) throws -> String {
      try answer(.change(.silhouette, settings: settings, tolerance: 0.02)).option
    }
    #expect(try change([Setting("k", "2")]) == "falls")
    #expect(try change([Setting("restarts", "20")]) == "stays")
    let rising = try answer(
      .change(.silhouette, settings: [Setting("k", "3")], tolerance: 0.02),
      on: blobs + [Setting("k", "2")])
    #expect(rising.option == "rises")
    #expect(rising.finding.hasPrefix("silhouette goes from 0."))
  }

  @Test func `spend in cents has nearly all of the squared distance`() throws {
    let key = try answer(.dominantFeature, on: loudCustomers)
    #expect(key.option == "spend")
    #expect(key.isClear)
    #expect(key.finding == "spend has more than 99.9 % of the squared distance")
    #expect(
      key.evidence.map(\.name) == [
        "share of spend", "share of visits", "share of categories", "share of return_rate",
      ])
  }

  @Test func `features on one scale share the distance, which is a tie`() throws {
    #expect(
      try !answer(.dominantFeature, on: loudCustomers + [Setting("scale", "standard")]).isClear)
  }

  @Test func `a unit regroups raw features and not scaled ones`() throws {
    let key = Key.regrouping(settings: [Setting("multiply.visits", "1000")])
    let raw = [Setting("data", "customers"), Setting("rows", "150")]
    #expect(try answer(key, on: raw).option == "different")
    #expect(try answer(key, on: raw + [Setting("scale", "standard")]).option == "same")
  }

  @Test func `round groups beat noise in the same box, noise does not`() throws {
    let key = Key.structure(.silhouette, references: 10)
    #expect(try answer(key).option == "structure")
    let noise = [Setting("data", "uniform"), Setting("rows", "90")]
    let answers = try (1...6).map {
      try answer(key, on: noise + [Setting("seed", "\($0)")])
    }
    let clear = answers.filter(\.isClear).map(\.option)
    #expect(!clear.isEmpty)
    #expect(clear.allSatisfy { $0 == "noise" })
  }

  @Test func `a bound is met or not`() throws {
    func holds(_ relation: Condition.Relation, _ bound: Double) throws -> String {
      try answer(.holds(Condition(measure: .silhouette, relation: relation, bound: bound))).option
    }
    #expect(try holds(.atLeast, 0.5) == "yes")
    #expect(try holds(.atLeast, 0.99) == "no")
    #expect(try holds(.atMost, 0.99) == "yes")
  }

  @Test func `the nearest number is right, and words among the options are never nearest`() throws {
    let key = try answer(.nearest(.groups), among: ["none", "2", "3.2", "7"])
    #expect(key.option == "3.2")
    #expect(key.finding == "number of groups is 3")
  }

  @Test func `half way between two numbers is a tie`() throws {
    #expect(try !answer(.nearest(.groups), among: ["2", "4"]).isClear)
  }

  @Test func `settings that make no experiment are said`() throws {
    let error = #expect(throws: GradingError.self) {
      try answer(.change(.silhouette, settings: [Setting("k", "many")], tolerance: 0))
    }
    #expect(error.map { "\($0)".contains("k many") } == true)
  }
}
