import Courseware
import Experiments
import Grading
import Testing

@Suite struct ChooseTests {
  private func verdict(on option: String) throws -> Verdict {
    let (instance, stage) = try exercise([stage("predict", .choose(howMany))]).first()
    return try grade(instance, stage, .choice(option), runner: runner)
  }

  @Test func `the option that the run gives earns everything`() throws {
    let verdict = try verdict(on: "3")
    #expect(verdict.score == 1)
    #expect(verdict.passed)
    #expect(verdict.headline == "Right: 3.")
    #expect(verdict.consequence == nil)
    #expect(verdict.evidence.count == 4)
  }

  @Test func `a wrong option is shown what it comes to, beside the right one`() throws {
    let verdict = try verdict(on: "4")
    #expect(verdict.score == 0)
    #expect(!verdict.passed)
    #expect(verdict.headline == "You said: 4. The run says: 3.")
    let consequence = verdict.consequence ?? ""
    #expect(consequence.hasPrefix("4: silhouette 0."))
    #expect(consequence.contains("; 3: silhouette 0."))
  }

  @Test func `what the author replies comes first`() throws {
    let consequence = try verdict(on: "2").consequence ?? ""
    #expect(consequence.hasPrefix("Two of the clouds then share a centre. 2: silhouette 0."))
  }

  @Test func `an option that is not there is malformed`() throws {
    #expect(throws: AnswerError.unknownOption("9", accepted: ["2", "3", "4", "5"])) {
      try verdict(on: "9")
    }
  }

  @Test func `another kind of answer is malformed`() throws {
    let (instance, stage) = try exercise([stage("predict", .choose(howMany))]).first()
    #expect(throws: AnswerError.wrongKind(expected: "one option")) {
      try grade(instance, stage, .text("three"), runner: runner)
    }
  }

  @Test func `a question inside a text runs its own experiment`() throws {
    let check = choice(howMany.key, options: howMany.options, settings: blobs)
    let question = Question(choice: check, seed: 1, name: "lesson/how-many")
    #expect(try question.grade(.choice("3"), runner: runner).passed)
  }

  @Test func `a key that cannot run costs no attempt`() throws {
    let check = choice(howMany.key, options: howMany.options)
    let question = Question(choice: check, seed: 1, name: "lesson/broken")
    let error = #expect(throws: AnswerError.self) {
      try question.grade(.choice("3"), runner: runner)
    }
    #expect(error.map { "\($0)".contains("nothing is lost") } == true)
  }
}
