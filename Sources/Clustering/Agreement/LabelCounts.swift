// Counting pairs of labels.
//
// The plain way sorts the pairs; equal ones then stand side by side. But the labels of a
// clustering are small numbers: when all pairs of numbers in their ranges make a table that
// fits into the cache, one pass over the points counts them where they belong.
//
// Consecutive points often carry the same labels. Their counts would be added to the same place
// in memory, each addition waiting for the one before to be stored. So neighbors count in
// separate tables, four in turn, which are added up in the end.

/// The pairs of labels in ascending order, by sorting: for labels of any size.
package func countedBySorting(_ a: [Int], _ b: [Int]) -> [LabelPair] {
  var counted: [LabelPair] = []
  for (a, b) in zip(a, b).sorted(by: <) {
    if let last = counted.last, last.a == a, last.b == b {
      counted[counted.count - 1].count += 1
    } else {
      counted.append(LabelPair(a: a, b: b, count: 1))
    }
  }
  return counted
}

/// The same by one pass; nil where the ranges of the labels are too wide for a table.
package func countedDensely(_ a: [Int], _ b: [Int], threads: Int) -> [LabelPair]? {
  guard let rows = range(of: a), let columns = range(of: b) else { return nil }
  // The ranges have up to 2¹² labels each, so this cannot overflow.
  let size = rows.count * columns.count
  guard size <= max(1024, min(a.count, largestTable)) else { return nil }
  let parts = inChunks(a.count, size: pointsOfChunk, threads: threads) { points in
    counts(a, b, points, rows: rows, columns: columns)
  }
  return (0..<size).compactMap { cell in
    let count = parts.reduce(0) { $0 + Int($1[cell]) }
    guard count > 0 else { return nil }
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns.count)
    return LabelPair(a: rows.lowerBound + row, b: columns.lowerBound + column, count: count)
  }
}

/// How many points a thread takes at a time.
private let pointsOfChunk = 1 << 18

/// Four tables of this many 32-bit counts take a megabyte.
private let largestTable = 1 << 16

/// The labels from the least to the greatest; nil when there are too many between.
private func range(of labels: [Int]) -> Range<Int>? {
  var (least, greatest) = (Int.max, Int.min)
  for label in labels {
    least = min(least, label)
    greatest = max(greatest, label)
  }
  let (width, overflows) = greatest.subtractingReportingOverflow(least)
  guard !overflows, (0..<1 << 12).contains(width), greatest < Int.max else { return nil }
  return least..<greatest + 1
}

/// How many of the points fall into each cell of the table, row by row.
private func counts(
  _ a: [Int], _ b: [Int], _ points: Range<Int>, rows: Range<Int>, columns: Range<Int>
) -> [UInt32] {
  let (a, b) = (a.span.extracting(points), b.span.extracting(points))
  let (width, size) = (columns.count, rows.count * columns.count)
  let (firstRow, firstColumn) = (rows.lowerBound, columns.lowerBound)
  var tables = [UInt32](repeating: 0, count: 4 * size)
  for i in a.indices {
    tables[i % 4 * size + (a[i] - firstRow) * width + (b[i] - firstColumn)] += 1
  }
  return (0..<size).map { cell in
    tables[cell] + tables[size + cell] + tables[2 * size + cell] + tables[3 * size + cell]
  }
}
