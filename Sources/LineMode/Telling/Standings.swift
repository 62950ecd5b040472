// How far one is, row by row, each figure with the name of its column. The full screen's bars
// and squares are the same figures, seen.

import Screen
import Tutoring
import Wording

extension Paper {
  func standings(_ header: [String], _ rows: [StandingRow]) -> [Piece] {
    let title = header.first.flatMap { $0.isEmpty ? nil : Piece(wrapped("\($0):")) }
    let lead = rows.prefix { $0.cells.isEmpty }
    return lead.map { Piece(line($0, header)) } + [title].compactMap(\.self)
      + rows.dropFirst(lead.count).map { Piece(line($0, header)) }
  }

  private func line(_ row: StandingRow, _ header: [String]) -> [String] {
    let facts = zip(header.dropFirst(), row.cells).compactMap { column, cell in
      cell.words.map { "\(column) \($0)" }
    }
    let mark = row.mark.isEmpty ? "" : row.mark + " "
    let note = row.note.isEmpty ? "" : " (\(row.note.replacingDots))"
    let end = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
    let name = row.name.isEmpty ? "" : TextWidth.rightAligned(row.name, 3) + "  "
    // What is numbered and called by its number has one number.
    let isNumbered = !row.name.isEmpty && row.text.hasPrefix(row.name + "  ")
    let text = isNumbered ? String(row.text.dropFirst(row.name.count + 2)) : row.text
    return wrapped("\(name)\(mark)\(text)\(note)\(end)", indent: row.name.isEmpty ? 2 : 5)
  }
}

extension StandingCell {
  /// Nil where there is nothing to say.
  fileprivate var words: String? {
    switch self {
    case .parts(let done, let total): "\(done)\u{A0}of\u{A0}\(total)"
    case .share(let share), .bar(let share): percentage(share)
    case .notBegun: "not begun"
    case .nothing: nil
    }
  }
}
