// Headings, paragraphs, lists and call-outs.

import Screen
import Tutoring

func heading(_ text: String, in room: Room) -> [Line] {
  wrapped([Span(text, .bold)], width: room.textWidth)
}

func prose(_ spans: [Span], in room: Room) -> [Line] {
  wrapped(spans, width: room.textWidth)
}

/// Items below each other, their texts at the same column.
func list(_ items: [Element], in room: Room) -> [Line] {
  let parts = items.compactMap { item -> (mark: String, text: [Span])? in
    if case .item(let mark, let text) = item { (mark, text) } else { nil }
  }
  let indent = (parts.map { TextWidth.width(of: $0.mark) }.max() ?? 0) + 1
  return parts.flatMap { mark, text in
    hanging([Span(mark, .muted)], text, indent: min(indent, room.width / 2), room.textWidth)
  }
}

/// A bar at the left, the title above the text.
func callout(_ title: String, _ paragraphs: [[Span]], in room: Room) -> [Line] {
  let width = room.textWidth - 2
  let title = title.isEmpty ? [] : wrapped([Span(title, .bold)], width: width)
  let text = paragraphs.flatMap { wrapped($0, width: width) }
  return (title + text).map { [Span("│ ", .accent)] + $0 }
}

/// A mark, and beside it a text whose lines all begin at the same column.
func hanging(_ mark: Line, _ text: [Span], indent: Int, _ width: Int) -> [Line] {
  let lines = wrapped(text, width: width - indent)
  guard let first = lines.first else { return [mark] }
  return [mark.padded(to: indent) + first] + lines.dropFirst().map { $0.indented(by: indent) }
}

/// Lines that do not leave a lone short word at the end, as long as that costs no line.
func wrapped(_ spans: [Span], width: Int, hangingIndent: Int = 0) -> [Line] {
  let lines = wrap(spans, width: width, hangingIndent: hangingIndent)
  let orphan = orphan + hangingIndent
  guard lines.count > 1, let last = lines.last, last.width < orphan else { return lines }
  for narrower in stride(from: width - 1, through: max(20, width * 3 / 4), by: -1) {
    let other = wrap(spans, width: narrower, hangingIndent: hangingIndent)
    guard other.count == lines.count, let end = other.last else { break }
    if end.width >= orphan { return other }
  }
  return lines
}

/// A last line shorter than this looks left behind.
private let orphan = 9
