// While a mock interview is under way its questions are closed everywhere else: one could commit
// three words there, read the senior answer, and come back with it. They open again when the
// interview is over.

import Courseware
package import Scheduling
import Screen

struct ClosedSession: Session {
  let bookmark: Bookmark

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .enter, .next: world.wish = .go(.mock)
    case .back: world.wish = .back
    default: break
    }
  }

  func scene(in world: World) -> Scene {
    Scene(
      title: "Closed for now", place: world.mock?.standing ?? "",
      main: [
        .prose([Span("Your mock interview asks this question, and it is under way.", .bold)]),
        .prose([
          Span(
            "Answer it there, or end the interview there (F4, or the word end): then it opens here "
              + "again.")
        ]),
      ],
      actions: [
        Action(keys: [.enter], word: "mock", label: "to the mock interview", event: .enter)
      ] + Action.always)
  }
}

// MARK: - What is closed

extension MockSheet {
  /// Of an interview under way all questions, those too that are answered already.
  var closed: [String] { current == nil ? [] : questions }
}

extension World {
  func isClosed(_ route: Route) -> Bool {
    switch route {
    case .exercise(let item), .evidence(let item, _): mock?.closed.contains(item) ?? false
    default: false
    }
  }
}

extension Tutor {
  /// What stands in the place of a session that is closed; nil where it is open.
  var closed: ClosedSession? {
    guard let last = sessions.last, world.isClosed(last.bookmark.route) else { return nil }
    return ClosedSession(bookmark: last.bookmark)
  }

  var seen: any Session { closed ?? sessions.last ?? Home() }
}

extension Progress {
  /// The questions of a mock interview that is under way, by item.
  package var itemsInMock: [String] {
    let place = Place(text: place)
    return (place.left + place.stack).last { $0.route == .mock }?.interview?.sound?.closed ?? []
  }
}
