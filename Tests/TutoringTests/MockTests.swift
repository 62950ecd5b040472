import Courseware
import Foundation
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

private let spoken = "Clustering puts similar points into one group, say the customers of a shop."

/// A mock interview of some questions, begun.
private func interview(
  _ questions: Int = 2, tier: String = "mixed", time: String = "none", seed: UInt64 = 1,
  after events: [LearningEvent] = []
) throws -> Sitting {
  var sitting = try Sitting(seed: seed, after: events, at: .mock)
  sitting.perform(
    .set(field: "questions", value: "\(questions)"), .set(field: "tier", value: tier),
    .set(field: "time", value: time), .enter)
  return sitting
}

extension Sitting {
  fileprivate var asked: String? {
    for case .heading(let title) in tutor.scene.main { return title }
    return nil
  }

  fileprivate var answers: [Answered] {
    saved.compactMap { if case .answered(let answer) = $0.happening { answer } else { nil } }
  }

  fileprivate var interviews: [Mocked] {
    saved.compactMap { if case .mocked(let one) = $0.happening { one } else { nil } }
  }

  /// Commits an answer to every question that is left.
  fileprivate mutating func answerAll() {
    while case .text = tutor.scene.input { perform(.write(spoken)) }
  }
}

@Suite struct `The result of a mock interview` {
  @Test func `counts what a person decided, and does not call it the machine's`() throws {
    var sitting = try interview(1)
    sitting.answerAll()
    let mock = try #require(sitting.interviews.first)
    let item = try #require(mock.questions.first)
    let report = { (sitting: Sitting) in
      sitting.course.report(of: mock, sitting.tutor.world.progress)
    }
    let before = try #require(report(sitting).answers.first)
    let given = try #require(
      sitting.tutor.world.progress.record(of: item)?.runs.last?.givenAnswers.last)
    var stamper = Stamper(
      using: SystemRandomNumberGenerator(), after: sitting.saved.map(\.at).max())
    let decided = stamper.stamp(
      .decided(Decided(item: item, attempt: given.answer.attempt, event: given.event, score: 1)),
      at: .init(milliseconds: 0))
    let after = try Sitting(after: sitting.saved + [decided])
    let answer = try #require(report(after).answers.first)
    #expect(answer.machine == before.machine && answer.isDecided)
    #expect(before.earned == Double(before.machine ?? -1))
    #expect(report(after).mark == 1)
  }
}

@Suite struct `A mock interview draws its questions` {
  @Test func `by seed, and from the easiest to the hardest`() throws {
    func drawn(_ seed: UInt64) throws -> [String] {
      var sitting = try interview(3, seed: seed)
      sitting.answerAll()
      return try #require(sitting.interviews.first).questions
    }
    #expect(try drawn(5) == drawn(5))
    let draws = try (1...12).map { try drawn($0) }
    #expect(Set(draws).count > 1)
    let course = try interview().course
    let tiers = ["beginner", "intermediate", "expert"]
    for draw in draws {
      let levels = draw.compactMap { course.exercise($0)?.level }
      #expect(levels == tiers.flatMap { tier in levels.filter { $0 == tier } })
    }
  }

  @Test func `of one tier, and all there are where more were asked for`() throws {
    var sitting = try interview(4, tier: "expert")
    #expect(sitting.tutor.notice?.contains("all of them are asked") == true)
    sitting.answerAll()
    let mock = try #require(sitting.interviews.first)
    #expect(
      mock.questions.compactMap { sitting.course.exercise($0)?.level } == ["expert", "expert"])
  }

  @Test func `first those that are not passed yet`() throws {
    var past = Past()
    let course = try interview().course
    let all = course.topics.flatMap(\.exercises).filter { $0.kind == .interview }.map(\.id)
    for item in all.dropFirst() { past.on(0, .passed(item)) }
    for seed in 1...6 {
      var sitting = try interview(1, seed: UInt64(seed), after: past.events)
      sitting.answerAll()
      #expect(sitting.interviews.first?.questions == [all[0]])
    }
  }

  @Test func `others, when one was held with this seed`() throws {
    var sitting = try interview(1, seed: 3)
    sitting.answerAll()
    sitting.perform(.arrange([0]), .submit, .next, .restart, .enter)
    sitting.answerAll()
    #expect(Set(sitting.interviews.map(\.seed)).count == 2)
  }
}

