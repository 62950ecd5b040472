// A row of a list that tells how far one is: a name, and columns that mean a share of something.

package struct StandingRow: Sendable, Equatable {
  package let text: String
  /// One character that tells what it is now, e.g. "✓".
  package let mark: String
  /// What stands in place of the columns where there are none: "needs 1".
  package let note: String
  package let cells: [StandingCell]
  /// What the line face accepts for it, e.g. "2"; empty where nothing is to be chosen.
  package let name: String

  package init(
    text: String, mark: String = "", note: String = "", cells: [StandingCell] = [], name: String
  ) {
    self.text = text
    self.mark = mark
    self.note = note
    self.cells = cells
    self.name = name
  }
}

package enum StandingCell: Sendable, Equatable {
  /// So many of so many parts.
  case parts(done: Int, of: Int)
  /// A share of one, as a figure.
  case share(Double)
  /// A share of one, as a bar with its figure.
  case bar(Double)
  /// There is something, and nothing of it was begun.
  case notBegun
  /// The course has nothing of the kind.
  case nothing
}
