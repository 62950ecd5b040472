// A search lies over the page: it takes the events that are for it, and lets all others pass. To
// be shown a hit is not to visit its place: nothing counts as opened until something is done
// there.

import Screen

extension Tutor {
  /// Whether a search that is going on takes the event.
  mutating func isForFind(_ event: Event) -> Bool {
    guard let outcome = find?.handle(event), let find else { return false }
    switch outcome {
    case .passes: return false
    case .goesOn:
      if case .find(.look(let words)) = event { giveUp(words) }
    case .shows: show(find)
    case .ends: end(find)
    case .stays:
      settleAtHit()
      self.find = nil
    case .lists:
      end(find)
      open(.find(find.draft.text))
    }
    return true
  }

  mutating func startFinding() {
    find = Find(in: index(with: ownScreen), from: sessions)
  }

  /// Shows one of the hits that a list has.
  mutating func show(hit: Int, of words: String) {
    let find = Find(words, at: hit, in: index(with: nil), from: sessions)
    self.find = find
    show(find)
  }

  private func index(with own: SearchIndex.Place?) -> SearchIndex {
    var index = SearchIndex(of: world.course, world.progress)
    if let own { index.places.insert(own, at: 0) }
    return index
  }

  /// A search is for one page: it ends where this changes.
  var page: Bookmark {
    var page = Bookmark(route: bookmark.route)
    page.position = bookmark.position
    page.lookedUp = bookmark.lookedUp
    return page
  }
}

// MARK: - Going to a hit, and back

extension Tutor {
  private mutating func show(_ find: Find) {
    guard let hit = find.hit else { return }
    let place = find.index.places[hit.place]
    if place.isOn(find.origin.last?.bookmark) {
      sessions = find.origin
      self.find?.isAway = false
      return
    }
    var bookmark = known(place.route) ?? Bookmark(route: place.route)
    bookmark.position = place.page ?? bookmark.position
    bookmark.lookedUp = place.card
    // The first text of a card is its front.
    if let card = place.card { bookmark.card = hit.text > 0 ? card : nil }
    guard let session = session(at: bookmark) else { return giveUp(find.draft.text) }
    sessions = find.origin.filter { $0.bookmark.route != place.route } + [session]
    self.find?.isAway = true
  }

  /// Where one came from is as it was.
  private mutating func end(_ find: Find) {
    if find.isAway {
      sessions = find.origin
      appear()
    }
    self.find = nil
  }

  private mutating func giveUp(_ words: String) {
    find = nil
    world.notice = "Nothing that you can see by now has \"\(words)\"."
  }

  /// Something is to be done at a hit elsewhere: that counts as a visit, and what is done must not
  /// be lost. The search goes on from there, and where one came from lies below.
  mutating func settleAtHit() {
    guard find?.isAway == true else { return }
    appear()
    find?.origin = sessions
    find?.isAway = false
  }

  /// Something was done while a search lies over the page, which was another page before.
  mutating func settleFind(since page: Bookmark) {
    guard let find else { return }
    if page != self.page {
      self.find = nil
    } else if !find.isAway {
      self.find?.origin = sessions
    }
  }
}

// MARK: - A screen of its own

extension Tutor {
  /// The screen that one is at, where it belongs to no place of the course and is more than a
  /// list of such places.
  private var ownScreen: SearchIndex.Place? {
    switch bookmark.route {
    case .playground, .watch, .pipeline: break
    default: return nil
    }
    let scene = scene(at: Glance())
    return SearchIndex.Place(
      kind: "screen", title: scene.title, name: "this screen", route: bookmark.route,
      page: bookmark.position,
      texts: (scene.main + scene.aside).flatMap(\.texts).map { SearchText($0) })
  }
}

extension Element {
  /// What can be read of it; a picture is seen.
  fileprivate var texts: [String] {
    switch self {
    case .heading(let text), .code(let text, _): [text]
    case .prose(let spans), .item(_, let spans): [spans.map(\.text).joined()]
    case .callout(let title, let lines): [title] + lines.map { $0.map(\.text).joined() }
    case .table(let header, let rows): ([header] + rows).map { $0.joined(separator: " ") }
    case .menu(let items, _): items.map(\.text)
    case .form(let fields, _): fields.flatMap { [$0.label, $0.value] }
    case .verdict(let headline, _, let lines): [headline] + lines
    case .progress(let label, _, _, let words): [label, words]
    case .standings(_, let rows, _): rows.map(\.text)
    case .chart, .writing, .pending, .gap, .pipeline: []
    }
  }
}
