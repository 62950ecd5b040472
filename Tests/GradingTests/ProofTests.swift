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