@Suite struct `While a mock interview asks` {
  @Test func `nothing is on record, and nothing of the rubric is seen`() throws {
    var sitting = try interview(3)
    for _ in 0..<2 {
      sitting.perform(.edit(.insert(spoken)), .submit)
      #expect(sitting.answers.isEmpty)
      #expect(sitting.interviews.isEmpty)
      for writing in sitting.course.writings {
        for point in writing.points {
          #expect(!sitting.tutor.scene.words.contains(point.idea))
        }
      }
    }
    sitting.perform(.write(spoken))
    #expect(sitting.answers.count == 3)
    #expect(sitting.interviews.count == 1)
    #expect(Set(sitting.answers.map(\.attempt)) == Set(sitting.interviews[0].attempts))
  }

  /// Commits an answer to each question alone, and says which of them could be opened at all.
  private func opened(in sitting: inout Sitting) -> [String] {
    let questions = sitting.course.topics.flatMap(\.exercises).filter { $0.kind == .interview }
    return questions.map(\.id).filter { id in
      sitting.perform(.open(.exercise(id)))
      guard case .text = sitting.tutor.scene.input else { return false }
      sitting.perform(.write("xd x y"))
      return true
    }
  }

  @Test func `its questions are closed elsewhere, and open again when it is over`() throws {
    var sitting = try interview(2)
    let first = try #require(sitting.asked)
    sitting.perform(.write(spoken))
    let others = opened(in: &sitting)
    #expect(others.count == 2)
    #expect(sitting.answers.map(\.item) == others)
    sitting.perform(.open(.mock))
    #expect(sitting.tutor.scene.place.hasPrefix("question 2 of 2"))
    let asked = sitting.course.topics.flatMap(\.exercises).filter {
      [first, sitting.asked].contains($0.title)
    }.map(\.id)
    #expect(Set(asked).isDisjoint(with: others) && asked.count == 2)
    sitting.perform(.open(.exercise(asked[1])))
    #expect(sitting.tutor.scene.words.contains("end the interview there (F4, or the word end)"))
    sitting.perform(.enter)
    #expect(sitting.tutor.bookmark.route == .mock)
    sitting.perform(.set(field: "end", value: "now"), .set(field: "end", value: "now"))
    sitting.perform(.open(.exercise(asked[1])))
    guard case .text = sitting.tutor.scene.input else {
      Issue.record("\(asked[1]) is still closed")
      return
    }
  }

  @Test func `a question that was open before it is closed too, until it is over`() throws {
    var sitting = try Sitting(at: .exercise("interview-objective"))
    sitting.perform(.write(spoken), .submit)
    let read = sitting.tutor.scene
    sitting.perform(.open(.mock), .set(field: "questions", value: "4"), .enter, .back)
    #expect(sitting.tutor.bookmark.route == .exercise("interview-objective"))
    #expect(sitting.tutor.scene.title == "Closed for now")
    sitting.perform(.open(.evidence(item: "interview-objective", part: "interview-objective")))
    #expect(sitting.tutor.scene.title == "Closed for now")
    let later = try sitting.reopened()
    #expect(later.tutor.scene.title == "Closed for now")
    sitting.perform(.open(.mock))
    sitting.perform(.set(field: "end", value: "now"), .set(field: "end", value: "now"))
    sitting.perform(.open(.exercise("interview-objective")))
    #expect(sitting.tutor.scene.main == read.main)
  }

  @Test func `home and the list of questions say so, and lead there`() throws {
    var sitting = try interview(2, time: "10")
    sitting.perform(.tick, .back)
    for place in [Route.home, .interview(topic: "what-is-clustering")] {
      sitting.perform(.open(place))
      #expect(sitting.tutor.scene.words.contains("question 1 of 2 · 9:58 left"), "\(place)")
    }
    sitting.perform(.open(.home), .pick(0))
    #expect(sitting.tutor.bookmark.route == .mock)
    sitting.perform(.set(field: "end", value: "now"), .set(field: "end", value: "now"))
    sitting.perform(.open(.home))
    #expect(!sitting.tutor.scene.words.contains("mock interview"))
  }

  @Test func `half-written words are skipped only when that is asked twice`() throws {
    var sitting = try interview(2)
    sitting.perform(.edit(.insert("It puts similar rows together.")), .next)
    #expect(sitting.tutor.scene.place.hasPrefix("question 1"))
    #expect(sitting.tutor.notice?.hasPrefix("Once more goes to the next question") == true)
    sitting.perform(.edit(.insert(" And")), .next)
    #expect(sitting.tutor.scene.place.hasPrefix("question 1"), "writing on takes the first back")
    sitting.perform(.next)
    #expect(sitting.tutor.scene.place.hasPrefix("question 2"))
  }

