// What stands around every page: where one is on the first line, what was just said, and the
// keys that work now on the last line.

import Charts
import Screen
import Tutoring

struct Frame {
  let size: Size
  let body: Rect
  private var head: [Line]
  private var notice: [Line]
  private let keys: Line
  /// What is typed into the one line that is asked for.
  let prompt: Prompt?

  init(of scene: Scene, size: Size) {
    self.size = size
    let width = size.width - 2
    head = Self.head(scene.title, Self.place(of: scene), width: width)
    prompt = Prompt(scene.input, width: width)
    let search = prompt.map { [$0.line] } ?? (scene.find?.status == nil ? [] : [[]])
    notice = search + Self.notice(scene.notice, width: width, atMost: size.height / 4)
    keys = keyLine(of: scene, width: width)
    let top = head.count + 1
    body = Rect(x: 1, y: top, width: width, height: size.height - top - notice.count - 2)
  }

  /// The title at the left, the place at the right; below each other where they are long.
  private static func head(_ title: String, _ place: Line, width: Int) -> [Line] {
    let title: Line = [Span(title, .bold)]
    if title.width + 2 + place.width <= width {
      return [title + place.rightAligned(in: width - title.width)]
    }
    return Array(wrap(title, width: width).prefix(2))
      + wrap(place, width: width).prefix(2).map { $0.rightAligned(in: width) }
  }

  private static func place(of scene: Scene) -> Line {
    let place: Line = [Span(scene.place, .muted)]
    guard let clock = scene.clock else { return place }
    return place + [Span(" · ", .muted), Span(clock.text, clock.isUrgent ? .warning : .plain)]
  }

  private static func notice(_ text: String?, width: Int, atMost: Int) -> [Line] {
    guard let text, !text.isEmpty else { return [] }
    return Array(wrapped([Span(text, .accent)], width: width).prefix(max(1, atMost)))
  }
}

// MARK: - Searching

extension Frame {
  /// Marks the words in the title; whether the hit that one is at is there, and not on the page.
  mutating func mark(_ find: Finding, isOnPage: Bool) -> Bool {
    guard find.status != nil, let pattern = Pattern(find.words) else { return false }
    var column = Column(head).finding(pattern)
    let current = isOnPage ? nil : find.spot.flatMap { column.hits.nearest(to: $0) }
    for (number, hit) in column.hits.enumerated() { column.mark(hit, isCurrent: number == current) }
    head = column.lines
    return current != nil
  }

  /// Behind what is being typed, or behind the words that were looked for.
  mutating func tell(_ status: String, words: String) {
    guard !notice.isEmpty else { return }
    let width = size.width - 2
    let asked = prompt?.line ?? [Span("/", .muted), Span(TextWidth.fitting(words, width / 2))]
    let room = width - asked.width - 3
    guard room > 0 else { return }
    let text: Line = [Span(TextWidth.fitting(status, room), .accent)]
    notice[0] = asked + text.rightAligned(in: width - asked.width)
  }
}

// MARK: - Drawing

extension Frame {
  func draw(_ position: Position, with pen: inout Pen) {
    for (row, line) in head.enumerated() { pen.write(line, at: 1, row) }
    pen.write([rule(size.width)], at: 0, head.count)
    for (row, line) in notice.enumerated() { pen.write(line, at: 1, body.endY + row) }
    pen.write([rule(size.width)], at: 0, size.height - 2)
    drawMark(position, with: &pen)
    pen.write(keys, at: 1, size.height - 1)
  }

  /// In the lower rule, that there is more to see.
  private func drawMark(_ position: Position, with pen: inout Pen) {
    guard position.isMoreBelow || position.isMoreAbove else { return }
    let text =
      position.isMoreBelow ? " more below ↓ \(position.percent) % " : " more above ↑ "
    let x = size.width - TextWidth.width(of: text) - 2
    pen.write([Span(text, .accent)], at: x, size.height - 2)
  }
}

// MARK: - Too small

extension Frame {
  static let least = Size(width: 60, height: 20)

  static func fits(_ size: Size) -> Bool {
    size.width >= least.width && size.height >= least.height
  }

  /// All that is said in a window in which nothing can be laid out: as much as it can hold.
  static func notice(ofSize size: Size, glyphs: GlyphSet) -> Surface {
    let needed = "\(least.width) × \(least.height)"
    let texts = [
      "This window has \(size.width) × \(size.height) cells. Centroid needs \(needed): make the "
        + "window larger or its letters smaller.",
      "Centroid needs \(needed) cells.", "needs\n\(needed)",
    ]
    let width = max(2, min(size.width - 2, 40))
    let wrapped = texts.map { wrap([Span($0)], width: width) }
    let text = wrapped.first { $0.count + 2 <= size.height } ?? wrapped[texts.count - 1]
    let gap: [Line] = text.count + 2 <= size.height ? [[]] : []
    let lines = text + gap + [[Span("q quit", .muted)]]
    var pen = Pen(surface: Surface(size), glyphs: glyphs)
    let top = max(0, (size.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      pen.write(line, at: max(0, (size.width - width) / 2), top + row)
    }
    return pen.surface
  }
}
