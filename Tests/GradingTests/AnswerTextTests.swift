import Courseware
import Experiments
import Grading
import Testing

@Suite struct AnswerTextTests {
  private let choose = stage("choose", .choose(howMany))
  private let tune = stage("tune", .tune(repair()))
  private let order = stage("order", .order(production))
  private let write = stage("write", .write(explain))

  @Test func `what is written reads back`() throws {
    let answers: [(Answer, Stage, String)] = [
      (.choice("3"), choose, "3"),
      (
        .settings([Setting("scale", "standard"), Setting("multiply.spend", "1")]), tune,
        "scale=standard, multiply.spend=1"
      ),
      (
        .settings([Setting("features", "spend,visits"), Setting("scale", "none")]), tune,
        "features=spend,visits, scale=none"
      ),
      (
        .order([.scale, .check, .cluster, .evaluate, .assign]), order,
        "scale check cluster evaluate assign"
      ),
      (.text("Near means alike.\nFar means not."), write, "Near means alike.\nFar means not."),
    ]
    for (answer, stage, text) in answers {
      #expect(answer.text == text)
      #expect(try Answer(text: text, for: stage) == answer)
    }
  }

  @Test func `no settings are an answer too: all as the stage starts`() throws {
    #expect(Answer.settings([]).text == "")
    #expect(try Answer(text: "", for: tune) == .settings([]))
  }

  @Test func `what the form shows can be typed`() throws {
    #expect(
      try Answer(text: "Spend in = Cents, SCALE=Standard", for: tune)
        == .settings([Setting("multiply.spend", "100"), Setting("scale", "standard")]))
    #expect(
      try Answer(text: "features = spend, visits", for: tune)
        == .settings([Setting("features", "spend,visits")]))
    #expect(
      try Answer(text: "Check, scale > cluster → evaluate, assign", for: order)
        == .order(FlowStep.allCases))
  }

  @Test func `what cannot be read says what can`() {
    let mistakes: [(String, Stage, String)] = [
      ("seven", choose, "there is no option “seven”; answer with one of: 2, 3, 4, 5"),
      ("standard", tune, "this task asks for settings, such as scale=none"),
      (
        "multiply.spend=7", tune,
        "multiply.spend cannot be “7”; it can be: 1 (euros), 100 (cents)"
      ),
      ("scale=", tune, "scale cannot be “”; it can be: none, standard"),
      (
        "check scale clean", order,
        "there is no step “clean”; name each of these once: assign, check, cluster, evaluate, scale"
      ),
      ("check scale", order, "assign, cluster, evaluate is missing; name every step once"),
      ("", write, "there is nothing yet; write at least a sentence"),
    ]
    for (text, stage, sentence) in mistakes {
      let error = #expect(throws: AnswerError.self) { try Answer(text: text, for: stage) }
      #expect(error.map { "\($0)" } == sentence)
    }
  }
}
