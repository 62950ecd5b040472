import Grading
import Scheduling
import ScriptedLearner
import Synchronization
import Testing
import Tutoring

private let question = "interview-objective"

/// Replies the next text each time it is asked, and the last one from then on.
private final class Replies: Sendable {
  private let texts: [String]
  private let count = Mutex(0)

  init(_ texts: String...) { self.texts = texts }

  var asked: Int { count.withLock(\.self) }

  var opinion: SecondOpinion {
    SecondOpinion(name: "Lab") { request, _ in
      let place = self.count.withLock { count in
        count += 1
        return count - 1
      }
      let text = self.texts[min(place, self.texts.count - 1)]
      return Result { () throws(OpinionFailure) in
        if text.hasPrefix("!") { throw .failed(String(text.dropFirst())) }
        return try Opinion.read(Array(text.utf8), to: request, from: "Lab")
      }
    }
  }
}

/// A learner who wrote a sentence and has marked it.
private func marked(_ opinion: SecondOpinion?) throws -> Sitting {
  var sitting = try Sitting(seed: 1, secondOpinion: opinion)
  sitting.perform(
    .open(.exercise(question)), .write("Points that are close together go into the same group."))
  sitting.perform(.arrange([0]), .submit)
  return sitting
}

private let generous = """
  {"points": {"within": {"said": true, "words": "close together", "why": "near is alike"},
    "between": {"said": true, "words": "far apart"}, "useful": {"said": false}},
   "remark": "Short."}
  """

extension Sitting {
  fileprivate var actions: [String] { tutor.scene.actions.map(\.word) }
}

@Suite struct `A second opinion` {
  @Test func `is offered where one is configured, once the answer is marked`() throws {
    let replies = Replies(generous)
    #expect(try !marked(nil).actions.contains("opinion"))
    #expect(try !marked(nil).tutor.scene.words.contains("second opinion"))
    var sitting = try Sitting(seed: 1, secondOpinion: replies.opinion)
    sitting.perform(.open(.exercise(question)))
    #expect(!sitting.actions.contains("opinion"))
    sitting.perform(.opinion, .write("Points that are close together go into the same group."))
    #expect(!sitting.actions.contains("opinion"))
    sitting.perform(.opinion, .arrange([0]), .submit)
    #expect(sitting.actions.contains("opinion"))
    #expect(sitting.tutor.scene.words.contains("your answer are then given to the command"))
    #expect(replies.asked == 0, "nobody is asked by itself")
  }

  @Test func `is shown beside the mark, and nothing goes on record`() throws {
    var sitting = try marked(Replies(generous).opinion)
    let before = sitting.saved
    sitting.perform(.opinion)
    let words = sitting.tutor.scene.words
    #expect(words.contains("Lab agrees with the mark on 2 of 3 points. No mark changes."))
    #expect(words.contains("(“close together”; near is alike)"))
    #expect(words.contains("(“far apart”, which you did not write; the mark says no)"))
    #expect(words.contains("(it says nothing of this)"))
    #expect(words.contains("It remarks: Short."))
    #expect(words.contains("say “I did say that”: a person decides."))
    #expect(words.contains("Your answer makes 1 of 6 points"))
    #expect(sitting.saved == before)
  }

  @Test func `that agrees leaves nothing to dispute`() throws {
    var sitting = try marked(Replies(#"{"points": {"within": {"said": true}}}"#).opinion)
    sitting.perform(.opinion)
    #expect(sitting.tutor.scene.words.contains("agrees with the mark on 1 of 1 point."))
    #expect(!sitting.tutor.scene.words.contains("Where you agree with it"))
  }

  @Test func `that fails says why in its place, and can be asked again`() throws {
    let replies = Replies("!config.yaml:1:1: wrong\nand more", generous)
    var sitting = try marked(replies.opinion)
    let score = sitting.tutor.world.progress.record(of: question)?.runs.last?.answers.last?.score
    sitting.perform(.opinion)
    #expect(
      sitting.tutor.scene.aside.contains(
        .verdict(
          headline: "There is none. No mark changes.", .neutral,
          lines: ["config.yaml:1:1: wrong", "and more"])))
    sitting.perform(.move(1))
    #expect(sitting.tutor.scene.words.contains("There is none."))
    #expect(replies.asked == 1, "it is remembered")
    sitting.perform(.opinion)
    #expect(sitting.tutor.scene.words.contains("Asked 2 times: Lab agrees"))
    #expect(replies.asked == 2)
    #expect(
      sitting.tutor.world.progress.record(of: question)?.runs.last?.answers.last?.score == score)
  }

  @Test func `is not waited for, and not asked twice meanwhile`() throws {
    let replies = Replies(generous)
    var sitting = try marked(replies.opinion)
    sitting.perform(.opinion)
    let scene = sitting.tutor.scene(at: Glance())
    #expect(scene.words.contains("Asking Lab …"))
    #expect(!scene.actions.map(\.word).contains("opinion"))
    #expect(replies.asked == 0)
    _ = sitting.tutor.scene
    #expect(sitting.tutor.scene(at: Glance()).words.contains("Lab agrees with the mark"))
    #expect(replies.asked == 1)
  }

  @Test func `that was called off is not asked again by itself`() throws {
    let asked = Mutex(0)
    var sitting = try marked(
      SecondOpinion(name: "Lab") { _, isWanted in
        asked.withLock { $0 += 1 }
        return .failure(isWanted() ? .failed("it was wanted") : .calledOff)
      })
    sitting.perform(.opinion)
    let errand = Errand()
    errand.cancel()
    #expect(sitting.tutor.scene(for: errand).words.contains("It was called off."))
    #expect(sitting.tutor.scene.words.contains("It was called off."))
    #expect(asked.withLock(\.self) == 1)
  }

  @Test func `is not asked again when one comes back another day`() throws {
    let replies = Replies(generous)
    var sitting = try marked(replies.opinion)
    sitting.perform(.opinion)
    _ = sitting.tutor.scene
    _ = try sitting.reopened().tutor.scene
    #expect(replies.asked == 1)
  }

  @Test func `can be asked for in a mock interview as well`() throws {
    let replies = Replies(generous)
    var sitting = try Sitting(seed: 1, at: .mock, secondOpinion: replies.opinion)
    sitting.perform(.set(field: "questions", value: "1"), .enter)
    #expect(!sitting.actions.contains("opinion"))
    sitting.perform(.write("Points that are close together go into the same group."))
    sitting.perform(.arrange([0]), .submit, .opinion)
    #expect(sitting.tutor.scene.words.contains("A second opinion"))
    #expect(replies.asked == 1)
  }
}
