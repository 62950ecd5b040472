// How sure one is is asked before anything can be seen, kept, and later held against what came true.

import Charts
import Courseware
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

extension Scene {
  fileprivate var asksHowSure: Bool {
    actions.contains { if case .confidence = $0.event { true } else { false } }
  }
}

extension LearningEvent {
  fileprivate var answer: Answered? {
    if case .answered(let answer) = happening { answer } else { nil }
  }
}

@Suite struct `How sure one is` {
  @Test func `is asked with every question that has options, in every part of the course`() throws {
    var sitting = try Sitting(seed: 3)
    var asked = 0
    try sitting.learn { sitting in
      let options = sitting.tutor.scene.menus.filter { _ in sitting.isPredicting }
      if !options.isEmpty {
        asked += 1
        #expect(sitting.tutor.scene.asksHowSure, "\(sitting.tutor.bookmark.route)")
      }
      return sitting.parts.allSatisfy { $0.status >= .passed }
    }
    let questions = sitting.course.topics.flatMap { topic in
      topic.exercises.flatMap(\.stages).filter {
        if case .choose = $0.task { true } else { false }
      }
    }
    #expect(asked > questions.count)
  }

  @Test func `is nobody's word until somebody says it`() throws {
    var sitting = try Sitting(seed: 2)
    sitting.perform(.open(.tour), .next)
    #expect(!sitting.tutor.scene.words.contains("(*)"))
    sitting.perform(.pick(0))
    for route in [Route.pipeline("table-to-decision"), .exercise("how-many-groups")] {
      sitting.perform(.open(route), .next, .pick(0))
    }
    sitting.perform(.open(.reading("what-is-clustering/lesson")), .next, .pick(0))
    let answers = sitting.saved.compactMap(\.answer)
    #expect(answers.count == 4)
    #expect(answers.allSatisfy { $0.confidence == nil && $0.chance == nil })
    #expect(sitting.tutor.world.progress.foresight.answers == 0)
  }

  @Test func `goes round its three words by one key`() throws {
    var sitting = try Sitting(seed: 2)
    sitting.perform(.open(.tour), .next)
    for word in ["guess", "fairly", "sure", "guess"] {
      let key = try #require(sitting.tutor.scene.action(for: .character("s")))
      sitting.perform(key.event)
      let said = sitting.tutor.scene.words.replacing("\u{a0}", with: " ")
      #expect(said.contains("(*) \(word)"))
    }
  }

  @Test func `is on record in the event that lets the outcome be seen`() throws {
    let pages: [(route: Route, events: [Event])] = [
      (.tour, [.next]), (.pipeline("table-to-decision"), [.next]),
      (.exercise("how-many-groups"), [.next]), (.reading("what-is-clustering/lesson"), [.next]),
    ]
    for page in pages {
      var sitting = try Sitting(seed: 2)
      sitting.perform(.open(page.route))
      for event in page.events { sitting.perform(event) }
      sitting.perform(.confidence(.sure))
      #expect(sitting.tutor.scene.asksHowSure, "\(page.route)")
      let before = sitting.saved.count
      sitting.perform(.pick(0))
      let answer = try #require(sitting.saved.dropFirst(before).lazy.compactMap(\.answer).first)
      #expect(answer.confidence == .sure && answer.chance == 0.95, "\(page.route)")
      #expect(!sitting.tutor.scene.asksHowSure, "\(page.route)")
    }
  }

  @Test func `is said with its chance, and a guess is one of the options`() throws {
    var sitting = try Sitting(seed: 2)
    sitting.perform(.open(.tour), .next)
    let words = sitting.tutor.scene.words.replacing("\u{a0}", with: " ")
    for choice in ["guess 33 %", "fairly 75 %", "sure 95 %"] { #expect(words.contains(choice)) }
    sitting.perform(.confidence(.guess), .pick(0))
    #expect(sitting.saved.compactMap(\.answer).last?.chance == 1.0 / 3)
  }

  @Test func `of points seen before is no prediction`() throws {
    var sitting = try Sitting(seed: 2)
    sitting.perform(.open(.tour), .next, .confidence(.sure), .pick(0), .back)
    sitting.perform(.open(.tour), .next, .confidence(.sure), .pick(1))
    #expect(sitting.tutor.world.progress.foresight.answers == 1)
  }
}

@Suite struct `The page of what was said and what came true` {
  /// So many answers "sure", of which some are right.
  private func events(_ count: Int, right: Int, _ word: Confidence = .sure) -> [LearningEvent] {
    (0..<count).compactMap { index in
      EventID("said-\(word)-\(index)").map { id in
        LearningEvent(
          id: id, at: Instant(milliseconds: 1_700_000_000_000 + Int64(index)),
          happening: .answered(
            Answered(
              item: "drill", part: "p", seed: 1, attempt: "\(word)-\(index)", answer: "a",
              confidence: word, chance: word.chance(among: 4), score: index < right ? 1 : 0,
              passed: index < right)))
      }
    }
  }

  private func page(_ events: [LearningEvent]) throws -> Scene {
    try Sitting(after: events, at: .calibration).tutor.scene
  }

  private func picture(_ scene: Scene) -> LineChart? {
    for case .chart(.line(let chart)) in scene.main { return chart }
    return nil
  }

  @Test func `is one key away from what is known`() throws {
    var sitting = try Sitting(at: .coverage)
    let key = try #require(sitting.tutor.scene.action(for: .character("s")))
    sitting.perform(key.event)
    #expect(sitting.tutor.bookmark.route == .calibration)
  }

  @Test func `says how many answers it still needs`() throws {
    let scene = try page(events(19, right: 10))
    #expect(scene.words.contains("19 answers so far: after 1 more"))
    #expect(picture(scene) == nil)
  }

  @Test func `draws said against right after twenty answers, and says one plain sentence`() throws {
    let scene = try page(events(10, right: 6) + events(10, right: 8, .fairly))
    let chart = try #require(picture(scene))
    let fairly = try #require(chart.series.first?.points.first)
    #expect(abs(fairly.x - 75) < 1e-9 && abs(fairly.y - 80) < 1e-9)
    #expect(
      scene.words.contains(
        "You say \\\"sure\\\" (95 %) and are right 6 times of 10: you are surer than you are right."
      ))
    #expect(chart.told?.last == "\"sure\" (95 %): 6 of 10 right, 60 %.")
  }

  @Test func `finds nothing where chance alone does as much`() throws {
    let scene = try page(events(20, right: 15, .fairly))
    #expect(scene.words.contains("agree, as far as 20 answers can tell"))
  }

  @Test func `says who knows more than they say`() throws {
    let scene = try page(events(20, right: 18, .guess))
    #expect(scene.words.contains("right 18 times of 20: you know more than you say."))
  }

  @Test func `judges no word by a few answers`() throws {
    let scene = try page(events(4, right: 0) + events(16, right: 12, .fairly))
    #expect(scene.words.contains("agree, as far as 20 answers can tell"))
  }
}

extension Sitting {
  /// Whether the options of a question can be seen.
  fileprivate var isPredicting: Bool {
    let takesAnswer = tutor.scene.actions.contains { $0.event == .enter && $0.label == "answer" }
    return takesAnswer
  }
}
