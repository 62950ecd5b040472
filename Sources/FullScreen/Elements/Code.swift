// Source text. A line that is too long goes on below, further in, and without a number, so
// that it cannot be mistaken for a line of its own.

import Screen
import Tutoring

func code(_ text: String, from firstLine: Int?, in room: Room) -> [Line] {
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  let last = (firstLine ?? 1) + lines.count - 1
  let gutter = firstLine == nil ? 2 : "\(last)".count + 2
  return lines.enumerated().flatMap { index, line in
    let number = firstLine.map { "\($0 + index)" } ?? ""
    return numbered(expanded(line), number, gutter: gutter, width: room.width)
  }
}

private func numbered(_ line: String, _ number: String, gutter: Int, width: Int) -> [Line] {
  let indent = line.prefix { $0 == " " }.count
  let rows = wrap(
    [Span(line)], width: width - gutter, hangingIndent: min(indent + 4, (width - gutter) / 2))
  let margin = Span(TextWidth.rightAligned(number, gutter - 2) + "  ", .muted)
  return rows.enumerated().map { row, line in
    row == 0 ? [margin] + line : line.indented(by: gutter)
  }
}

/// Tabs become spaces up to the next of the usual stops.
private func expanded(_ line: Substring) -> String {
  line.reduce(into: "") { text, character in
    if character == "\t" {
      text += String(repeating: " ", count: 4 - text.count % 4)
    } else {
      text.append(character)
    }
  }
}
