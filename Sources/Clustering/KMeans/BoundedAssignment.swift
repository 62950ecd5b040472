// The assignments of k-means without most of the distances (Hamerly 2010,
// https://doi.org/10.1137/1.9781611972801.12).
//
// After a few iterations most points keep their label, and that can be known without looking
// at the centers. When a point is compared with all of them, two numbers are known:
//
//     upper   it is no farther than this from its own center
//     lower   it is no nearer than this to any other
//
// As long as upper < lower, its label stands. When the centers move, the bounds give way:
// `upper` by what the own center moved, `lower` by the longest move among the others. That is
// the same for all points of a cluster, so it is added up once for the cluster, as on an
// odometer, and a point only keeps the reading at which its bounds will have met:
//
//     1  read the odometer     is it beyond the reading of the point?
//     2  tighten upper         one distance, to the own center, in 16 bits
//     3  compare               k distances in 16 bits (`ShortCenters.swift`)
//     4  compare exactly       k distances in 64 bits, where the error of 16 bits leaves a doubt
//
// Each stage has fewer points than the one before. The labels are those of the plain loop,
// ties included: what the bounds rule out is out by more than any rounding. Distances are in
// units of the grid here.

/// What a point remembers of its last comparison, as readings of its cluster's odometer.
struct LabelBounds: Sendable {
  /// Its label stands until `CenterTravel.both` comes to this.
  var expiry: Float

  /// It is no nearer to any other center than this, less `CenterTravel.others`.
  var lower: Float
}

/// The odometer of a cluster: how far the centers have gone since all bounds began, in units of
/// the grid, and a little more with each step.
struct CenterTravel: Sendable {
  /// The moves of its center, and at each the longest among the others.
  var both: Float = 0

  /// Those of the others alone.
  var others: Float = 0

  /// More than all rounding in one step: readings are below 2¹⁷, the roundings of 32-bit
  /// arithmetic there at most 2⁻⁸ each, and those of the plain loop far less.
  static let rounding: Float = 0x1p-4

  /// The readings that roundings are reckoned for end here. No bound lasts as long.
  static let longest: Float = 0x1p15
}

/// The memory of the bounds between the assignments of a run.
struct BoundedAssignment: Sendable {
  private let short: ShortPoints
  private var bounds: [LabelBounds]
  private var travels: [CenterTravel]
  private var lastCenters: Points?
  private var doubtful = 0

  /// Below this many differences in an assignment the rounded copy does not pay.
  static let worthwhileWork = 100_000

  init(_ short: ShortPoints, k: Int) {
    self.short = short
    bounds = Array(repeating: LabelBounds(expiry: 0, lower: 0), count: short.count)
    travels = Array(repeating: CenterTravel(), count: k)
  }

  /// As `Lloyd.assign`. Nil, with the labels as they were, when there is no use in bounds.
  mutating func assign(
    _ points: Points, centers: Points, labels: inout [Int], threads: Int
  ) -> Int? {
    // Some data look all alike in 16 bits, as when one point lies far away from the others: once
    // more than a quarter of the points was in doubt, the run goes on without bounds.
    guard doubtful <= points.count / 4,
      let shortCenters = ShortCenters(centers, on: short.grid)
    else {
      lastCenters = nil  // The bounds will not know of the labels to come.
      return nil
    }
    let bounded = travel(to: centers)
    let pass = AssignmentPass(
      points: points, short: short, centers: centers, shortCenters: shortCenters,
      travels: travels, bounded: bounded)
    let tallies = mapChunks(of: &labels, and: &bounds, threads: threads) {
      pass.label($0, &$1, &$2)
    }
    doubtful = tallies.reduce(0) { $0 + $1.doubtful }
    return tallies.reduce(0) { $0 + $1.changed }
  }

  /// Brings the odometers up to date; false when they begin anew, and all bounds with them.
  private mutating func travel(to centers: Points) -> Bool {
    defer { lastCenters = centers }
    if let lastCenters {
      let moves = lengthsOfMoves(from: lastCenters, to: centers)
      let farthest = moves.indices.max { moves[$0] < moves[$1] } ?? 0
      let second = moves.indices.lazy.filter { $0 != farthest }.map { moves[$0] }.max() ?? 0
      for c in travels.indices {
        let others = c == farthest ? second : moves[farthest]
        travels[c].both += moves[c] + others
        travels[c].others += others
      }
      if travels.allSatisfy({ $0.both <= CenterTravel.longest }) { return true }
    }
    travels = Array(repeating: CenterTravel(), count: travels.count)
    return false
  }

  /// How far each center went, and a little more.
  private func lengthsOfMoves(from old: Points, to new: Points) -> [Float] {
    (0..<old.count).map { c in
      let move = Distance.euclidean.between(old.row(c).span, new.row(c).span)
      return Float(move * short.grid.scale) + CenterTravel.rounding
    }
  }
}

