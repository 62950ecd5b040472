// Where the learner is in the course.

import Courseware
import Scheduling
import Wording

extension World {
  /// The topic of the first part that is not passed; the last one when all are.
  var currentTopic: Topic? {
    course.topics.first { topic in progress.parts(of: topic).contains { $0.status < .passed } }
      ?? course.topics.last
  }

  /// The part that was open last, and the page or stage of it.
  var leftOff: (part: Part, position: Int?)? {
    let place = Place(text: progress.place)
    let parts = course.topics.flatMap { progress.parts(of: $0) }
    for bookmark in (place.left + place.stack).reversed() {
      guard let part = parts.first(where: { $0.route == bookmark.route }) else { continue }
      return (part, bookmark.position)
    }
    return nil
  }

  /// A topic with how far one is; until it is begun, with what is best known before.
  func row(of topic: Topic, name: String) -> StandingRow {
    let standing = progress.standing(of: topic.material, at: now)
    let missing = progress.missing(for: topic, in: course, at: now)
    let text = "\(topic.number)  \(topic.title)"
    if !missing.isEmpty, !standing.isBegun {
      let numbers = missing.map { "\($0.number)" }
      return StandingRow(text: text, mark: "·", note: "needs \(listed(numbers))", name: name)
    }
    return StandingRow(text: text, mark: standing.mark, cells: standing.cells, name: name)
  }
}

extension Part {
  /// As it stands in a list of parts.
  func menuItem(number: Int) -> MenuItem {
    let score = score.map { " · \(percentage($0))" } ?? ""
    return MenuItem(
      text: "\(kind.padded(to: 11))  \(title)",
      note: status == .unseen ? "\(minutes) min" : status.words + score, mark: status.mark,
      name: "\(number)")
  }
}
