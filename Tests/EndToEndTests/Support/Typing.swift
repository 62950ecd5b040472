// What a learner wants, as keys: one key at a time, looking at the scene again after each, as
// people do.

import Charts
import FullScreen
import Screen
import ScriptedLearner
import Tutoring

extension Scene {
  /// The next key on the way to an event; nil where the scene is there already.
  func nextKey(toward event: Event, order: [Int]?) -> Key? {
    switch event {
    case .pick(let index):
      guard let cursor = menus.first?.cursor else { return nil }
      return cursor == index ? .enter : cursor < index ? .down : .up
    case .set(let field, let value): return nextKey(setting: field, to: value)
    case .arrange(let wanted):
      return order.map { nextKey(carrying: $0, into: wanted) } ?? nextKey(marking: wanted)
    case .write(let text):
      guard case .text(let draft) = input else { return nil }
      let rest = text.dropFirst(draft.text.count)
      return rest.first.map { $0 == "\n" ? .enter : .character($0) } ?? .control("d")
    case .next: return key(for: event) ?? actions.first { $0.word == "next" }?.keys.first
    default: return key(for: event)
    }
  }

  private func key(for event: Event) -> Key? {
    actions.first { $0.event == event }?.keys.first
  }

  private func nextKey(setting name: String, to value: String) -> Key? {
    guard let form = forms.first, let cursor = form.cursor,
      let index = form.fields.firstIndex(where: { $0.name == name }),
      let wanted = form.fields[index].choices.firstIndex(of: value),
      let now = form.fields[index].choices.firstIndex(of: form.fields[index].value),
      now != wanted
    else { return nil }
    if cursor != index { return cursor < index ? .down : .up }
    return now < wanted ? .right : .left
  }

  /// Brings the first step that is out of place to its place.
  private func nextKey(carrying order: [Int], into wanted: [Int]) -> Key? {
    guard let place = order.indices.first(where: { order[$0] != wanted[$0] }),
      let now = order.firstIndex(of: wanted[place]), let cursor = menus.first?.cursor
    else { return nil }
    return cursor == now ? .left : cursor < now ? .down : .up
  }

  private func nextKey(marking wanted: [Int]) -> Key? {
    guard let menu = menus.first, let cursor = menu.cursor,
      let open = wanted.first(where: { menu.items[$0].mark != "[x]" })
    else { return nil }
    return cursor == open ? .enter : cursor < open ? .down : .up
  }
}

extension Key {
  /// What a keyboard with cursor keys sends.
  var bytes: String {
    switch self {
    case .character(let character): String(character)
    case .control(let letter):
      letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
    case .enter: "\r"
    case .tab: "\t"
    case .escape: "\u{1B}"
    case .backspace: "\u{7F}"
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .home, .end, .backTab, .delete, .insert, .function: ""
    }
  }
}

/// A learner at the full-screen face, and what it should look like.
struct Typist {
  private(set) var mirror: Mirror
  var face: FullScreen
  private var wish: Event?

  init(_ mirror: Mirror, columns: Int = 80, rows: Int = 24) {
    self.mirror = mirror
    face = FullScreen(size: Size(width: columns, height: rows), glyphs: .unicode)
  }

  /// The rows that the terminal should show.
  var rows: [String] { face.draw(mirror.tutor.scene).surface.rows }

  /// The key that the learner types next; nil when all is passed.
  mutating func nextKey() throws -> Key? {
    let scene = mirror.tutor.scene
    if let wish, let key = key(toward: wish, in: scene) { return key }
    wish = try mirror.wish()
    return wish.flatMap { key(toward: $0, in: scene) }
  }

  private func key(toward wish: Event, in scene: Scene) -> Key? {
    scene.nextKey(toward: wish, order: mirror.tutor.bookmark.order)
  }

  mutating func type(_ key: Key) {
    guard let event = face.event(for: .key(key), in: mirror.tutor.scene) else { return }
    mirror.handle([event])
    switch event {
    // Still on the way.
    case .move, .turn, .carry, .edit: break
    default: wish = nil
    }
  }
}
