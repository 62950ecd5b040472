import Courseware
import Grading
import Testing

@Suite struct WriteTests {
  private func verdict(_ text: String) throws -> Verdict {
    let (instance, stage) = try exercise([stage("explain", .write(explain))]).first()
    return try grade(instance, stage, .text(text), runner: runner)
  }

  private func marked(_ writing: Writing, own: [String]) throws -> Verdict {
    try verdict("Points of one group are near each other.")
      .counting(own: own, in: .write(writing))
  }

  @Test func `a written answer is kept, earns nothing yet, and gives nothing away`() throws {
    let verdict = try verdict("Points of one group are near each other.")
    #expect(verdict.score == 0)
    #expect(!verdict.passed)
    #expect(verdict.headline.hasPrefix("Kept."))
    #expect(verdict.criteria.isEmpty)
    #expect(verdict.solution == nil)
  }

  @Test func `nothing, blanks, marks or a word or two are malformed`() {
    for text in ["", "  \n\t ", "idk", "no idea", "? ? ? ?"] {
      let error = #expect(throws: AnswerError.self) { try verdict(text) }
      #expect(error.map { "\($0)".hasSuffix("write at least a sentence") } == true, "\(text)")
    }
  }

  @Test func `the learner's own marks decide`() throws {
    let two = try marked(explain, own: ["within", "use"])
    #expect(two.score == 2.0 / 3)
    #expect(two.passed)
    #expect(two.headline == "Your answer makes 2 of 3 points.")
    let one = try marked(explain, own: ["within"])
    #expect(!one.passed)
    #expect(one.headline == "Your answer makes 1 of 3 points; 2 are asked.")
    #expect(one.criteria.map(\.earned) == [1.0 / 3, 0, 0])
    #expect(try marked(explain, own: ["use", "use"]).score == 1.0 / 3)
  }

  @Test func `a pass mark that is met exactly passes`() throws {
    let five = Writing(
      prompt: "explain", question: "", structure: [],
      points: (1...5).map { Writing.Point(id: "\($0)", idea: "") },
      model: [], passMark: 0.6)
    #expect(try marked(five, own: ["1", "2", "3"]).passed)
    #expect(try !marked(five, own: ["1", "2"]).passed)
  }

  @Test func `a point that the rubric does not have is malformed`() {
    #expect(
      throws: AnswerError.unknownPoint("luck", accepted: ["within", "between", "use"])
    ) { try explain.check(own: ["luck"]) }
  }
}

@Suite struct `A text is an answer` {
  @Test(arguments: [
    "k=n -> 0", "no labels here", "don't know why", "a/b/c", "聚类把相似的点放在一起。", "3 > 2 > 1",
  ]) func `from three words on, notes and scripts without spaces too`(text: String) {
    #expect(isAnswer(text))
  }

  @Test(arguments: ["", " \n", "elbow", "don't know", "... --- ...", "it's naïve", "k=n"])
  func `and not before`(text: String) {
    #expect(!isAnswer(text))
  }
}
