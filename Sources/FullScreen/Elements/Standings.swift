// A list with how far one is in several respects: squares for parts, figures for shares, a bar
// for the whole. Rows without columns stand above their header.

import Screen
import Tutoring
import Wording

func standings(
  _ header: [String], _ rows: [StandingRow], cursor: Int?, in room: Room
) -> Column {
  let layout = StandingsLayout(header, rows, width: min(room.width, widestStandings))
  var hasHeader = false
  return rows.enumerated().reduce(into: Column()) { column, entry in
    let (index, row) = entry
    if !hasHeader, !row.cells.isEmpty || index > 0 {
      hasHeader = true
      if index > 0, !layout.header.isEmpty { column.lines.append([]) }
      column.lines += layout.header
    }
    var lines = layout.lines(for: row, isChosen: index == cursor)
    if index == cursor { lines = lines.map(\.bold) }
    column.append(entry: lines, index, of: rows.count, cursor: cursor)
  }
}

/// Columns further away from their names than this are hard to follow.
private let widestStandings = 90

private struct StandingsLayout {
  private static let gap = 2
  /// Where names would be narrower than this, bars give way to their figures ...
  private static let goodName = 22
  /// ... and here columns give way to a text.
  private static let leastName = 10
  private static let widestName = 36

  private let width: Int
  private let titles: [String]
  private let marks: Int
  private let name: Int
  private let columns: [Int]
  private let hasBars: Bool

  init(_ header: [String], _ rows: [StandingRow], width: Int) {
    self.width = width
    titles = header
    marks = min(rows.map { TextWidth.width(of: $0.mark) }.max() ?? 0, 2)
    let indent = marks > 0 ? marks + 3 : 2
    let wide = Self.widths(header, rows, bars: true)
    let narrow = Self.widths(header, rows, bars: false)
    let room = { (columns: [Int]) in columns.reduce(width - indent) { $0 - $1 - Self.gap } }
    hasBars = room(wide) >= Self.goodName
    columns = hasBars ? wide : narrow
    let longest = (rows.map(\.text) + header.prefix(1)).map { TextWidth.width(of: $0) }.max() ?? 0
    name = min(room(columns), max(longest, Self.goodName), Self.widestName)
  }

  private var indent: Int { marks > 0 ? marks + 3 : 2 }
  private var hasColumns: Bool { name >= Self.leastName && !columns.isEmpty }

  private static func widths(_ header: [String], _ rows: [StandingRow], bars: Bool) -> [Int] {
    let count = rows.map(\.cells.count).max() ?? 0
    return (0..<count).map { column in
      let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
      let title = column + 1 < header.count ? TextWidth.width(of: header[column + 1]) : 0
      return max(title, cells.map { $0.line(bars: bars).width }.max() ?? 0)
    }
  }

  /// Nothing where the columns have given way.
  var header: [Line] {
    guard hasColumns else { return [] }
    let names = zip(titles.dropFirst(), columns).map { title, width -> Line in
      [Span(TextWidth.padded(title, width), .muted)]
    }
    let first = Span(TextWidth.padded(titles.first ?? "", name), .bold)
    return [joined([Span(String(repeating: " ", count: indent)), first], names)]
  }

  func lines(for row: StandingRow, isChosen: Bool) -> [Line] {
    let mark = marks > 0 ? [Span(TextWidth.padded(row.mark, marks) + " ")] : []
    let start = [isChosen ? Span("▸ ", .accent) : Span("  ")] + mark
    guard hasColumns else { return text(row, start) }
    if row.cells.isEmpty { return named(row, start) }
    let names = wrapped([Span(row.text)], width: name)
    let cells = zip(row.cells, columns).map { $0.line(bars: hasBars).padded(to: $1) }
    let first = joined((start + (names.first ?? [])).padded(to: indent + name), cells)
    return [first] + names.dropFirst().map { $0.indented(by: indent) }
  }

  /// The note stands where the columns begin, or behind a name that is longer.
  private func named(_ row: StandingRow, _ start: Line) -> [Line] {
    let line = (start + [Span(row.text)]).padded(to: indent + name)
    let whole = joined(line, row.note.isEmpty ? [] : [[Span(row.note, .muted)]])
    return whole.width <= width ? [whole] : text(row, start)
  }

  /// Without columns: what they would tell, in words.
  private func text(_ row: StandingRow, _ start: Line) -> [Line] {
    let cells = zip(titles.dropFirst(), row.cells).flatMap { title, cell -> Line in
      let line = cell.line(bars: false)
      return line.isEmpty ? [] : [Span(" " + title + " ", .muted)] + line
    }
    let note = row.note.isEmpty ? [] : [Span(" " + row.note, .muted)]
    return hanging(start, [Span(row.text)] + note + cells, indent: indent, width)
  }

  private func joined(_ start: Line, _ cells: [Line]) -> Line {
    cells.reduce(start) { $0 + [Span(String(repeating: " ", count: Self.gap))] + $1 }
  }
}

extension StandingCell {
  /// More parts than this are shown in proportion.
  private static let widest = 5
  private static let barWidth = 6

  func line(bars: Bool) -> Line {
    switch self {
    case .parts(let done, let total):
      let cells = min(max(0, total), Self.widest)
      return squares(filled(Double(done) / Double(max(1, total)), of: cells), of: cells, "■", "□")
    case .share(let share): return [Span(percent(share))]
    case .bar(let share):
      let figure = Span("\(percent(share))")
      guard bars else { return [figure] }
      return squares(filled(share, of: Self.barWidth), of: Self.barWidth, "▆", "▁")
        + [Span(" ")] + [figure]
    case .notBegun: return [Span("–", .muted)]
    case .nothing: return []
    }
  }

  /// Neither begun nor done may be lost in rounding.
  private func filled(_ share: Double, of cells: Int) -> Int {
    guard share > 0 else { return 0 }
    return share >= 1 || cells < 2
      ? cells : min(max(1, Int((share * Double(cells)).rounded())), cells - 1)
  }

  private func squares(_ filled: Int, of cells: Int, _ full: String, _ empty: String) -> Line {
    [
      Span(String(repeating: full, count: filled), .accent),
      Span(String(repeating: empty, count: cells - filled), .muted),
    ]
  }

  private func percent(_ share: Double) -> String {
    TextWidth.rightAligned(percentage(share), 5)
  }
}
