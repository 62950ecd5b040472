// A list to choose from: the cursor, what each entry is now, its text, and a note at the right.

import Screen
import Tutoring

func menu(_ items: [MenuItem], cursor: Int?, in room: Room) -> Column {
  let layout = MenuLayout(items, width: min(room.width, widestMenu))
  return items.enumerated().reduce(into: Column()) { column, entry in
    let (index, item) = entry
    var lines = layout.lines(for: item, isChosen: index == cursor)
    if index == cursor { lines = lines.map(\.bold) }
    let start = column.lines.count
    column.lines += lines
    if index == cursor {
      column.focus = Column.Focus(
        lines: start..<column.lines.count, isFirst: index == 0, isLast: index == items.count - 1)
    }
  }
}

/// A note further away from its text than this is hard to follow.
private let widestMenu = 84

private struct MenuLayout {
  let width: Int
  private let markWidth: Int
  private let textWidth: Int
  /// Whether notes stand at the right; below their texts where that would squeeze them.
  private let hasNotesAtRight: Bool

  init(_ items: [MenuItem], width: Int) {
    self.width = width
    markWidth = min(items.map { TextWidth.width(of: $0.mark) }.max() ?? 0, width / 4)
    let noteWidth = items.map { TextWidth.width(of: $0.note) }.max() ?? 0
    let room = width - 2 - (markWidth > 0 ? markWidth + 1 : 0)
    hasNotesAtRight = noteWidth > 0 && noteWidth + 2 <= room / 2
    textWidth = hasNotesAtRight ? room - noteWidth - 2 : room
  }

  private var indent: Int { 2 + (markWidth > 0 ? markWidth + 1 : 0) }

  func lines(for item: MenuItem, isChosen: Bool) -> [Line] {
    let arrow = isChosen ? Span("▸ ", .accent) : Span("  ")
    var mark: Line = [arrow]
    if markWidth > 0 { mark.append(Span(TextWidth.fitting(item.mark, markWidth))) }
    var lines = hanging(mark, [Span(item.text)], indent: indent, indent + textWidth)
    guard !item.note.isEmpty else { return lines }
    if hasNotesAtRight {
      let note: Line = [Span(item.note, .muted)]
      lines[0] = lines[0] + note.rightAligned(in: width - lines[0].width)
    } else {
      lines += wrapped([Span(item.note, .muted)], width: textWidth)
        .map { $0.indented(by: indent) }
    }
    return lines
  }
}
