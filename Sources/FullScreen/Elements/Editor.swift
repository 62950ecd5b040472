// The text being written, between two rules. Lines are wrapped as one types, every space is
// kept, and the place of the cursor is known for every character.

import Screen
import Tutoring
import Wording

/// - Parameter lines: wished for, with the two rules.
func editor(of draft: Draft, lines: Int, in room: Room) -> Column {
  let width = room.textWidth
  // The cursor stands behind the last character, so one column stays free.
  let text = WrappedDraft(draft, width: width - 1)
  let height = min(max(leastHeight, lines - 2), mostHeight)
  let top = min(max(0, text.cursor.row - height / 2), max(0, text.rows.count - height))
  let shown = text.rows.dropFirst(top).prefix(height).map { [Span(String($0.characters))] as Line }
  let box = shown + Array(repeating: [], count: height - shown.count)

  var column = Column([titleRule(width)] + box + [countRule(text, width)])
  let line = 1 + text.cursor.row - top
  column.caret = Column.Caret(
    x: min(text.cursor.column, width - 1), line: line,
    above: text.offset(inRow: text.cursor.row - 1), below: text.offset(inRow: text.cursor.row + 1))
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
  let line = "line \(text.cursor.row + 1) of \(text.rows.count)"
  let count = Span(" \(line) · \(counted(text.words, "word")) ", .muted)
  return [rule(width - 2 - TextWidth.width(of: count.text)), count, rule(2)]
}
