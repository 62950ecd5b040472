// Looking for words, in one walk over everything. It lies over any scene: "/" asks for the words,
// enter goes to the first hit at or after the place where one is, n and N go on from hit to hit
// and from place to place, "/" once more lists all, and esc goes back to where one came from. It
// ends by itself when one goes on reading elsewhere.

import Screen

package enum FindStep: Sendable, Equatable {
  case ask, next, previous
  /// The search ends where it is.
  case stay
  /// These words, at once: the line face.
  case look(String)
}

struct Find: Sendable {
  private(set) var draft = Draft()
  private(set) var isTyping = true
  let index: SearchIndex
  /// The sessions as they were where one came from.
  var origin: [any Session]
  /// Whether another place is shown than the one that one came from.
  var isAway = false
  private var occurrences: [SearchIndex.Occurrence] = []
  private var current = 0
  /// The number of the place from which on words are looked for.
  private var start: Int

  init(in index: SearchIndex, from origin: [any Session]) {
    self.index = index
    self.origin = origin
    let here = origin.last?.bookmark
    start = index.places.firstIndex { $0.isOn(here) } ?? 0
  }

  /// One hit of words that were found already.
  init(_ words: String, at hit: Int, in index: SearchIndex, from origin: [any Session]) {
    self.init(in: index, from: origin)
    write(words)
    isTyping = false
    current = min(hit, max(0, occurrences.count - 1))
  }

  enum Outcome: Equatable {
    case goesOn, ends, stays
    /// The current hit is to be shown.
    case shows
    /// All hits are to be listed.
    case lists
    /// The event is not for the search.
    case passes
  }

  mutating func handle(_ event: Event) -> Outcome {
    switch event {
    case .edit(let edit) where isTyping:
      var draft = draft
      draft.applyAsWords(edit)
      take(draft)
    case .enter where isTyping: return goToFirst()
    case .write(let words) where isTyping:
      write(words)
      return goToFirst()
    case .find(.look(let words)):
      start = hit?.place ?? start
      write(words)
      return goToFirst()
    case .find(.ask): return .lists
    case .find(.next): return go(by: 1)
    case .find(.previous): return go(by: -1)
    case .find(.stay): return .stays
    case .back: return .ends
    default: return .passes
    }
    return .goesOn
  }

  private mutating func write(_ words: String) {
    take(Draft(text: words, cursor: words.count))
  }

  private mutating func take(_ draft: Draft) {
    self.draft = draft
    occurrences = Pattern(draft.text).map(index.occurrences) ?? []
    current = occurrences.firstIndex { $0.place >= start } ?? 0
  }

  /// Words that stand nowhere can be mended.
  private mutating func goToFirst() -> Outcome {
    guard Pattern(draft.text) != nil else { return .ends }
    guard !occurrences.isEmpty else { return .goesOn }
    isTyping = false
    return .shows
  }

  /// Whoever goes on after the last comes to the first.
  private mutating func go(by step: Int) -> Outcome {
    guard !occurrences.isEmpty else { return .goesOn }
    current = (current + step + occurrences.count) % occurrences.count
    return .shows
  }
}

// MARK: - Where it is

extension Find {
  var hit: SearchIndex.Occurrence? {
    occurrences.indices.contains(current) ? occurrences[current] : nil
  }

  private var spot: Finding.Spot? {
    guard let hit else { return nil }
    let around = index.text(of: hit).surroundings(of: hit.characters)
    return Finding.Spot(
      before: around.before, after: around.after,
      number: occurrences[..<current].count { $0.place == hit.place },
      excerpt: index.excerpt(around: hit))
  }

  var finding: Finding {
    Finding(words: draft.text, status: status, spot: spot)
  }

  private var status: String {
    guard Pattern(draft.text) != nil else { return "" }
    guard let hit else { return "no hit in the course" }
    return "hit \(current + 1) of \(occurrences.count) · \(index.places[hit.place].name)"
  }
}

extension SearchIndex.Place {
  /// Whether a page of a text, or an exercise, is what one is at.
  func isOn(_ bookmark: Bookmark?) -> Bool {
    guard card == nil, let bookmark, bookmark.route == route else { return false }
    return page == nil || page == bookmark.position
  }
}

// MARK: - Over a scene

extension Find {
  func scene(over scene: Scene) -> Scene {
    var found = Scene(
      title: scene.title, place: scene.place, main: scene.main, aside: scene.aside,
      actions: isTyping
        ? Self.asking : Self.going(over: scene) + scene.actions.compactMap(Self.rest),
      notice: scene.notice, input: isTyping ? .line(label: "/", draft) : .keys, pace: nil)
    found.find = finding
    found.comparesTexts = scene.comparesTexts
    return found
  }

  private static let asking = [
    Action(keys: [.enter], word: "find", label: "find", event: .enter), .back, .quit,
  ]

  private static let going = [
    Action(keys: [.character("n")], word: "next", label: "next hit", event: .find(.next)),
    Action(keys: [.character("N")], word: "previous", label: "hit before", event: .find(.previous)),
    Action(keys: [.character("/")], word: "hits", label: "all hits", event: .find(.ask)),
    .back,
  ]

  /// While a search goes on, letters are keys; where a text is to be written, enter ends it.
  private static func going(over scene: Scene) -> [Action] {
    guard scene.input != .keys else { return going }
    let stay = Action(keys: [.enter], word: "write", label: "write here", event: .find(.stay))
    return [stay] + going
  }

  /// What else can be done on the page, by the keys and words that the search leaves free.
  private static func rest(_ action: Action) -> Action? {
    let keys = action.keys.filter { key in !going.contains { $0.keys.contains(key) } }
    guard !keys.isEmpty else { return nil }
    let isTaken = going.contains { $0.word == action.word }
    return Action(
      keys: keys, word: isTaken ? action.label : action.word, label: action.label,
      event: action.event)
  }
}

extension Draft {
  /// The slash that asks for words is none of them: typed first it changes nothing, and over
  /// words that stand there already (`isFresh`) it begins anew.
  mutating func applyAsWords(_ edit: Edit, isFresh: Bool = false) {
    guard edit == .insert("/"), isFresh || text.isEmpty else { return applyOnOneLine(edit) }
    self = Draft()
  }

  /// Pasted lines become one.
  mutating func applyOnOneLine(_ edit: Edit) {
    guard case .insert(let text) = edit else { return apply(edit) }
    apply(.insert(String(text.map { $0.isNewline ? " " : $0 })))
  }
}
