// The assignments of k-means without most of the distances (Hamerly 2010,
// https://doi.org/10.1137/1.9781611972801.12).
//
// After a few iterations most points keep their label, and that can be known without looking
// at the centers. Each point has two numbers:
//
//     upper   it is no farther than this from its own center
//     lower   it is no nearer than this to any other
//
// As long as upper < lower, its label stands. When the centers move, the bounds give way:
// `upper` by what the own center moved, `lower` by the longest move among the others. Only a
// point whose bounds have met is compared with the centers again, in four stages, each with
// fewer points than the one before:
//
//     1  give way            an addition and a subtraction
//     2  tighten upper       one distance, to the own center, in 16 bits
//     3  compare             k distances in 16 bits (`ShortCenters.swift`)
//     4  compare exactly     k distances in 64 bits, where the error of 16 bits leaves a doubt
//
// The labels are those of the plain loop, ties included: what the bounds rule out is out by
// more than any rounding. Distances are in units of the grid here.

/// What is known of the distances of one point.
struct DistanceBounds: Sendable {
  var upper: Float
  var lower: Float

  /// Nothing is known.
  static let none = DistanceBounds(upper: .infinity, lower: 0)

  /// More than all rounding in one step: distances are below 2¹⁶, the roundings of 32-bit
  /// arithmetic there at most 2⁻⁸ each, and those of the plain loop far less.
  static let rounding: Float = 0x1p-4

  var decide: Bool { upper < lower }
}

/// The memory of the bounds between the assignments of a run.
struct BoundedAssignment: Sendable {
  private let short: ShortPoints
  private var bounds: [DistanceBounds]
  private var lastCenters: Points?
  private var doubtful = 0

  /// Below this many differences in an assignment the rounded copy does not pay.
  static let worthwhileWork = 100_000

  init(_ short: ShortPoints) {
    self.short = short
    bounds = Array(repeating: .none, count: short.halfNorms.count)
  }

  /// As `Lloyd.assign`. Nil, without having done anything, when there is no use in bounds.
  mutating func assign(
    _ points: Points, centers: Points, labels: inout [Int], threads: Int
  ) -> Int? {
    // Some data look all alike in 16 bits, as when one point lies far away from the others.
    guard doubtful <= points.count / 4,
      let shortCenters = ShortCenters(centers, on: short.grid)
    else {
      lastCenters = nil  // The bounds will not know of the labels to come.
      return nil
    }
    let pass = AssignmentPass(
      points: points, short: short, centers: centers, shortCenters: shortCenters,
      changes: lastCenters.map { changesOfBounds(from: $0, to: centers, on: short.grid) })
    let tallies = mapChunks(of: &labels, and: &bounds, threads: threads) {
      pass.label($0, &$1, &$2)
    }
    lastCenters = centers
    doubtful = tallies.reduce(0) { $0 + $1.doubtful }
    return tallies.reduce(0) { $0 + $1.changed }
  }
}

/// For each center what the bounds of its points change by when the centers move.
private func changesOfBounds(
  from old: Points, to new: Points, on grid: ShortGrid
) -> [DistanceBounds] {
  let moves = (0..<old.count).map { c in
    Float(Distance.euclidean.between(old.row(c).span, new.row(c).span) * grid.scale)
      + DistanceBounds.rounding
  }
  let longest = moves.indices.max { moves[$0] < moves[$1] } ?? 0
  let second = moves.indices.filter { $0 != longest }.map { moves[$0] }.max() ?? 0
  return moves.indices.map { c in
    DistanceBounds(upper: moves[c], lower: -(c == longest ? second : moves[longest]))
  }
}

/// One assignment: all that a chunk of rows reads.
private struct AssignmentPass: Sendable {
  let points: Points
  let short: ShortPoints
  let centers: Points
  let shortCenters: ShortCenters

  /// Nil in the first assignment.
  let changes: [DistanceBounds]?

  struct Tally: Sendable {
    var changed = 0
    var doubtful = 0
  }

  /// The most by which a distance of rounded points can be wrong.
  var error: Float { Float(short.error + shortCenters.error) + DistanceBounds.rounding }