/// One assignment: all that a chunk of rows reads.
private struct AssignmentPass: Sendable {
  let points: Points
  let short: ShortPoints
  let centers: Points
  let shortCenters: ShortCenters
  let travels: [CenterTravel]

  /// Whether the points have bounds.
  let bounded: Bool

  struct Tally: Sendable {
    var changed = 0
    var doubtful = 0
  }

  /// The most by which a distance of rounded points can be wrong.
  var error: Float { Float(short.error + shortCenters.error) + CenterTravel.rounding }

  /// With so few centers, comparing with all of them takes little more than with one.
  private static let fewCenters = 12

  func label(
    _ rows: Range<Int>, _ labels: inout MutableSpan<Int>,
    _ bounds: inout MutableSpan<LabelBounds>
  ) -> Tally {
    let start = rows.lowerBound
    var tally = Tally()
    var open = bounded ? expired(rows, labels, bounds) : Array(rows)
    if bounded, centers.count > Self.fewCenters {
      tighten(&open, from: start, labels, &bounds)
    }
    let doubtful = compare(open, from: start, &labels, &bounds, &tally)
    compareExactly(doubtful, from: start, &labels, &tally)
    tally.doubtful = doubtful.count
    return tally
  }

  /// The rows whose bounds have met.
  private func expired(
    _ rows: Range<Int>, _ labels: borrowing MutableSpan<Int>,
    _ bounds: borrowing MutableSpan<LabelBounds>
  ) -> [Int] {
    let travels = travels.span
    var expired = [Int](repeating: 0, count: rows.count)
    var list = expired.mutableSpan
    var count = 0
    for slot in 0..<rows.count {
      // Written in any case and counted if it holds: a jump here would be mispredicted.
      // Unchecked, as this loop does hardly more than read: `count` is at most `slot`.
      unsafe list[unchecked: count] = rows.lowerBound &+ slot
      let label = unsafe labels[unchecked: slot]
      unsafe count &+=
        travels[unchecked: label].both < bounds[unchecked: slot].expiry ? 0 : 1
    }
    expired.removeLast(expired.count - count)
    return expired
  }

  /// Measures the distances of some rows to their own centers, and keeps those rows whose
  /// bounds have met even so.
  private func tighten(
    _ open: inout [Int], from start: Int, _ labels: borrowing MutableSpan<Int>,
    _ bounds: inout MutableSpan<LabelBounds>
  ) {
    let error = error
    let travels = travels.span
    var kept = 0
    for position in stride(from: 0, to: open.count, by: 8) {
      let rows = eight(from: position, in: open.span)
      let slots = rows &- start
      let own = SIMD8(
        labels[slots[0]], labels[slots[1]], labels[slots[2]], labels[slots[3]],
        labels[slots[4]], labels[slots[5]], labels[slots[6]], labels[slots[7]])
      let upper = shortCenters.distances(from: rows, of: short, to: own) + error
      for lane in 0..<8 where position + lane < open.count {
        let slot = slots[lane]
        let travel = travels[own[lane]]
        let slack = bounds[slot].lower - travel.others - upper[lane]
        bounds[slot].expiry = travel.both + slack
        open[kept] = rows[lane]
        kept += slack > 0 ? 0 : 1
      }
    }
    open.removeLast(open.count - kept)
  }

  /// Compares points with all centers in 16 bits, and returns those that are left in doubt.
  private func compare(
    _ open: [Int], from start: Int, _ labels: inout MutableSpan<Int>,
    _ bounds: inout MutableSpan<LabelBounds>, _ tally: inout Tally
  ) -> [Int] {
    let error = error
    let travels = travels.span
    var changed = 0
    var doubtful: [Int] = []
    var block = [SIMD8<Int32>](repeating: .zero, count: short.pairsPerRow)
    for position in stride(from: 0, to: open.count, by: 8) {
      let rows = eight(from: position, in: open.span)
      short.gather(rows, into: &block)
      let found = shortCenters.nearest(to: block.span, halfNorms: short.halfNorms(of: rows))
      let lower = found.secondLower - error
      let slack = lower - (found.upper + error)
      let slots = rows &- start
      for lane in 0..<8 where position + lane < open.count {
        let slot = slots[lane]
        guard slack[lane] > 0 else {
          bounds[slot] = LabelBounds(expiry: 0, lower: 0)
          doubtful.append(rows[lane])
          continue
        }
        let label = Int(found.index[lane])
        let travel = travels[label]
        bounds[slot] = LabelBounds(
          expiry: travel.both + slack[lane], lower: travel.others + lower[lane])
        changed += labels[slot] == label ? 0 : 1
        labels[slot] = label
      }
    }
    tally.changed += changed
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
