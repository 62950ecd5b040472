// Every place in the tutor is a session: a value that says what is to be seen, and that an
// event turns into the next value. What it wants from the outside (save this, go there) it
// leaves in the world.

package import Experiments

protocol Session: Sendable {
  /// All that is needed to come back to this very place.
  var bookmark: Bookmark { get }
  /// Whether there is nothing here to come back to: it is opened anew.
  var isOver: Bool { get }
  func scene(in world: World) -> Scene
  mutating func handle(_ event: Event, in world: inout World)
  /// Called when the learner comes here: the first time, and back from another place.
  mutating func appear(in world: inout World)
  /// Called when the learner goes away without asking the session.
  mutating func rest(in world: World)
}

extension Session {
  var isOver: Bool { false }
  mutating func appear(in world: inout World) {}
  mutating func rest(in world: World) {}
}

/// A place as it is kept in the journal, so that a learner finds it again as it was left.
package struct Bookmark: Sendable, Equatable, Codable {
  package var route: Route
  /// The run-through that was open, and its seed.
  package var attempt: String?
  package var seed: UInt64?
  /// Page of a reading, stage of an exercise, from 0.
  package var position: Int?
  package var cursor: Int?
  /// What was set or ordered and not committed yet.
  package var settings: [Setting]?
  package var order: [Int]?
  package var draft: Draft?
  /// The points found in the own answer, by position.
  package var found: [Int]?
  /// Which state of a file the settings come from.
  package var origin: String?
  /// The flash card that was turned.
  package var card: String?
  /// The flash card that is looked up, out of its turn.
  package var lookedUp: String?
  /// A mock interview that is under way.
  package var interview: MockSheet?

  package init(route: Route) {
    self.route = route
  }
}

extension World {
  /// Whether a place still shows what its name says: the method of a stage, and the data that a
  /// file for the playground is or tells of.
  func isAsNamed(_ bookmark: Bookmark) -> Bool {
    func isStill(_ name: String, _ value: String?) -> Bool {
      let kept = bookmark.settings?.first { $0.name == name }?.value
      return kept == nil || kept == value
    }
    switch bookmark.route {
    case .watch(let method): return isStill("algorithm", method)
    case .playground(let file?):
      let named = beginning(at: file).state.settings.first { $0.name == "data" }
      return isStill("data", named?.value)
    default: return true
    }
  }
}