  @Test func `more than an answer holds is not left out in silence`() throws {
    var sitting = try interview(1)
    sitting.perform(.edit(.insert(String(repeating: "points ", count: 3000))))
    #expect(
      sitting.tutor.notice
        == "An answer has room for 20000 characters. Not kept are the last 1000 of what came now.")
  }

  @Test func `what is hardly an answer is not committed, but can be skipped`() throws {
    var sitting = try interview(2)
    sitting.perform(.edit(.insert("no")), .submit)
    #expect(sitting.tutor.scene.place.hasPrefix("question 1"))
    #expect(sitting.tutor.notice?.contains("skip") == true)
    sitting.perform(.next, .next)
    #expect(sitting.tutor.scene.place.hasPrefix("question 2"))
    sitting.perform(.write(spoken))
    #expect(sitting.answers.count == 1)
    #expect(sitting.tutor.scene.place.hasPrefix("answer 2 of 2"))
  }

  @Test func `it ends early when that is asked twice, with what stands there`() throws {
    var sitting = try interview(3)
    sitting.perform(.edit(.insert(spoken)), .set(field: "end", value: "now"))
    #expect(sitting.answers.isEmpty)
    sitting.perform(.edit(.insert(" More.")), .set(field: "end", value: "now"))
    #expect(sitting.answers.isEmpty, "writing on takes the first word back")
    sitting.perform(.set(field: "end", value: "now"))
    #expect(sitting.answers.map(\.answer) == [spoken + " More."])
    #expect(sitting.tutor.scene.place.hasPrefix("answer 1 of 3"))
  }

  @Test func `who leaves comes back to the same question and the same words`() throws {
    var sitting = try interview(2, seed: 4)
    sitting.perform(.write(spoken), .edit(.insert("Half a sen")))
    let title = sitting.asked
    var later = try Sitting(seed: 9, after: sitting.saved, minutesLater: 60 * 24)
    #expect(later.asked == title)
    guard case .text(let draft) = later.tutor.scene.input else {
      Issue.record("nothing to write in")
      return
    }
    #expect(draft.text == "Half a sen")
    later.perform(.edit(.insert("tence, and the rest.")), .submit)
    #expect(later.answers.map(\.answer) == [spoken, "Half a sentence, and the rest."])
    #expect(later.interviews.first?.pauses == 1)
  }
}

@Suite struct `The clock of a mock interview` {
  @Test func `runs while one writes, and is told in words when a question is asked`() throws {
    let sitting = try interview(2, time: "10")
    #expect(sitting.tutor.scene.clock == Clock(text: "10:00 left", isUrgent: false))
    #expect(sitting.tutor.scene.pace == 1000)
    #expect(sitting.tutor.scene.words.contains("You have 10 min for 2 questions."))
    var later = sitting
    later.perform(.tick, .tick, .edit(.insert("a")))
    #expect(later.tutor.scene.clock?.text == "9:57 left")
  }

  @Test func `is none where nobody wanted one`() throws {
    let scene = try interview().tutor.scene
    #expect(scene.clock == nil)
    #expect(scene.pace == nil)
  }

  @Test func `says when time is nearly up and when it is over, and takes no word away`() throws {
    var sitting = try interview(1, time: "3")
    sitting.perform(.edit(.insert("Points that are alike")))
    #expect(!sitting.tutor.scene.words.contains("nearly"))
    sitting.wait(minutes: 2)
    sitting.perform(.tick)
    #expect(sitting.tutor.scene.words.contains("Time is nearly up: less than 60 s left."))
    #expect(sitting.tutor.scene.clock?.isUrgent == true)
    sitting.wait(minutes: 1)
    sitting.perform(.tick)
    #expect(sitting.tutor.scene.words.contains("Time is up. Nothing is lost"))
    #expect(sitting.tutor.scene.clock?.text.hasSuffix("over time") == true)
    sitting.perform(.edit(.insert(" go together.")), .submit)
    #expect(sitting.answers.map(\.answer) == ["Points that are alike go together."])
    let mock = try #require(sitting.interviews.first)
    #expect(mock.late == mock.attempts)
    #expect(mock.allowed == 180_000)
  }

