import Courseware
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

extension Sitting {
  fileprivate var rows: [StandingRow] {
    tutor.scene.main.flatMap { element -> [StandingRow] in
      if case .standings(_, let rows, _) = element { rows } else { [] }
    }
  }

  fileprivate var tracks: [String] {
    tutor.scene.main.compactMap { element in
      if case .standings(let header, _, _) = element { header.first } else { nil }
    }
  }
}

@Suite struct `The course map` {
  var sitting: Sitting

  init() throws {
    sitting = try Sitting(on: SmallTopics.files)
    sitting.perform(.open(.map))
  }

  @Test func `lists the topics of every track, and what each builds on`() {
    #expect(sitting.tracks == ["Clustering", "Regression"])
    #expect(sitting.rows.map(\.text) == ["1  Groups", "2  What is near?", "3  Lines"])
    #expect(sitting.rows.map(\.note) == ["", "needs 1", ""])
    #expect(sitting.tutor.scene.place == "you are at topic 1 of 2 in Clustering")
  }

  @Test mutating func `opens a topic that builds on others: needing is advice`() {
    sitting.perform(.pick(1))
    #expect(sitting.tutor.bookmark.route == .topic("near"))
    #expect(sitting.tutor.scene.words.contains("Best known before: 1 Groups (0 % shown)."))
    sitting.perform(.pick(0))
    #expect(sitting.tutor.bookmark.route == .reading("near/lesson"))
    sitting.perform(.back, .back)
    #expect(sitting.tutor.bookmark.route == .map)
  }

  @Test mutating func `says where one left off, and goes on there`() {
    sitting.perform(.open(.reading("groups/lesson")), .pick(0), .next, .back)
    #expect(sitting.rows.first?.text == "You left off at: Groups")
    #expect(sitting.rows.first?.note == "lesson, page 2 of 2")
    sitting.perform(.pick(0))
    #expect(sitting.tutor.bookmark.route == .reading("groups/lesson"))
    #expect(sitting.tutor.bookmark.position == 1)
  }

  @Test func `what a topic builds on is not named once it is known`() throws {
    var past = Past()
    past.on(
      0, .passed("short"), .passed("long"), .passed("say-center"),
      .graded("groups/group", .easy), .graded("groups/center", .easy))
    var later = try Sitting(after: past.events, on: SmallTopics.files)
    later.perform(.open(.map))
    #expect(later.rows.map(\.note) == ["", "", ""])
    #expect(later.tutor.scene.place == "you are at topic 1 of 2 in Clustering")
  }

  @Test mutating func `home shows the parts of the topic that one is at`() {
    sitting.perform(.back)
    let items = sitting.tutor.scene.menus.first?.items.map(\.text) ?? []
    #expect(items.contains { $0.hasSuffix("The short drill") })
    #expect(!items.contains { $0.hasSuffix("The far drill") })
    #expect(sitting.rows.map(\.text) == ["1  Groups", "2  What is near?", "3  Lines"])
  }
}

@Suite struct `The coverage map` {
  var sitting: Sitting

  init() throws {
    sitting = try Sitting(on: SmallTopics.files)
    sitting.perform(.open(.coverage))
  }

  @Test func `begins with the best thing to do, and says why`() {
    #expect(sitting.rows.first?.text == "Next: Read \"Alike\"")
    #expect(
      sitting.tutor.scene.words.contains(#"No page of \"Groups\" is read yet"#))
  }

  @Test mutating func `enter opens the page that is advised`() {
    sitting.perform(.enter, .pick(0), .next, .open(.coverage))
    #expect(sitting.rows.first?.text == "Next: Read \"In the middle\"")
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.place == "2 of 2 pages")
  }

  @Test mutating func `a page counts as read only when nothing of it was hidden`() {
    sitting.perform(.enter, .next, .open(.coverage))
    #expect(sitting.rows.first?.text == "Next: Read \"Alike\"", "its question is not answered")
    sitting.perform(.enter, .previous, .pick(2), .next, .open(.coverage))
    #expect(sitting.rows.first?.text == "Next: Read \"In the middle\"", "a wrong answer will do")
  }

  @Test mutating func `a concept opens with its parts, and each part from there`() {
    sitting.perform(.pick(2))
    #expect(sitting.tutor.bookmark.route == .concept("centers"))
    let items = sitting.tutor.scene.menus.first?.items.map(\.text) ?? []
    #expect(
      items == [
        "lesson       In the middle", "concept      The long drill", "cards        1 of Groups",
        "interview    Say what a center is",
      ])
    sitting.perform(.pick(0))
    #expect(sitting.tutor.scene.place == "2 of 2 pages")
    sitting.perform(.back)
    #expect(sitting.tutor.bookmark.route == .concept("centers"))
  }

  @Test mutating func `the reason follows the cursor`() {
    sitting.perform(.move(1))
    #expect(
      sitting.tutor.scene.words.contains(
        "Not begun: 1 page to read; 2 exercises and 1 card to try."))
  }
}
