// The first line of a CSV file: the names of the columns, or a row already.

struct CSVHead {
  /// One for each column: from the first line, or x1, x2, ...
  let names: [String]
  /// Where each column begins, for faults about a whole column.
  let places: [FileFault.Place]
  /// Whether the first line is one of names, and no row.
  let isHeader: Bool
  /// Whether the name can be read at all, by column.
  let isUTF8: [Bool]

  /// - Parameter expected: names that tell a first line of names, even where they are numbers.
  init(
    _ cells: [CSVCell], in lines: CSVLines, _ header: TableRequest.Header = .automatic,
    expected: [String] = []
  ) {
    let texts = cells.map(lines.name)
    let isHeader =
      switch header {
      case .names: true
      case .rows: false
      case .automatic:
        CSVHead.looksLikeNames(cells, in: lines)
          || !expected.isEmpty && expected.allSatisfy(texts.contains)
      }
    self.isHeader = isHeader
    places = cells.map(lines.place(of:))
    names = isHeader ? texts : generatedNames(cells.count)
    isUTF8 = isHeader ? cells.map(lines.isValid) : cells.map { _ in true }
  }

  private static func looksLikeNames(_ cells: [CSVCell], in lines: CSVLines) -> Bool {
    cells.allSatisfy { lines.number($0) == nil } && cells.contains { lines.kind($0) != .missing }
  }

  /// What is wrong with the name of a column that takes part.
  func problem(ofName column: Int) -> FileFault.Problem? {
    let name = names[column]
    if !isUTF8[column] { return .notUTF8 }
    if name.isEmpty { return .unnamedColumn }
    return names[..<column].contains(name) ? .repeatedName(name) : nil
  }
}

/// The names of columns that have none in their file.
func generatedNames(_ count: Int) -> [String] {
  count == 1 ? ["x"] : (1...max(count, 1)).map { "x\($0)" }
}
