// From a key to what the learner means by it. A key is looked up in the scene's actions; what
// the scene does not use scrolls. Nothing is chosen unseen and no text is skipped unread: a
// page that goes on below is scrolled before it is turned, and an entry that is out of sight
// is brought back before it is moved, changed or taken.

package import Screen
package import Tutoring

extension FullScreen {
  /// Nil where the input concerns only this face, or nothing.
  package mutating func event(for input: Input, in scene: Scene) -> Event? {
    switch input {
    case .key(let key): return event(for: key, in: scene)
    case .paste(let text):
      // Pasted text is data: where nothing is being written it means nothing.
      guard scene.input != .keys, Frame.fits(size) else { return nil }
      return take(.edit(.insert(text)), scene, page(of: scene))
    case .resized(let size):
      self.size = size
      return nil
    case .suspended, .resumed, .ended: return nil
    }
  }

  package mutating func event(for key: Key, in scene: Scene) -> Event? {
    let action = scene.action(for: key)
    guard Frame.fits(size) else { return action?.event == .quit ? .quit : nil }
    let page = page(of: scene)
    if let event = action?.event ?? scene.edit(for: key).map(Event.edit) {
      return take(event, by: key, scene, page)
    }
    viewport.settle(on: page, of: scene)
    scroll(key.scrolling(isReading: scene.input == .keys), page)
    return nil
  }

  private func page(of scene: Scene) -> Page {
    Page(
      of: scene, size: Frame(of: scene, size: size).body.size, glyphs: glyphs, album: album)
  }
}

// MARK: - Before an event goes out

extension FullScreen {
  /// The event, unless the page has to be scrolled first.
  private mutating func take(
    _ event: Event, by key: Key? = nil, _ scene: Scene, _ page: Page
  ) -> Event? {
    viewport.settle(on: page, of: scene)
    if scene.find?.status != nil || event == .find(.ask) {
      // The page goes where the words stand, and not where its cursor is.
      switch event {
      case .find, .edit: return event
      default: break
      }
    }
    let position = viewport.position(on: page)
    let (focus, isVisible) = page.focus(at: position.offset) ?? (nil, true)
    switch event {
    case .move(let step):
      let isAtEdge = step < 0 ? focus?.isFirst ?? true : focus?.isLast ?? true
      let canScroll = step < 0 ? position.isMoreAbove : position.isMoreBelow
      if canScroll, isAtEdge || !isVisible { return scroll(.lines(step.signum()), page) }
      if !isVisible { return reveal(focus, page) }
    case .edit(.up) where focus?.isFirst == true && position.isMoreAbove:
      return scroll(.lines(-1), page)
    case .edit(.down) where focus?.isLast == true && position.isMoreBelow:
      return scroll(.lines(1), page)
    case .enter where !isVisible, .turn where !isVisible, .carry where !isVisible:
      return reveal(focus, page)
    case .enter where focus != nil: break
    case .edit(.up): return write(page.caret?.above, else: event)
    case .edit(.down): return write(page.caret?.below, else: event)
    case .edit: break
    case .next where key == .enter && position.isMoreBelow: return scroll(.pages(1), page)
    case _ where key == .space && position.isMoreBelow: return scroll(.pages(1), page)
    case .previous where key == .character("b") && position.isMoreAbove:
      return scroll(.pages(-1), page)
    default: break
    }
    if case .set = event { viewport.follow(unlessKeys: true) } else { viewport.follow() }
    return event
  }

  /// Only this face knows how the text is wrapped: up and down become places in it.
  private mutating func write(_ place: Int?, else event: Event) -> Event {
    viewport.follow()
    return place.map { .edit(.place($0)) } ?? event
  }

  @discardableResult
  private mutating func scroll(_ scrolling: Scrolling?, _ page: Page) -> Event? {
    let position = viewport.position(on: page)
    switch scrolling {
    case .lines(let lines): viewport.scroll(to: position.offset + lines, on: page)
    // One line stays, to read on from.
    case .pages(let pages):
      viewport.scroll(to: position.offset + pages * (position.height - 1), on: page)
    case .halfPages(let halves):
      viewport.scroll(to: position.offset + halves * position.height / 2, on: page)
    case .start: viewport.scroll(to: 0, on: page)
    case .end: viewport.scroll(to: position.overflow, on: page)
    case nil: break
    }
    return nil
  }

  private mutating func reveal(_ focus: Column.Focus?, _ page: Page) -> Event? {
    guard let focus else { return nil }
    let offset = viewport.position(on: page).offset
    viewport.scroll(to: page.offset(showing: focus.lines, from: offset), on: page)
    return nil
  }
}

/// A way to move a page.
enum Scrolling: Equatable {
  case lines(Int), pages(Int), halfPages(Int)
  case start, end
}

extension Key {
  /// What the key does to a page where the scene has no use for it.
  func scrolling(isReading: Bool) -> Scrolling? {
    switch self {
    case .pageDown: return .pages(1)
    case .pageUp: return .pages(-1)
    default: break
    }
    guard isReading else { return nil }
    return switch self {
    case .down, .character("j"): .lines(1)
    case .up, .character("k"): .lines(-1)
    case .space: .pages(1)
    case .character("b"): .pages(-1)
    case .character("d"): .halfPages(1)
    case .character("u"): .halfPages(-1)
    case .character("g"), .home: .start
    case .character("G"), .end: .end
    default: nil
    }
  }
}