  func label(
    _ rows: Range<Int>, _ labels: inout MutableSpan<Int>,
    _ bounds: inout MutableSpan<DistanceBounds>
  ) -> Tally {
    let start = rows.lowerBound
    var open = Array(rows)
    if let changes {
      open.removeLast(open.count - giveWay(changes, rows, labels, &bounds, open: &open))
      tighten(&open, from: start, labels, &bounds)
    }
    var tally = Tally()
    let doubtful = compare(open, from: start, &labels, &bounds, &tally)
    compareExactly(doubtful, from: start, &labels, &tally)
    tally.doubtful = doubtful.count
    return tally
  }

  /// Lets the bounds give way. Moves the rows which they no longer decide to the front of
  /// `open`, and returns how many there are.
  private func giveWay(
    _ changes: [DistanceBounds], _ rows: Range<Int>, _ labels: borrowing MutableSpan<Int>,
    _ bounds: inout MutableSpan<DistanceBounds>, open: inout [Int]
  ) -> Int {
    let changes = changes.span
    var open = open.mutableSpan
    var count = 0
    for slot in 0..<rows.count {
      let change = changes[labels[slot]]
      var own = bounds[slot]
      own.upper += change.upper
      own.lower += change.lower
      bounds[slot] = own
      // Written in any case and counted if it holds: a jump here would be mispredicted.
      open[count] = rows.lowerBound &+ slot
      count &+= own.decide ? 0 : 1
    }
    return count
  }

  /// Measures the distances of some rows to their own centers, and keeps those rows that
  /// their bounds do not decide even so.
  private func tighten(
    _ open: inout [Int], from start: Int, _ labels: borrowing MutableSpan<Int>,
    _ bounds: inout MutableSpan<DistanceBounds>
  ) {
    let error = error
    var kept = 0
    for position in stride(from: 0, to: open.count, by: 8) {
      let rows = eight(from: position, in: open.span)
      let slots = rows &- start
      let own = SIMD8(
        labels[slots[0]], labels[slots[1]], labels[slots[2]], labels[slots[3]],
        labels[slots[4]], labels[slots[5]], labels[slots[6]], labels[slots[7]])
      let upper = shortCenters.distances(from: rows, of: short, to: own) + error
      for lane in 0..<8 where position + lane < open.count {
        bounds[slots[lane]].upper = upper[lane]
        open[kept] = rows[lane]
        kept += bounds[slots[lane]].decide ? 0 : 1
      }
    }
    open.removeLast(open.count - kept)
  }

  /// Compares points with all centers in 16 bits, and returns those that are left in doubt.
  private func compare(
    _ open: [Int], from start: Int, _ labels: inout MutableSpan<Int>,
    _ bounds: inout MutableSpan<DistanceBounds>, _ tally: inout Tally
  ) -> [Int] {
    let error = error
    var doubtful: [Int] = []
    var block = [SIMD8<Int32>](repeating: .zero, count: short.pairsPerRow)
    for position in stride(from: 0, to: open.count, by: 8) {
      let rows = eight(from: position, in: open.span)
      short.gather(rows, into: &block)
      let found = shortCenters.nearest(to: block.span, halfNorms: short.halfNorms(of: rows))
      let upper = found.upper + error
      let lower = found.secondLower - error
      for lane in 0..<8 where position + lane < open.count {
        let slot = rows[lane] - start
        let decided = DistanceBounds(upper: upper[lane], lower: lower[lane])
        bounds[slot] = decided
        if decided.decide {
          let label = Int(found.index[lane])
          tally.changed += labels[slot] == label ? 0 : 1
          labels[slot] = label
        } else {
          // Its nearest center may be another: only the upper bound holds.
          bounds[slot].lower = 0
          doubtful.append(rows[lane])
        }
      }
    }
    return doubtful
  }

  private func compareExactly(
    _ doubtful: [Int], from start: Int, _ labels: inout MutableSpan<Int>, _ tally: inout Tally
  ) {
    var block = EightPoints(dimensions: points.dimensions)
    for position in stride(from: 0, to: doubtful.count, by: 8) {
      let rows = eight(from: position, in: doubtful.span)
      block.take(rows: rows, of: points)
      let nearest = block.nearestCenters(among: centers.values.span)
      for lane in 0..<8 where position + lane < doubtful.count {
        let slot = rows[lane] - start
        let label = Int(nearest[lane])
        tally.changed += labels[slot] == label ? 0 : 1
        labels[slot] = label
      }
    }
  }
}
