// Tables without boxes. Short texts stand in columns; figures are said row by row, each with
// the name of its column, because a listener has no column to look up.

import Screen

extension Paper {
  func table(_ header: [String], _ rows: [[String]]) -> [String] {
    inColumns(header, rows) ?? rows.flatMap { wrapped(sentence($0, header), indent: 4, first: 2) }
  }

  /// Nil where figures or long texts make columns hard to follow.
  private func inColumns(_ header: [String], _ rows: [[String]]) -> [String]? {
    guard !rows.contains(where: { $0.dropFirst().contains(where: \.isFigure) }) else { return nil }
    let all = [header] + rows
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      all.map { $0.indices.contains(column) ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    guard widths.reduce(2, { $0 + $1 + 2 }) <= width else { return nil }
    return all.map { cells in
      let line = zip(cells, widths).map { TextWidth.padded($0, $1) }.joined(separator: "  ")
      return spelled("  " + line.trimmedEnd)
    }
  }

  /// "agreement: now 0.08, at first 0.97".
  private func sentence(_ cells: [String], _ header: [String]) -> String {
    guard let first = cells.first else { return "" }
    if header.first == "", cells.count > 2, let last = cells.last {
      // Numbered rows that end in a sentence.
      return "\(first) \(cells[1..<(cells.count - 1)].joined(separator: ", ")): \(last)"
    }
    let names = header + Array(repeating: "", count: max(0, cells.count - header.count))
    let named = zip(names, cells).map { name, cell in name.isEmpty ? cell : "\(name) \(cell)" }
    if first.isFigure, !(names.first ?? "").isEmpty { return named.joined(separator: ", ") }
    return ([first] + [named.dropFirst().joined(separator: ", ")]).joined(separator: ": ")
  }
}

extension String {
  /// "0.08", "99.9 %", "-1".
  var isFigure: Bool {
    guard let first = first(where: { $0 != "-" && $0 != "−" }) else { return false }
    return first.isASCII && first.isNumber
  }

  var trimmedEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
