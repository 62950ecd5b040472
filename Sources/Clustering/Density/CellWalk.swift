// Walking over the cells of a grid with the neighbors of each at hand.

/// Gives the neighbors of one cell after another; the cells must come in ascending order.
struct CellWalk {
  private let strips: [Int64]
  /// For each strip, a cell that is not beyond the first neighbor there.
  private var cursors: [Int]

  /// The neighbors on all sides, or only those before the cell in the order of keys.
  init(_ grid: CellGrid, from cell: Int, onlyEarlier: Bool = false) {
    strips = onlyEarlier ? grid.strips.filter { $0 <= 0 } : grid.strips
    let key = Int64(grid.keys[cell]) - Int64(CellGrid.reach)
    cursors = strips.map { strip in
      firstIndex(in: grid.keys.span, of: key + strip)
    }
  }

  /// Calls `body` with each neighbor of the cell, nearer columns first, until it returns false.
  @inline(__always)
  mutating func neighbors(
    of cell: Int, in keys: Span<UInt64>, onlyEarlier: Bool = false, _ body: (Int) -> Bool
  ) {
    let reach = Int64(CellGrid.reach)
    let key = Int64(keys[cell])
    for s in strips.indices {
      let (first, last) = (key + strips[s] - reach, key + strips[s] + reach)
      var neighbor = cursors[s]
      while neighbor < keys.count, Int64(keys[neighbor]) < first { neighbor += 1 }
      cursors[s] = neighbor
      while neighbor < keys.count, Int64(keys[neighbor]) <= last {
        if onlyEarlier ? neighbor < cell : neighbor != cell, !body(neighbor) { return }
        neighbor += 1
      }
    }
  }
}

/// The first of the ascending keys that is at least `key`.
private func firstIndex(in keys: Span<UInt64>, of key: Int64) -> Int {
  var (low, high) = (0, keys.count)
  while low < high {
    let middle = low + (high - low) / 2
    if Int64(keys[middle]) < key { low = middle + 1 } else { high = middle }
  }
  return low
}
