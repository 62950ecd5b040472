// Walking over the cells of a grid with the neighbors of each at hand.

/// Gives the neighbors of one cell after another; the cells must come in ascending order.
struct CellWalk {
  private let strips: [Int]
  /// How far above that of the cell the key of a neighbor may be.
  private let highest: Int
  /// For each strip, a cell that is not beyond the first neighbor there.
  private var cursors: [Int]

  /// The neighbors on all sides, or only those before the cell in the order of keys.
  init(_ grid: CellGrid, from cell: Int, onlyEarlier: Bool = false) {
    highest = onlyEarlier ? -1 : .max
    strips = onlyEarlier ? grid.strips.filter { $0 <= 0 } : grid.strips
    let key = grid.keys[cell] - CellGrid.reach
    cursors = strips.map { strip in
      firstIndex(in: grid.keys.span, of: key + strip)
    }
  }

  /// Calls `body` with each neighbor of the cell, nearer columns first, until it returns false.
  @inline(__always)
  mutating func neighbors(of cell: Int, in keys: Span<Int>, _ body: (Int) -> Bool) {
    let (strips, highest) = (strips, highest)
    let (reach, key) = (CellGrid.reach, keys[cell])
    var cursors = cursors.mutableSpan
    for s in strips.indices {
      let (first, last) = (key + strips[s] - reach, key + min(strips[s] + reach, highest))
      var neighbor = cursors[s]
      while neighbor < keys.count, keys[neighbor] < first { neighbor += 1 }
      cursors[s] = neighbor
      while neighbor < keys.count, keys[neighbor] <= last {
        if neighbor != cell, !body(neighbor) { return }
        neighbor += 1
      }
    }
  }
}

/// The first of the ascending keys that is at least `key`.
private func firstIndex(in keys: Span<Int>, of key: Int) -> Int {
  var (low, high) = (0, keys.count)
  while low < high {
    let middle = low + (high - low) / 2
    if keys[middle] < key { low = middle + 1 } else { high = middle }
  }
  return low
}
