// How far a page is scrolled. A page is read from its top and a list is opened at its cursor;
// after that the page stays where the learner left it, follows the cursor when the cursor is
// moved, and goes to the first verdict that was not there before.

import Screen
import Tutoring

struct Viewport: Sendable {
  private var offset = 0
  /// Of the scene that the offset belongs to.
  private var title: String?
  private var place = ""
  private var follows = false
  /// A value was set by its name: the page stays, unless something is to be typed now.
  private var staysUnlessWriting = false
  private var verdicts: [Element] = []
  private var find: Finding?
}

extension Viewport {
  private func isAt(_ scene: Scene) -> Bool {
    title == scene.title && place == scene.place
  }

  func offset(on page: Page, of scene: Scene) -> Int {
    let isNew = !isAt(scene)
    let start = isNew ? 0 : min(offset, page.overflow)
    if let hit = page.hitLines, scene.find != find || isNew {
      return page.offset(showing: hit, from: start)
    }
    if !isNew, let verdict = page.verdicts.first(where: { !verdicts.contains($0.element) }) {
      return page.offset(showing: verdict.lines, from: start)
    }
    let opensAtCursor = isNew && scene.aside.isEmpty
    let goesToCursor = follows && !(staysUnlessWriting && scene.input == .keys)
    if goesToCursor && !isNew || opensAtCursor, let (focus, isVisible) = page.focus(at: start) {
      return isVisible ? start : page.offset(showing: focus.lines, from: start)
    }
    return start
  }

  /// Settles where the page stands, before anything is done on it.
  mutating func settle(on page: Page, of scene: Scene) {
    offset = offset(on: page, of: scene)
    if !isAt(scene) {
      title = scene.title
      place = scene.place
    }
    follows = false
    find = scene.find
    verdicts = page.verdicts.map(\.element)
  }

  mutating func scroll(to offset: Int, on page: Page) {
    self.offset = min(max(0, offset), page.overflow)
    follows = false
  }

  /// From now on the entry under the cursor is kept in sight.
  mutating func follow(unlessKeys: Bool = false) {
    follows = true
    staysUnlessWriting = unlessKeys
  }

  func position(on page: Page) -> Position {
    page.position(at: offset)
  }
}
