// What a caller asks of a file with a table: which of its columns, and how its first line is
// taken. The reader knows it from the start, so that faults in other columns do not matter.

/// What is wanted from a file.
package struct TableRequest: Sendable {
  package enum Header: Sendable {
    /// The first line names the columns unless it holds a number.
    case automatic
    case names, rows
  }

  /// What happens to columns that hold only text, such as names, where all columns are taken.
  package enum TextColumns: Sendable {
    case refuse, skip
  }

  package let columns: ColumnChoice
  package let header: Header
  package let textColumns: TextColumns

  package init(
    columns: ColumnChoice = .all, header: Header = .automatic, textColumns: TextColumns = .refuse
  ) {
    self.columns = columns
    self.header = header
    self.textColumns = textColumns
  }
}

/// Which columns take part.
package enum ColumnChoice: Sendable, Equatable {
  case all
  /// These, in this order.
  case only([String])
  case except([String])
  /// Those of another table: by name where the file has names, by position where it has none.
  case like([String])
  /// As many as another table without names has, by position.
  case asMany([String])

  /// Names that tell a first line of names, even where they are numbers.
  var expected: [String] {
    switch self {
    case .only(let names), .like(let names): names
    case .all, .except, .asMany: []
    }
  }

  /// Whether each column was wanted by its name or place, so that none may be left out.
  var isExplicit: Bool {
    switch self {
    case .only, .like, .asMany: true
    case .all, .except: false
    }
  }

  /// The positions of the columns that take part.
  func indices(in names: [String], areGiven: Bool) throws(ColumnProblem) -> [Int] {
    switch self {
    case .all:
      return Array(names.indices)
    case .only(let wanted):
      return try positions(of: wanted, in: names)
    case .except(let unwanted):
      for name in unwanted where !names.contains(name) { throw unknown(name, among: names) }
      let rest = names.indices.filter { !unwanted.contains(names[$0]) }
      guard !rest.isEmpty else { throw ColumnProblem(problem: .noColumnLeft) }
      return rest
    case .like(let others) where areGiven:
      return try positions(of: others, in: names)
    case .like(let others), .asMany(let others):
      guard names.count == others.count else {
        throw ColumnProblem(problem: .otherColumns(count: names.count, expected: others))
      }
      return Array(names.indices)
    }
  }

  private func positions(
    of wanted: [String], in names: [String]
  ) throws(ColumnProblem) -> [Int] {
    var positions: [Int] = []
    for name in wanted {
      let found = names.indices.filter { names[$0] == name }
      guard let position = found.first else { throw unknown(name, among: names) }
      guard found.count == 1 else { throw ColumnProblem(problem: .repeatedName(name)) }
      positions.append(position)
    }
    return positions
  }

  private func unknown(_ name: String, among names: [String]) -> ColumnProblem {
    ColumnProblem(problem: .unknownColumn(name, known: names))
  }
}

/// Why a choice does not fit a file.
struct ColumnProblem: Error {
  let problem: FileFault.Problem
}