  @Test func `of each question is its own where that was asked for`() throws {
    var sitting = try interview(2, time: "own")
    let first = sitting.tutor.scene.clock?.text
    sitting.wait(minutes: 30)
    sitting.perform(.edit(.insert("x")), .write(spoken))
    #expect(sitting.tutor.scene.clock?.isUrgent == false)
    #expect(sitting.tutor.scene.words.contains("for this question."))
    sitting.perform(.write(spoken))
    #expect(first?.hasSuffix(":00 left") == true)
    #expect(sitting.interviews.first?.late.count == 1)
  }

  @Test func `stands still while one is away, and with time alone nothing is saved`() throws {
    var sitting = try interview(1, time: "10")
    sitting.perform(.edit(.insert("a")))
    let saved = sitting.saved.count
    sitting.perform(.tick, .tick, .tick)
    #expect(sitting.saved.count == saved)
    var later = try Sitting(after: sitting.saved, minutesLater: 100)
    #expect(later.tutor.scene.clock?.text == "9:59 left")
    later.perform(.back)
    later.wait(minutes: 100)
    later.perform(.open(.mock))
    #expect(later.tutor.scene.clock?.text == "9:58 left")
  }

  @Test func `counts the time of thinking before one leaves`() throws {
    for leaving in [Event.quit, .back, .open(.home)] {
      var sitting = try interview(1, time: "10")
      sitting.wait(minutes: 4)
      sitting.perform(leaving)
      let later = try Sitting(after: sitting.saved, minutesLater: 60, at: .mock)
      #expect(later.tutor.scene.clock?.text == "5:59 left", "\(leaving)")
    }
  }

  @Test func `leaves what was said on the screen`() throws {
    var sitting = try interview(1, time: "10")
    sitting.perform(.submit)
    let notice = try #require(sitting.tutor.notice)
    sitting.perform(.tick)
    #expect(sitting.tutor.notice == notice)
    sitting.perform(.edit(.insert("a")))
    #expect(sitting.tutor.notice == nil)
  }
}

@Suite struct `After a mock interview` {
  @Test func `each answer stands beside the senior one, to be marked`() throws {
    var sitting = try interview(2)
    sitting.answerAll()
    for index in 1...2 {
      let scene = sitting.tutor.scene
      #expect(scene.place == "answer \(index) of 2")
      #expect(scene.main.contains(.heading("Your answer")))
      #expect(scene.main.contains(.prose([Span(spoken)])))
      #expect(scene.aside.first == .heading("The senior answer"))
      sitting.perform(.arrange([0]), .submit)
      let marked = sitting.tutor.scene
      #expect(marked.main.contains(.prose([Span(spoken)])))
      #expect(marked.aside.first == .heading("The senior answer"))
      sitting.perform(.next)
    }
    #expect(sitting.tutor.scene.place == "result")
    #expect(sitting.status(of: sitting.interviews[0].questions[0]) >= .tried)
  }

  @Test func `structure is told beside the points, each part with its words`() throws {
    var sitting = try interview(1)
    sitting.perform(
      .write("Clustering puts similar points into one group. I would watch the group sizes."))
    #expect(!sitting.tutor.scene.words.contains("Structure"))
    sitting.perform(.arrange([]), .submit)
    let words = sitting.tutor.scene.words
    #expect(words.contains("It has 2 of 4 parts. This is no part of the score."))
    #expect(words.contains("[x] define: you say “puts similar points into one group”"))
    #expect(words.contains("[ ] trade-off: not found. Looked for: "))
  }

