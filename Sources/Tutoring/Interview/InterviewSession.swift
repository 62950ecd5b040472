// The interview questions of a topic, by tier. Each is an exercise of its own: an answer is
// written and committed before the senior answer can be seen anywhere.

import Courseware
import Scheduling
import Screen
import Wording

struct InterviewSession: Session {
  private let topic: Topic
  private var cursor: Int

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .interview(let id) = bookmark.route, let topic = world.course.topic(id) else {
      return nil
    }
    self.topic = topic
    cursor = bookmark.cursor ?? 0
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .interview(topic: topic.id))
    bookmark.cursor = cursor
    return bookmark
  }

  private var questions: [Exercise] { topic.exercises.filter { $0.kind == .interview } }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .move(let step): cursor = min(max(0, cursor + step), max(0, questions.count - 1))
    case .enter: open(cursor, in: &world)
    case .pick(let index): open(index, in: &world)
    case .back: world.wish = .back
    default: break
    }
  }

  private mutating func open(_ index: Int, in world: inout World) {
    guard questions.indices.contains(index) else {
      world.notice = "Choose a number from 1 to \(questions.count)."
      return
    }
    cursor = index
    world.wish = .go(.exercise(questions[index].id))
  }

  func scene(in world: World) -> Scene {
    let items = questions.enumerated().map { index, question in
      let status = world.progress.status(of: question.id)
      return MenuItem(
        text: "\(question.level.padded(to: 12))  \(question.title)",
        note: status == .unseen ? "\(question.minutes) min" : status.words, mark: status.mark,
        name: "\(index + 1)")
    }
    return Scene(
      title: "Interview: \(topic.title)", place: counted(questions.count, "question"),
      main: [
        .prose([Span(Self.introduction)]), .gap, .menu(items, cursor: cursor),
      ],
      actions: Action.choosing("answer") + Action.inLists)
  }

  private static let introduction =
    "Write as you would speak. A strong answer defines in one sentence, grounds it in a "
    + "scenario, explains one trade-off, and says how to monitor it. The senior answer opens "
    + "once yours is committed."
}
