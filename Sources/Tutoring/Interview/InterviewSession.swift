// The interview questions of a topic, by tier. Each is an exercise of its own: an answer is
// written and committed before the senior answer can be seen anywhere.

import Courseware
import Scheduling
import Screen
import Wording

struct InterviewSession: Session {
  private let topic: Topic
  private var chooser: Chooser

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .interview(let id) = bookmark.route, let topic = world.course.topic(id) else {
      return nil
    }
    self.topic = topic
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .interview(topic: topic.id)) }

  private var questions: [Exercise] { topic.exercises.filter { $0.kind == .interview } }

  mutating func handle(_ event: Event, in world: inout World) {
    let wishes = questions.map { World.Wish.go(.exercise($0.id)) } + [.go(.mock), .go(.selfMarks)]
    chooser.handle(event, wishes, in: &world)
  }

  func scene(in world: World) -> Scene {
    let items = questions.enumerated().map { index, question in
      let status = world.progress.status(of: question.id)
      return MenuItem(
        text: "\(question.level.padded(to: 12))  \(question.title)",
        note: status == .unseen ? "\(question.minutes) min" : status.words, mark: status.mark,
        name: "\(index + 1)")
    }
    let mock =
      world.mock?.standing.map { "Go on with your mock interview: \($0)" }
      ?? "Mock interview: questions in a row"
    let others = [mock, "Your marks beside the machine's"]
      .enumerated().map { MenuItem(text: $1, name: "\(questions.count + $0 + 1)") }
    return Scene(
      title: "Interview: \(topic.title)", place: counted(questions.count, "question"),
      main: [
        .prose([Span(Self.introduction)]), .gap,
        .menu(items + others, cursor: chooser.place(in: items.count + others.count)),
      ],
      actions: Action.choosing("open") + Action.always)
  }

  private static let introduction =
    "Write as you would speak. A strong answer defines in one sentence, grounds it in a "
    + "scenario, explains one trade-off, and says how to monitor it. The senior answer opens "
    + "once yours is committed."
}
