import Courseware
import Experiments
import Grading
import Testing

@Suite struct ProofTests {
  private func findings(
    _ task: Courseware.Task, experiment: [Setting] = blobs, seeds: Range<UInt64> = 1..<4
  ) -> [Finding] {
    prove(exercise([stage("one", task)], experiment: experiment), seeds: seeds, runner: runner)
      .findings
  }

  @Test func `a sound exercise is proved over seeds`() {
    let lab = exercise(
      [
        stage("repair", .tune(repair())), stage("order", .order(production)),
        stage("explain", .write(explain)),
      ], experiment: loudCustomers)
    let proof = prove(lab, seeds: 1..<4, runner: runner)
    #expect(proof.holds, "\(proof.findings)")
    #expect(proof.seeds == 3)
  }

  @Test func `a sound question is proved over seeds`() {
    #expect(findings(.choose(howMany)).isEmpty)
  }

  @Test func `an answer that is not among the options is found`() {
    let found = findings(.choose(choice(howMany.key, options: options("2", "4"))))
    #expect(found.count == 1)
    #expect(found.first?.what.hasPrefix("the answer “3” is not among the options") == true)
    #expect(found.first?.seeds == 3)
  }

  @Test func `a tie is found`() {
    let twins = [Variant(id: "a", settings: []), Variant(id: "b", settings: [])]
    let key = Key.extreme(highest: true, .silhouette, among: twins)
    let found = findings(.choose(choice(key, options: options("a", "b"))), seeds: 1..<2)
    #expect(found.first?.what.contains("nearly a tie") == true)
  }

  @Test func `a solution that does not hold, a start that does, a near miss that passes are found`()
  {
    let sound = repair(heldBack: 2)
    func broken(
      solution: [Setting]? = nil, nearMisses: [NearMiss]? = nil, bound: Double = 0.85
    ) -> [String] {
      let tuning = Tuning(
        goal: sound.goal, parameters: sound.parameters,
        conditions: [Condition(measure: .agreement, relation: .atLeast, bound: bound)],
        heldBackSeeds: sound.heldBackSeeds, plots: [], shows: [],
        solution: solution ?? sound.solution, nearMisses: nearMisses ?? sound.nearMisses)
      return findings(.tune(tuning), experiment: loudCustomers, seeds: 1..<2).map(\.what)
    }
    #expect(broken().isEmpty)
    let solution = broken(solution: [Setting("restarts", "50")])
    #expect(solution.count == 1)
    #expect(solution.first?.hasPrefix("the solution restarts 50: Not yet") == true)
    let start = broken(nearMisses: [], bound: -1)
    #expect(start.count == 1)
    #expect(start.first?.hasPrefix("unchanged settings: It holds") == true)
    let miss = NearMiss(settings: [Setting("scale", "standard")], reply: "")
    #expect(broken(nearMisses: [miss]).first?.hasPrefix("the near miss scale standard") == true)
    let missing = NearMiss(settings: [Setting("scale", "robust")], reply: "")
    #expect(broken(nearMisses: [missing]).first?.contains("cannot be graded") == true)
  }

  @Test func `rules that no order breaks or keeps are found`() {
    let free = Ordering(question: "", steps: production.steps, constraints: [])
    #expect(
      findings(.order(free), experiment: loudCustomers, seeds: 1..<2).map(\.remedy) == [
        "write rules that some order breaks"
      ])
    let circle = Ordering(
      question: "", steps: production.steps,
      constraints: [
        Ordering.Constraint(before: .check, after: .scale, reason: ""),
        Ordering.Constraint(before: .scale, after: .check, reason: ""),
      ])
    #expect(
      findings(.order(circle), experiment: loudCustomers, seeds: 1..<2).first?.what
        .contains("1 stands the wrong way round") == true)
  }

  @Test func `an order that the rules call right and the run does not is found at its rule`() {
    let last = production.constraints.count - 1
    let found = findings(
      .order(production.turning(last)), experiment: loudCustomers, seeds: 1..<2)
    #expect(found.map(\.remedy) == ["turn the rule round, or change what is run"])
    #expect(found.first?.what.hasPrefix("the right order runs into trouble: assign: ") == true)
  }

  @Test func `the only option without a reply for being wrong must be right`() {
    func found(_ silent: String) -> [String] {
      let options = ["2", "3", "4", "5"].map { id in
        Choice.Option(id: id, text: id, reply: id == silent ? nil : "No.")
      }
      return findings(.choose(choice(howMany.key, options: options)), seeds: 1..<2).map(\.what)
    }
    #expect(found("3") == [])
    #expect(found("4").count == 1)
    #expect(found("4").first?.hasSuffix("but only “4” has no reply for being wrong") == true)
  }

  @Test func `two options with one text are found`() {
    let twins = [Choice.Option(id: "3", text: "three"), Choice.Option(id: "4", text: "three")]
    let key = Key.extreme(highest: true, .silhouette, among: variants(of: "k", 3, 4))
    let found = findings(.choose(choice(key, options: twins)), seeds: 1..<2)
    #expect(found.map(\.remedy) == ["give each option an id and a text of its own"])
  }

  @Test(arguments: [
    ("There are three groups.", true), ("Take k = 3.", true), ("Not 2, 4 or 5.", true),
    ("Is it 2 or 3?", false), ("Count the clouds.", false),
  ])
  func `a hint that points at the right option is found once its key has run`(
    hint: String, isLeak: Bool
  ) {
    let hints = [Hint(text: hint, price: 0.1), Hint(text: "It is 3.", price: 0.2)]
    let drill = exercise([stage("one", .choose(howMany), hints: hints)])
    let found = prove(drill, seeds: 1..<2, runner: runner).findings.map(\.what)
    #expect(found == (isLeak ? ["the hint points at the right answer, “3”"] : []))
  }

  @Test func `a rubric that nobody can pass, or nobody can fail, is found`() {
    for mark in [0, 1.5] {
      let writing = Writing(
        prompt: "explain", question: "", structure: [], points: explain.points, model: [],
        passMark: mark)
      #expect(findings(.write(writing), seeds: 1..<2).count == 1, "pass mark \(mark)")
    }
  }

  @Test func `the questions inside a text are proved too`() {
    func lesson(_ choice: Choice) -> Reading {
      Reading(
        id: "sample/lesson", title: "", level: "beginner", minutes: 1, concepts: [],
        pages: [Page(title: "", passages: [.check(Check(id: "how-many", choice: choice))])])
    }
    let sound = choice(howMany.key, options: howMany.options, settings: blobs)
    #expect(prove(lesson(sound), seeds: 1..<3, runner: runner).holds)
    let broken = choice(howMany.key, options: howMany.options)
    let proof = prove(lesson(broken), seeds: 1..<3, runner: runner)
    #expect(proof.findings.map(\.stage) == ["how-many"])
    #expect("\(proof.findings[0])".hasPrefix("sample/lesson, how-many (2 seeds, the first is 1)"))
  }
}
