import Courseware
import Scheduling
import Testing
import Tutoring

/// An answer to the question of the small course, marked by both sides.
private func marked(_ day: Int64, _ own: [String], _ machine: [String]?, in past: inout Past) {
  past.on(
    day,
    .answered(
      Answered(
        item: "interview-objective", part: "interview-objective", seed: 1, attempt: "a-\(day)",
        answer: "words", score: 0.5, passed: false, points: machine)),
    .selfMarked(SelfMarked(item: "interview-objective", attempt: "a-\(day)", points: own)))
}

@Suite struct `Your marks beside the machine's` {
  private func page(_ past: Past) throws -> String {
    try Sitting(after: past.events, at: .selfMarks).tutor.scene.words
  }

  @Test func `begin with how to get there`() throws {
    #expect(try page(Past()).contains("Mark a written answer of yours"))
  }

  @Test func `say by how many points one is kinder, over how many answers`() throws {
    var past = Past()
    marked(0, ["within", "between", "criterion"], ["within"], in: &past)
    marked(1, ["within", "between"], ["within", "between"], in: &past)
    let words = try page(past)
    #expect(
      words.contains(
        "You credit yourself with 1.0 point more than the machine does, over 2 answers."))
    #expect(words.contains("You agree with the machine on 83 % of the points."))
    #expect(words.contains("4 of 6"))
  }

  @Test func `say whether that changes, and how far both agree beyond chance`() throws {
    var past = Past()
    for day in 0..<2 { marked(Int64(day), ["within", "between"], ["within"], in: &past) }
    for day in 2..<5 { marked(Int64(day), ["within"], ["within", "measure"], in: &past) }
    let words = try page(past)
    #expect(words.contains("over 5 answers"))
    #expect(words.contains("In the earlier half it was +1.0 an answer, in the later half −1.0."))
    #expect(words.contains("(kappa 0.5"))
  }

  @Test func `compare with the machine, not with what a person decided`() throws {
    var past = Past()
    marked(0, ["within"], ["within", "between"], in: &past)
    let answer = try #require(past.events.first?.id)
    past.on(
      1,
      .decided(
        Decided(
          item: "interview-objective", attempt: "a-0", event: answer, point: "no-target",
          credited: true)),
      .regraded(
        Regraded(
          item: "interview-objective", attempt: "a-0", event: answer, score: 0.5, passed: false,
          points: ["within", "between", "no-target"])))
    #expect(
      try page(past).contains(
        "You credit yourself with 1.0 point fewer than the machine does, over 1 answer."))
  }

  @Test func `leave out what only one side has marked`() throws {
    var past = Past()
    marked(0, ["within"], nil, in: &past)
    #expect(try page(past).contains("Mark a written answer of yours"))
  }
}
