// A cursor in a list of places to go to: keys move it, enter goes there, and so does a number.
// Every session that is such a list keeps one, and finds its cursor again in its bookmark.

struct Chooser: Sendable {
  var cursor: Int

  init(_ bookmark: Bookmark?) { cursor = bookmark?.cursor ?? 0 }

  func bookmark(at route: Route) -> Bookmark {
    var bookmark = Bookmark(route: route)
    bookmark.cursor = cursor
    return bookmark
  }

  /// Whether the event was for the list.
  @discardableResult
  mutating func handle(_ event: Event, _ wishes: [World.Wish], in world: inout World) -> Bool {
    switch event {
    case .move(let step): cursor = place(in: wishes.count) + step
    case .enter: go(place(in: wishes.count), wishes, in: &world)
    case .pick(let index): go(index, wishes, in: &world)
    case .back: world.wish = .back
    default: return false
    }
    cursor = place(in: wishes.count)
    return true
  }

  /// The cursor, inside a list that may have become shorter.
  func place(in count: Int) -> Int {
    min(max(0, cursor), max(0, count - 1))
  }

  private mutating func go(_ index: Int, _ wishes: [World.Wish], in world: inout World) {
    guard wishes.indices.contains(index) else {
      world.notice =
        wishes.isEmpty
        ? "There is nothing to open here." : "Choose a number from 1 to \(wishes.count)."
      return
    }
    cursor = index
    world.wish = wishes[index]
  }
}
