// One topic: what it builds on, and its parts in the order in which they are best taken.

import Courseware
import Scheduling
import Screen
import Wording

struct TopicSession: Session {
  private let topic: Topic
  private var chooser: Chooser

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .topic(let id) = bookmark.route, let topic = world.course.topic(id) else {
      return nil
    }
    self.topic = topic
    chooser = Chooser(bookmark)
  }

  var bookmark: Bookmark { chooser.bookmark(at: .topic(topic.id)) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    let wishes = world.progress.parts(of: topic).map { World.Wish.go($0.route) }
    chooser.handle(event, wishes, in: &world)
  }

  func scene(in world: World) -> Scene {
    let parts = world.progress.parts(of: topic)
    let standing = world.progress.standing(of: topic.material, at: world.now)
    let items = parts.enumerated().map { $1.menuItem(number: $0 + 1) }
    return Scene(
      title: "\(topic.number)  \(topic.title)", place: world.course.place(of: topic) ?? "",
      main: [
        .standings(
          header: [""] + Standing.columns,
          [StandingRow(text: "so far", cells: standing.cells, name: "")], cursor: nil), .gap,
      ] + prerequisites(in: world) + [.menu(items, cursor: chooser.place(in: items.count))],
      actions: Action.choosing("open") + Action.always)
  }

  private func prerequisites(in world: World) -> [Element] {
    let needed = topic.prerequisites.compactMap { world.course.topic($0) }
    guard !needed.isEmpty else { return [] }
    let names = needed.map { other in
      let shown = world.progress.standing(of: other.material, at: world.now).shown
      return "\(other.number) \(other.title) (\(percentage(shown)) shown)"
    }
    return [.prose([Span("Best known before: \(listed(names)).")]), .gap]
  }
}
