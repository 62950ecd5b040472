// A column of labels on its way from a CSV file. Cells that do not hold a label are mistakes with
// their place, as in a table; the other columns are not looked at.

struct CSVLabels {
  private enum Entry {
    case number(Int)
    /// The position in `words`.
    case word(Int)
  }

  private var lines: CSVLines
  private var head: CSVHead?
  private var column = 0
  private var entries: [Entry] = []
  private var words: [String] = []
  private var positions: [String: Int] = [:]
  private var faults: FaultList

  private let header: TableRequest.Header

  init(_ bytes: [UInt8], path: String, _ header: TableRequest.Header) {
    self.header = header
    lines = CSVLines(bytes)
    faults = FaultList(path: path)
  }

  mutating func readAll(column name: String?) {
    if let problem = CSVText.problem(lines.bytes) { return faults.add(problem) }
    var cells: [CSVCell] = []
    do throws(CSVBreak) {
      guard try lines.next(&cells), readFirst(cells, name) else { return }
      while try lines.next(&cells) { append(cells) }
    } catch {
      faults.add(error.problem, at: lines.place(of: error.offset))
    }
  }

  private mutating func readFirst(_ cells: [CSVCell], _ name: String?) -> Bool {
    let head = CSVHead(cells, in: lines, header, expected: name.map { [$0] } ?? [])
    do throws(ColumnProblem) {
      column = try LabelColumn.index(of: name, in: head.names)
    } catch {
      faults.add(error.problem)
      return false
    }
    self.head = head
    if !head.isHeader { append(cells) }
    return true
  }

  private mutating func append(_ cells: [CSVCell]) {
    let width = head?.names.count ?? 0
    guard cells.count == width else {
      let extra = cells.count > width ? cells[width] : cells[cells.count - 1]
      let problem = FileFault.Problem.raggedRow(cells: cells.count, expected: width)
      return faults.add(problem, at: lines.place(of: extra))
    }
    if width == 1, !entries.isEmpty || head?.isHeader == true {
      for line in lines.blankLines { faults.add(.missingLabel, at: .line(line, column: 1)) }
    }
    let cell = cells[column]
    do throws(ColumnProblem) {
      entries.append(try entry(cell))
    } catch {
      faults.add(error.problem, at: lines.place(of: cell))
    }
  }

  private mutating func entry(_ cell: CSVCell) throws(ColumnProblem) -> Entry {
    // Elsewhere 1,250 may be 1250: it is a word like others.
    let isCertain = lines.separator == .semicolon || !lines.hasComma(cell)
    if isCertain, let number = lines.number(cell) {
      guard let label = Int(exactly: number) else {
        throw ColumnProblem(problem: .notALabel(lines.text(cell)))
      }
      return .number(label)
    }
    guard lines.kind(cell) == .text else { throw ColumnProblem(problem: .missingLabel) }
    guard lines.isValid(cell) else { throw ColumnProblem(problem: .notUTF8) }
    return .word(position(of: lines.name(cell)))
  }

  private mutating func position(of word: String) -> Int {
    if let position = positions[word] { return position }
    words.append(word)
    positions[word] = words.count - 1
    return words.count - 1
  }
}

// MARK: - The labels

extension CSVLabels {
  mutating func labels() throws(ExperimentError) -> LabelColumn {
    if entries.isEmpty, faults.isEmpty { faults.add(.noRows) }
    guard let head, faults.isEmpty else { throw faults.error }
    let notes = header == .automatic ? notesOnFirstLine(head) : []
    return LabelColumn(
      labels: numbered(), words: words, name: head.names[column], notes: notes)
  }

  private mutating func notesOnFirstLine(_ head: CSVHead) -> [TableNote] {
    let names = head.names
    guard head.isHeader else { return names.count > 1 ? [.firstLineIsRow(columns: names)] : [] }
    return names.count == 1 && !words.isEmpty ? noteOnName(names[0]) : []
  }

  /// A line of one word may be a name or a label: it is a label if it is one again below.
  private mutating func noteOnName(_ name: String) -> [TableNote] {
    if let position = positions[name] {
      entries.insert(.word(position), at: 0)
      return [.firstLineIsLabel(name)]
    }
    return LabelColumn.usualNames.contains(name.lowercased()) ? [] : [.firstLineIsName(name)]
  }

  /// Each word as a number that no row has.
  private func numbered() -> [Int] {
    var used: Set<Int> = []
    if !words.isEmpty {
      for case .number(let number) in entries { used.insert(number) }
    }
    let free = (0...).lazy.filter { !used.contains($0) }
    let numbers = Array(free.prefix(words.count))
    return entries.map { entry in
      switch entry {
      case .number(let number): number
      case .word(let position): numbers[position]
      }
    }
  }
}
