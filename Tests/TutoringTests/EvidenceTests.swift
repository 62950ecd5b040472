// Behind every verdict are the runs that decided it, one key away.

import Courseware
import Experiments
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `The runs behind a verdict` {
  private func page(_ item: String, _ part: String) -> Event {
    .open(.evidence(item: item, part: part))
  }

  private func offers(_ sitting: Sitting, _ item: String, _ part: String) -> Bool {
    sitting.tutor.scene.actions.contains { $0.event == page(item, part) && $0.word == "evidence" }
  }

  private func predicted() throws -> Sitting {
    var sitting = try Sitting(seed: 2, at: .exercise("how-many-groups"))
    sitting.perform(.next)
    #expect(!offers(sitting, "how-many-groups", "predict"), "before the answer")
    sitting.perform(.pick(0))
    return sitting
  }

  @Test func `are offered once the answer is given, and not before`() throws {
    var sitting = try predicted()
    #expect(offers(sitting, "how-many-groups", "predict"))
    sitting.perform(page("how-many-groups", "predict"))
    let menu = try #require(sitting.tutor.scene.menus.first)
    #expect(menu.items.count == 5)
    #expect(sitting.tutor.scene.words.contains("centroid run --set data=blobs"))
    sitting.perform(.back)
    #expect(sitting.tutor.bookmark.route == .exercise("how-many-groups"))
  }

  @Test func `cannot be reached for a part without an answer`() throws {
    var sitting = try Sitting(seed: 2)
    sitting.perform(page("how-many-groups", "predict"))
    #expect(sitting.tutor.bookmark.route == .home)
    #expect(sitting.tutor.scene.notice?.contains("cannot be opened") == true)
  }

  @Test func `tell their settings and their line, one run at a time`() throws {
    var sitting = try predicted()
    sitting.perform(page("how-many-groups", "predict"), .pick(3))
    #expect(sitting.tutor.scene.words.contains("--set k=5"))
    sitting.perform(.pick(9))
    #expect(sitting.tutor.scene.notice == "Choose a run from 1 to 5.")
    sitting.perform(.move(-1))
    #expect(sitting.tutor.scene.words.contains("--set k=4"))
  }

  @Test func `are there for a tuning that was refused, which stays open`() throws {
    var sitting = try Sitting(seed: 2, at: .exercise("how-many-groups"))
    sitting.perform(.next, .pick(0), .next, .enter)
    #expect(offers(sitting, "how-many-groups", "change"))
    sitting.perform(page("how-many-groups", "change"))
    #expect(sitting.tutor.scene.words.contains("inertia<=210"))
    #expect(!sitting.tutor.scene.words.contains("k=20"), "nothing of the way out")
    sitting.perform(.back)
    #expect(!sitting.tutor.scene.forms.isEmpty)
  }

  @Test func `can be taken to the playground, and undo brings back what was there`() throws {
    var sitting = try predicted()
    sitting.perform(.open(.playground(file: nil)), .set(field: "rows", value: "77"), .back)
    sitting.perform(page("how-many-groups", "predict"), .pick(2), .play)
    #expect(sitting.tutor.bookmark.route == .playground(file: nil))
    let settings = try #require(sitting.tutor.bookmark.settings)
    #expect(settings.contains(Setting("rows", "240")) && settings.contains(Setting("k", "4")))
    #expect(settings.contains(Setting("restarts", "20")))
    sitting.perform(.undo)
    #expect(sitting.tutor.bookmark.settings?.contains(Setting("rows", "77")) == true)
  }

  @Test func `of an order are both orders as they ran`() throws {
    var sitting = try Sitting(seed: 2, at: .exercise("table-to-decision"))
    sitting.perform(.next, .enter, page("table-to-decision", "production"))
    let menu = try #require(sitting.tutor.scene.menus.first)
    #expect(
      menu.items.map(\.text) == ["good steps in your order", "good steps in the right order"])
    #expect(menu.items.last?.note == "5 of 5")
    #expect(sitting.tutor.scene.words.contains("--order"))
  }

  @Test func `are there for a question of a lesson too`() throws {
    var sitting = try Sitting(seed: 2, at: .reading("what-is-clustering/lesson"))
    let lesson = "what-is-clustering/lesson"
    while sitting.tutor.scene.menus.isEmpty { sitting.perform(.next) }
    sitting.perform(.pick(0))
    let key = try #require(sitting.tutor.scene.actions.first { $0.word == "evidence" })
    sitting.perform(key.event)
    guard case .evidence(lesson, _) = sitting.tutor.bookmark.route else {
      return #expect(Bool(false), "\(sitting.tutor.bookmark.route)")
    }
    #expect(sitting.tutor.scene.words.contains("centroid run --set"))
  }

  @Test func `are none for a text, which says so`() throws {
    var sitting = try Sitting(seed: 2)
    let exercise = try #require(
      sitting.course.topics.flatMap(\.exercises).first { $0.kind == .interview })
    sitting.perform(.open(.exercise(exercise.id)), .next, .write(ScriptedLearner.note))
    sitting.perform(page(exercise.id, exercise.stages[0].id))
    #expect(sitting.tutor.scene.words.contains("No run decided this: a text is held against"))
  }

  @Test func `are found again after a restart`() throws {
    var sitting = try predicted()
    sitting.perform(page("how-many-groups", "predict"), .pick(3))
    let words = sitting.tutor.scene.words
    #expect(try sitting.reopened(seed: 2).tutor.scene.words == words)
  }
}
