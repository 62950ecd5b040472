// Looking for words in the whole course: one types, and every place that has them is listed by
// part with the words around the first hit. Enter opens a place with the words marked on it.

import Screen
import Wording

struct FindSession: Session {
  private var draft: Draft
  /// Whether the words are those that it was opened with: "/" then begins anew.
  private var isFresh = true
  private var chooser: Chooser
  private var index: SearchIndex
  /// The page that one came from; what it has is listed first.
  private let here: Bookmark?

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .find(let words) = bookmark.route else { return nil }
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    draft = Draft(text: line, cursor: line.count)
    chooser = Chooser(bookmark)
    index = SearchIndex(of: world.course, world.progress)
    here = world.here
  }

  var bookmark: Bookmark {
    chooser.bookmark(at: .find(draft.text))
  }

  var isOver: Bool { true }

  /// Between two visits a question may have been answered.
  mutating func appear(in world: inout World) {
    index = SearchIndex(of: world.course, world.progress)
  }

  private var hits: [SearchIndex.Hit] {
    let all = Pattern(draft.text).map(index.hits) ?? []
    return all.filter(isHere) + all.filter { !isHere($0) }
  }

  /// Whether a hit is on the page that one came from.
  private func isHere(_ hit: SearchIndex.Hit) -> Bool { hit.place.isOn(here) }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .edit(let edit):
      draft.applyAsWords(edit, isFresh: isFresh)
      isFresh = false
      chooser.cursor = 0
    case .write(let words):
      draft = Draft(text: words, cursor: words.count)
      isFresh = false
      chooser.cursor = 0
    default:
      let hits = hits
      if hits.isEmpty, event == .enter { return }
      chooser.handle(
        event, hits.map { .show(hit: $0.first, of: draft.text) }, in: &world)
    }
  }
}

extension FindSession {
  func scene(in world: World) -> Scene {
    let hits = hits
    let total = hits.reduce(0) { $0 + $1.count }
    var scene = Scene(
      title: "Find in the course",
      place: hits.isEmpty
        ? "" : "\(counted(total, "hit")) in \(counted(hits.count, "place"))",
      main: hits.isEmpty ? [.prose([Span(silence)])] : [menu(of: hits)] + blanks(in: hits),
      actions: Action.choosing("open") + [.back, .help, .quit],
      input: .line(label: "/", draft))
    scene.find = Finding(words: draft.text)
    return scene
  }

  private var silence: String {
    Pattern(draft.text) == nil
      ? "Type some words. They are looked for in lessons, exercises, cards and interview questions; "
        + "what answers a question is left out until you have answered it."
      : "Nothing that you can see by now has these words."
  }

  private func blanks(in hits: [SearchIndex.Hit]) -> [Element] {
    guard hits.contains(where: { said($0).contains(SearchIndex.blank) }) else { return [] }
    let words = "\(SearchIndex.blank) stands for a figure: it is computed when its page is opened."
    return [.gap, .prose([Span(words, .muted)])]
  }

  private func menu(of hits: [SearchIndex.Hit]) -> Element {
    let items = hits.enumerated().map { index, hit in
      let count = hit.count > 1 ? counted(hit.count, "hit") : ""
      let place = isHere(hit) ? "this page" : hit.place.note
      let note = [place, count].filter { !$0.isEmpty }.joined(separator: " · ")
      return MenuItem(
        text: said(hit), note: note, mark: hit.place.kind, name: "\(index + 1)")
    }
    return .menu(items, cursor: chooser.place(in: hits.count))
  }

  /// The title, and the words around the hit where they are not the title itself.
  private func said(_ hit: SearchIndex.Hit) -> String {
    hit.place.title.hasPrefix(hit.excerpt) || hit.excerpt == hit.place.title
      ? hit.place.title : "\(hit.place.title) · \(hit.excerpt)"
  }
}
