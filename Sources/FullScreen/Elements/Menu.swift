// A list to choose from: the cursor, what each entry is now, its text, and a note at the right.

import Screen
import Tutoring

func menu(_ items: [MenuItem], cursor: Int?, in room: Room) -> Column {
  let layout = MenuLayout(items, width: min(room.width, widestMenu))
  return items.enumerated().reduce(into: Column()) { column, entry in
    let (index, item) = entry
    var lines = layout.lines(for: item, isChosen: index == cursor)
    if index == cursor { lines = lines.map(\.bold) }
    column.append(entry: lines, index, of: items.count, cursor: cursor)
  }
}

/// A note further away from its text than this is hard to follow.
private let widestMenu = 84

private struct MenuLayout {
  private let width: Int
  private let markWidth: Int
  /// Where the texts begin.
  private let indent: Int
  /// Whether notes stand at the right; below their texts where that would squeeze them.
  private let hasNotesAtRight: Bool

  init(_ items: [MenuItem], width: Int) {
    self.width = width
    markWidth = min(items.map { TextWidth.width(of: $0.mark) }.max() ?? 0, width / 4)
    indent = 2 + (markWidth > 0 ? markWidth + 1 : 0)
    let noteWidth = items.map { TextWidth.width(of: $0.note) }.max() ?? 0
    hasNotesAtRight = noteWidth + 2 <= (width - indent) / 2
  }

  func lines(for item: MenuItem, isChosen: Bool) -> [Line] {
    let note: Line = item.note.isEmpty ? [] : [Span(item.note, .muted)]
    let isBeside = hasNotesAtRight && !note.isEmpty
    var lines = hanging(
      start(of: item, isChosen: isChosen), [Span(item.text)], indent: indent,
      isBeside ? width - note.width - 2 : width)
    if isBeside {
      lines[0] += note.rightAligned(in: width - lines[0].width)
    } else if !note.isEmpty {
      lines += wrapped(note, width: width - indent).map { $0.indented(by: indent) }
    }
    return lines
  }

  private func start(of item: MenuItem, isChosen: Bool) -> Line {
    let arrow = isChosen ? Span("▸ ", .accent) : Span("  ")
    return markWidth > 0 ? [arrow, Span(TextWidth.fitting(item.mark, markWidth))] : [arrow]
  }
}
