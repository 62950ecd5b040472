// Points in blocks of eight, feature by feature: what a vector instruction reads.

extension Points {
  /// d vectors for each block of eight of `rows`: their first feature side by side, then the
  /// second. Lanes after the last row hold infinity, so that they are near to nothing.
  func inBlocksOfEight(rows: [Int]) -> [Lanes] {
    let (values, d) = (values.span, dimensions)
    var vectors = [Lanes](
      repeating: Lanes(repeating: .infinity), count: (rows.count + 7) / 8 * d)
    for (place, row) in rows.enumerated() {
      for j in 0..<d { vectors[place / 8 * d + j][place % 8] = values[row * d + j] }
    }
    return vectors
  }
}
