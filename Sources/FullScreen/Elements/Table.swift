// A table: text at the left of its column, numbers at the right. Where the columns do not fit
// the widest ones give way and their cells are wrapped; where not even that helps, each row is
// told below the other with the names of its columns.

import Screen
import Tutoring

func table(_ header: [String], _ rows: [[String]], in room: Room) -> [Line] {
  let width = min(room.width, Room.widestPicture)
  guard let layout = TableLayout(header, rows, width: width) else {
    return records(header, rows, width: width)
  }
  let head = header.allSatisfy(\.isEmpty) ? [] : layout.lines(for: header, style: headerStyle)
  return head + rows.flatMap { layout.lines(for: $0, style: .plain) }
}

private let headerStyle = Style(bold: true, underline: true)

private struct TableLayout {
  /// Between two columns.
  private static let gap = 2
  private static let leastWidth = 5

  private let widths: [Int]
  private let isNumeric: [Bool]

  /// Nil where the columns do not fit.
  init?(_ header: [String], _ rows: [[String]], width: Int) {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    let cells = (0..<count).map { column in
      ([header] + rows).map { column < $0.count ? $0[column] : "" }
    }
    let natural = cells.map { $0.map { TextWidth.width(of: $0) }.max() ?? 0 }
    let room = width - Self.gap * max(0, count - 1)
    guard let cap = Self.cap(on: natural, toFit: room) else { return nil }
    widths = natural.map { min($0, cap) }
    isNumeric = cells.map { cells in
      let said = cells.dropFirst().filter { !$0.isEmpty }
      return said.count(where: looksNumeric) * 2 > said.count
    }
  }

  /// The width that no column may pass, so that all fit: narrow columns stay as they are.
  private static func cap(on natural: [Int], toFit room: Int) -> Int? {
    var left = room
    for (index, width) in natural.sorted().enumerated() {
      let share = left / (natural.count - index)
      if width > share { return share >= leastWidth ? share : nil }
      left -= width
    }
    return natural.max() ?? 0
  }

  func lines(for row: [String], style: Style) -> [Line] {
    let cells = widths.indices.map { column in
      wrap([Span(column < row.count ? row[column] : "", style)], width: widths[column])
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.indices.reduce(into: Line()) { result, column in
        let text = line < cells[column].count ? cells[column][line] : []
        let width = widths[column]
        let cell = isNumeric[column] ? text.rightAligned(in: width) : text
        let isLast = column == cells.count - 1
        result += isLast ? cell : cell.padded(to: width + Self.gap)
      }
    }
  }
}

private func looksNumeric(_ cell: String) -> Bool {
  cell.contains(where: \.isWholeNumber)
    && cell.allSatisfy { $0.isWholeNumber || numberCharacters.contains($0) }
}

private let numberCharacters: [Character] = [
  ".", ",", "+", "-", "−", "–", "%", "e", " ", "\u{A0}", "\u{202F}",
]

private func records(_ header: [String], _ rows: [[String]], width: Int) -> [Line] {
  rows.enumerated().flatMap { index, row in
    let cells = row.enumerated().flatMap { column, cell in
      let name = column < header.count && !header[column].isEmpty ? "\(header[column]): " : ""
      return wrapped([Span(name, .muted), Span(cell)], width: width)
    }
    return index == 0 ? cells : [[]] + cells
  }
}
