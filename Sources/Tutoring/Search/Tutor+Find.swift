// A search lies over the page: it takes the events that are for it, and lets all others pass.

extension Tutor {
  /// Whether a search that is going on takes the event.
  mutating func isForFind(_ event: Event) -> Bool {
    guard let outcome = find?.handle(event) else { return false }
    switch outcome {
    case .passes: return false
    case .goesOn: break
    case .ends: find = nil
    case .everywhere:
      let words = find?.draft.text ?? ""
      find = nil
      open(.find(words))
    }
    return true
  }

  /// A search is for one page: it ends where this changes.
  var page: Bookmark {
    var page = Bookmark(route: bookmark.route)
    page.position = bookmark.position
    return page
  }
}
