// The wrong ideas that a learner has shown and not shed yet, with what is said of them.

package import Courseware
package import Scheduling
import Wording

package struct OpenMisconception: Sendable {
  package let misconception: Misconception
  package let record: MisconceptionRecord
  /// Whether its card comes first in the next card session.
  package let asksForCard: Bool
}

extension Progress {
  /// The active misconceptions, the one met last first.
  package func misconceptions(in course: Course) -> [OpenMisconception] {
    course.misconceptions.compactMap { misconception -> OpenMisconception? in
      let places = misconception.places.map { (item: $0.item, part: $0.part) }
      guard let record = self.misconception(misconception.id, shownIn: places), record.isActive
      else { return nil }
      return OpenMisconception(
        misconception: misconception, record: record,
        asksForCard: asksForCard(misconception.card, record))
    }.sorted { $0.record.lastMet > $1.record.lastMet }
  }

  /// The queue of a deck with the cards first that wrong answers ask for.
  package func queue(
    of deck: [String], in course: Course, at now: Instant,
    newPerDay: Int = ReviewQueue.newPerDay
  ) -> ReviewQueue {
    let asked = misconceptions(in: course).filter(\.asksForCard).map(\.misconception.card)
    return queue(of: deck, at: now, newPerDay: newPerDay, first: asked)
  }
}

// MARK: - In words

extension OpenMisconception {
  /// `lowest inertia is best: shown 2 times, last in "How many groups?"; 1 of 2 clean answers`
  package func words(in course: Course) -> String {
    let clean = "\(record.cleanAnswers) of \(MisconceptionRecord.cleanToRetire) clean answers"
    let last = title(in: course).map { ", last in \"\($0)\"" } ?? ""
    return "\"\(misconception.words)\": shown \(counted(record.times, "time"))\(last); \(clean)"
  }

  /// Why its card is asked now.
  func because(in course: Course) -> String {
    let place = title(in: course).map { " in \"\($0)\"" } ?? ""
    return "Because \(deed(in: course))\(place)."
  }

  /// What the learner did that showed it.
  private func deed(in course: Course) -> String {
    let last = record.last
    let stage = course.exercise(last.item)?.stages.first { $0.id == last.part }
    switch stage?.task {
    case .order: return "of the order that you gave"
    case .tune: return "of what you set"
    case .choose(let choice): return "you chose \"\(choice.text(of: last.answer))\""
    case .write, nil: break
    }
    let check = course.reading(last.item)?.pages.flatMap(\.checks).first { $0.id == last.part }
    guard let check else { return "of an answer" }
    return "you chose \"\(check.choice.text(of: last.answer))\""
  }

  private func title(in course: Course) -> String? {
    course.exercise(record.last.item)?.title ?? course.reading(record.last.item)?.title
  }
}

extension Choice {
  fileprivate func text(of id: String) -> String {
    options.first { $0.id == id }?.text ?? id
  }
}
