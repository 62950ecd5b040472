// The text being written, between two rules. Lines are wrapped as one types, every space is
// kept, and the place of the cursor is known for every character.

import Screen
import Tutoring

/// - Parameter lines: wished for, with the two rules.
func editor(of draft: Draft, lines: Int, in room: Room) -> Column {
  let width = room.textWidth
  // The cursor stands behind the last character, so one column stays free.
  let text = WrappedDraft(draft, width: width - 1)
  let height = min(max(leastHeight, lines - 2), mostHeight)
  let top = min(max(0, text.cursor.row - height / 2), max(0, text.rows.count - height))
  let shown = text.rows.dropFirst(top).prefix(height).map { [Span($0)] as Line }
  let box = shown + Array(repeating: [], count: height - shown.count)

  var column = Column([titleRule(width)] + box + [countRule(text, width)])
  let line = 1 + text.cursor.row - top
  column.caret = Column.Caret(x: min(text.cursor.column, width - 1), line: line)
  column.focus = Column.Focus(
    lines: line..<line + 1, isFirst: text.cursor.row == 0,
    isLast: text.cursor.row == text.rows.count - 1)
  return column
}

private let leastHeight = 5
private let mostHeight = 14

private func titleRule(_ width: Int) -> Line {
  [rule(2), Span(" your answer ", .muted), rule(width - 15)]
}

private func countRule(_ text: WrappedDraft, _ width: Int) -> Line {
  let words = "\(text.words) word\(text.words == 1 ? "" : "s")"
  let line = "line \(text.cursor.row + 1) of \(text.rows.count)"
  let count = Span(" \(line) · \(words) ", .muted)
  return [rule(width - 2 - TextWidth.width(of: count.text)), count, rule(2)]
}

private struct WrappedDraft {
  private(set) var rows: [String] = []
  private(set) var cursor = (row: 0, column: 0)
  let words: Int

  init(_ draft: Draft, width: Int) {
    words = draft.text.split { $0 == " " || $0 == "\n" }.count
    let offset = min(max(0, draft.cursor), draft.text.count)
    var start = 0
    for line in draft.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let characters = Array(line)
      add(characters, from: start, cursor: offset, width: max(2, width))
      start += characters.count + 1
    }
  }

  /// Adds a line of the draft in as many rows as it needs.
  private mutating func add(_ line: [Character], from start: Int, cursor offset: Int, width: Int) {
    let widths = line.map { $0.isASCII ? 1 : TextWidth.width(of: $0) }
    let ends = Self.breaks(line, widths, width: width)
    var begin = 0
    for end in ends {
      let isLast = end == line.count
      // Between two rows the cursor stands at the start of the lower one.
      if offset >= start + begin, offset < start + end || isLast && offset == start + end {
        cursor = (rows.count, widths[begin..<offset - start].reduce(0, +))
      }
      rows.append(String(line[begin..<end]))
      begin = end
    }
  }

  /// Where each row ends: after a space if there is one, else where the row is full. Spaces
  /// at the end of a row hang over its edge.
  private static func breaks(_ line: [Character], _ widths: [Int], width: Int) -> [Int] {
    var ends: [Int] = []
    var begin = 0
    var afterSpace = 0
    var used = 0
    for (index, character) in line.enumerated() {
      if character != " ", used + widths[index] > width {
        let end = afterSpace > begin ? afterSpace : index
        ends.append(end)
        begin = end
        used = widths[begin..<index].reduce(0, +)
      }
      used += widths[index]
      if character == " " { afterSpace = index + 1 }
    }
    return ends + [line.count]
  }
}
