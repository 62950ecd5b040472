// From the learner's own table and what was decided about it to a table of points.

import Clustering

extension OwnTable {
  /// The columns that can take part after these decisions.
  package func features(_ missing: [String: Missing]) -> [String] {
    columns.filter { $0.canTakePart(missing[$0.name]) }.map(\.name)
  }

  /// The table after all decisions.
  ///
  /// - Parameter features: the columns that take part; empty for all that can. Only their gaps
  ///   take rows out.
  /// - Throws: ``ExperimentError`` where nothing is left, or a feature is not there.
  package func deciding(
    _ missing: [String: Missing], features: [String]
  ) throws(ExperimentError) -> Decided {
    let able = self.features(missing)
    let chosen = features.isEmpty ? able : features
    try check(chosen, missing)
    let taking = Set(chosen)
    // A column whose gaps would cost rows is looked at only where it takes part.
    let shown = columns.indices.filter { index in
      let column = columns[index]
      return column.canTakePart(missing[column.name])
        && (column.gaps == 0 || missing[column.name] != .rows || taking.contains(column.name))
    }
    let kept = rowsKept(shown, missing)
    guard !kept.isEmpty else { throw .file([fault(.noRowLeft)]) }
    let filled = shown.reduce(0) { sum, index in
      let column = columns[index]
      let isFilled = taking.contains(column.name) && missing[column.name] != .rows
      return sum + (isFilled && column.gaps > 0 ? gaps(in: index, among: kept) : 0)
    }
    let names = shown.map { columns[$0].name }
    return Decided(
      table: try Table(
        columns: names, units: names.map { _ in "" }, values: values(shown, kept, missing),
        kinds: nil),
      features: able, rowsLeftOut: rows - kept.count, cellsFilled: filled,
      undecided: columns.filter { $0.isUsable && $0.gaps > 0 && missing[$0.name] == nil }
        .map(\.name))
  }

  private func check(
    _ chosen: [String], _ missing: [String: Missing]
  ) throws(ExperimentError) {
    guard !chosen.isEmpty else {
      let isOpen = columns.contains { $0.isUsable && $0.gaps > 0 }
      throw .file([fault(isOpen ? .onlyGaps : .onlyText(without: []))])
    }
    let known = columns.map(\.name)
    for name in chosen {
      guard let column = column(name) else {
        throw .file([fault(.unknownColumn(name, known: known))])
      }
      guard column.canTakePart(missing[name]) else {
        throw .file([fault(.cannotTakePart(column.reason ?? "\(printable(name)) has gaps"))])
      }
    }
  }

  private func fault(_ problem: FileFault.Problem) -> FileFault {
    FileFault(path: fileName(of: path), place: .file, problem: problem)
  }

  /// Rows without a gap in a column whose gaps cost rows.
  private func rowsKept(_ shown: [Int], _ missing: [String: Missing]) -> [Int] {
    let costly = shown.filter { columns[$0].gaps > 0 && missing[columns[$0].name] == .rows }
    guard !costly.isEmpty else { return Array(0..<rows) }
    let width = columns.count
    return (0..<rows).filter { row in costly.allSatisfy { !values[row * width + $0].isNaN } }
  }

  /// Gaps in rows that are kept; those in the others are filled by nobody.
  private func gaps(in column: Int, among kept: [Int]) -> Int {
    kept.count { values[$0 * columns.count + column].isNaN }
  }

  private func values(
    _ shown: [Int], _ kept: [Int], _ missing: [String: Missing]
  ) -> [Double] {
    let width = columns.count
    let fills = shown.map { columns[$0].filling(missing[columns[$0].name]) }
    if shown.count == width, kept.count == rows, fills.allSatisfy({ $0 == nil }) { return values }
    var chosen: [Double] = []
    chosen.reserveCapacity(shown.count * kept.count)
    for row in kept {
      for position in shown.indices {
        let value = values[row * width + shown[position]]
        chosen.append(value.isNaN ? fills[position] ?? value : value)
      }
    }
    return chosen
  }
}

extension OwnColumn {
  func canTakePart(_ missing: Missing?) -> Bool {
    isUsable && (gaps == 0 || (missing ?? .column) != .column)
  }

  /// What stands in for a gap.
  fileprivate func filling(_ missing: Missing?) -> Double? {
    switch missing {
    case .median: median
    case .mean: mean
    case .rows, .column, nil: nil
    }
  }
}
