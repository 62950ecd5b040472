// From the learner's own table and what was decided about it to a table of points.

import Clustering

extension OwnTable {
  /// The table after all decisions.
  ///
  /// - Parameter features: the columns that take part; empty for those that do at first. Only
  ///   their gaps take rows out.
  /// - Parameter sample: so many of the rows that are left, drawn by the seed; nil for all.
  /// - Throws: ``ExperimentError`` where nothing is left, or a feature is not there.
  package func deciding(
    _ missing: [String: Missing], features: [String], sample: (size: Int, seed: UInt64)? = nil
  ) throws(ExperimentError) -> Decided {
    let taking = taking(missing, features: features)
    try check(taking)
    let chosen = Set(taking.columns)
    // A column whose gaps would cost rows is looked at only where it takes part.
    let shown = columns.indices.filter { index in
      let column = columns[index]
      let decision = taking.missing[column.name]
      return column.canTakePart(decision)
        && (column.gaps == 0 || decision != .rows || chosen.contains(column.name))
    }
    let left = rowsKept(shown, taking.missing)
    guard !left.isEmpty else { throw .file([fault(.noRowLeft)]) }
    // Drawn before cells are counted, so that what is told is of the rows that are seen.
    let draw = sample.map { Sample(of: left.count, most: $0.size, size: $0.size, seed: $0.seed) }
    let kept = draw.map { $0.rows.map { left[$0] } } ?? left
    let filled = shown.reduce(0) { sum, index in
      let column = columns[index]
      let isFilled = chosen.contains(column.name) && taking.missing[column.name] != .rows
      return sum + (isFilled && column.gaps > 0 ? gaps(in: index, among: kept) : 0)
    }
    let names = shown.map { columns[$0].name }
    return Decided(
      table: try Table(
        columns: names, units: names.map { _ in "" },
        values: values(shown, kept, taking.missing), kinds: nil),
      taking: taking, rows: rows, rowsLeftOut: rows - left.count, cellsFilled: filled,
      openRows: rowsWithGaps(in: taking.isProvisional ? taking.provisional : taking.undecided),
      keptRows: kept.count == rows ? nil : kept,
      sampledFrom: draw?.isWhole == false ? left.count : nil)
  }

  private func check(_ taking: Taking) throws(ExperimentError) {
    guard !taking.columns.isEmpty else {
      let isOpen = columns.contains { $0.isUsable && $0.gaps > 0 }
      throw .file([fault(isOpen ? .onlyGaps : .onlyText(without: []))])
    }
    let able = Set(taking.able)
    for name in taking.columns where !able.contains(name) {
      guard let column = column(name) else {
        throw .file([fault(.unknownColumn(name, known: columns.map(\.name)))])
      }
      throw .file([fault(.cannotTakePart(column.reason ?? "\(printable(name)) has gaps"))])
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

  private func rowsWithGaps(in names: [String]) -> Int {
    let names = Set(names)
    return Self.rowsWithGaps(columns, values, rows: rows) { names.contains($0.name) }
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
  /// What stands in for a gap.
  fileprivate func filling(_ missing: Missing?) -> Double? {
    switch missing {
    case .median: median
    case .mean: mean
    case .rows, .column, nil: nil
    }
  }
}