  @Test func `the machine's marks stand beside the learner's, once those are given`() throws {
    var sitting = try interview(1, tier: "beginner")
    sitting.perform(.write("Points that are close together go into the same group."))
    #expect(sitting.answers.first?.points == ["within"])
    #expect(!sitting.tutor.scene.words.contains("you say “"))
    sitting.perform(.arrange([0, 1]), .submit)
    let words = sitting.tutor.scene.words
    #expect(words.contains("Your answer makes 1 of 6 points; 4 are asked."))
    #expect(words.contains("You had marked 2 of 6 yourself."))
    #expect(words.contains("(not found; you had marked it)"))
    sitting.perform(.next)
    #expect(
      sitting.tutor.scene.words.contains(
        "You credit yourself with 2 of 6 points, the machine credits 1."))
    sitting.perform(.open(.selfMarks))
    #expect(sitting.tutor.scene.words.contains("1.0 point more than the machine does"))
  }

  @Test func `looking goes on where it was left`() throws {
    var sitting = try interview(2)
    sitting.answerAll()
    sitting.perform(.arrange([0]), .submit, .next, .arrange([1]))
    let later = try Sitting(after: sitting.saved, minutesLater: 5)
    #expect(later.tutor.scene.place == "answer 2 of 2")
    #expect(later.tutor.scene.words.contains("[x]"))
  }

  @Test func `past interviews are listed with their marks`() throws {
    var sitting = try interview(1)
    sitting.answerAll()
    sitting.perform(.arrange([0, 1, 2]), .submit, .next, .restart)
    let mark = try #require(sitting.answers.first?.points).count * 100 / 6
    let tables = sitting.tutor.scene.main.compactMap { element in
      if case .table(_, let rows) = element { rows } else { nil }
    }
    #expect(tables.first?.first?[3].hasPrefix("\(mark)") == true)
  }

  @Test func `a question without an answer keeps its senior answer closed`() throws {
    var sitting = try interview(2)
    sitting.perform(.next, .next)
    #expect(sitting.tutor.scene.place == "result")
    #expect(sitting.answers.isEmpty)
    #expect(!sitting.tutor.scene.words.contains("senior"))
  }
}

@Test func `what a mock interview cannot be is refused with what it can be`() throws {
  var sitting = try Sitting(at: .mock)
  for (field, value, sentence) in [
    ("questions", "9", "The number of questions is 1 to 4."),
    ("tier", "senior", "The tier is mixed, beginner, intermediate, expert."),
    ("time", "soon", "The time is a number of minutes from 1 to 240"),
    ("colour", "red", "There is no \"colour\" here; you can set questions, tier, time."),
  ] {
    sitting.perform(.set(field: field, value: value))
    #expect(sitting.tutor.notice?.hasPrefix(sentence) == true, "\(field)")
  }
}

@Suite struct `A mock interview on a course that was changed` {
  /// The repository's course without one of its interview questions.
  private func course(without question: String) throws -> CourseFiles {
    let files = try RepositoryCourse.files()
    let path = "Lessons/01-what-is-clustering/interview.md"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    let sections = text.components(separatedBy: "\n## ")
    let kept = sections.filter { !$0.contains("```ask \(question)\n") }
    #expect(kept.count == sections.count - 1)
    var content = files.content
    content[path] = Array(kept.joined(separator: "\n## ").utf8)
    return CourseFiles(content: content, sources: files.sources)
  }

  /// An interview of all four questions, the first answered, and the items asked second and third.
  private func begun() throws -> (sitting: Sitting, second: String, third: String) {
    var sitting = try interview(4)
    func item(_ title: String?) throws -> String {
      try #require(sitting.course.topics.flatMap(\.exercises).first { $0.title == title }).id
    }
    sitting.perform(.write(spoken))
    let second = try item(sitting.asked)
    var later = sitting
    later.perform(.write(spoken))
    return (sitting, second, try item(later.asked))
  }

  @Test func `goes on at the question where it was`() throws {
    let (sitting, second, third) = try begun()
    let later = try Sitting(after: sitting.saved, on: try course(without: third))
    #expect(later.tutor.scene.place.hasPrefix("question 2 of 4"))
    #expect(later.asked == later.course.exercise(second)?.title)
  }

  @Test func `says which question is gone, and goes on without it only when told to`() throws {
    let (sitting, second, third) = try begun()
    let files = try course(without: second)
    var later = try Sitting(after: sitting.saved, on: files)
    #expect(later.tutor.scene.place == "question 2 of 4")
    #expect(later.tutor.scene.words.contains("any more: “\(second)”"))
    let back = try Sitting(after: later.saved)
    #expect(back.asked == back.course.exercise(second)?.title)
    later.perform(.next)
    #expect(later.asked == later.course.exercise(third)?.title)
    later.perform(.write(spoken), .write(spoken))
    #expect(later.answers.count == 3)
    #expect(later.tutor.scene.place == "answer 1 of 4")
  }

  @Test func `says whose answer is not kept`() throws {
    var (sitting, second, _) = try begun()
    sitting.perform(.write(spoken))
    var later = try Sitting(after: sitting.saved, on: try course(without: second))
    later.perform(.write(spoken), .write(spoken))
    #expect(later.answers.count == 3)
    #expect(later.tutor.notice?.hasPrefix("Your answer to “\(second)” is not kept") == true)
  }
}
