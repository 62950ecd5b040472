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

/// The odometer of a cluster: how far the centers have gone since all bounds began, in units of
/// the grid, and a little more with each step.
struct CenterTravel: Sendable {
  /// The moves of its center, and at each the longest among the others.
  var both: Float = 0

  /// Those of the others alone.
  var others: Float = 0

  /// More than all rounding in one step: readings are below 2¹⁷, the roundings of 32-bit
  /// arithmetic there at most 2⁻⁸ each, those of the two roots, which are below 2¹⁶, 2⁻⁵ each,
  /// and those of the plain loop far less.
  static let rounding: Float = 0x1p-3

  /// The readings that roundings are reckoned for end here. No bound lasts as long.
  static let longest: Float = 0x1p15
}

/// The memory of the bounds between the assignments of a run.
struct BoundedAssignment: Sendable {
  private let short: ShortPoints

  /// The label of a point stands until `CenterTravel.both` of its cluster comes to this.
  private var expiries: [Float]

  /// It is no nearer to any other center than this, less `CenterTravel.others`.
  private var lowers: [Float]

  private var travels: [CenterTravel]
  private var lastCenters: Points?
  private var doubtful = 0

  /// Below this many differences in an assignment the rounded copy does not pay.
  static let worthwhileWork = 100_000

  init(_ short: ShortPoints, k: Int) {
    self.short = short
    expiries = Array(repeating: 0, count: short.count)
    lowers = expiries
    travels = Array(repeating: CenterTravel(), count: k)
  }

  /// Labels all points; tells what moved, in parts. Nil, with the labels as they were, when there
  /// is no use in bounds.
  mutating func assign(
    _ points: Points, centers: Points, labels: inout [Int32], units: FeatureUnits,
    threads: Int
  ) -> [ExactSums]? {
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
      travels: travels, units: units, bounded: bounded)
    let tallies = mapChunks(of: &lowers, and: &expiries, and: &labels, threads: threads) {
      pass.label($0, &$3, expiries: &$2, lowers: &$1)
    }
    doubtful = tallies.reduce(0) { $0 + $1.doubtful }
    return tallies.map(\.moves)
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
  let units: FeatureUnits

  /// Whether the points have bounds.
  let bounded: Bool

  struct Tally: Sendable {
    let moves: ExactSums
    let doubtful: Int
  }

  /// The most by which a distance of rounded points can be wrong.
  var error: Float { Float(short.error + shortCenters.error) + CenterTravel.rounding }

  /// With so few centers, comparing with all of them takes little more than with one.
  private static let fewCenters = 12

  func label(
    _ rows: Range<Int>, _ labels: inout MutableSpan<Int32>,
    expiries: inout MutableSpan<Float>, lowers: inout MutableSpan<Float>
  ) -> Tally {
    let start = rows.lowerBound
    var open = bounded ? expired(rows, labels, expiries) : Array(rows)
    if bounded, centers.count > Self.fewCenters {
      tighten(&open, from: start, labels, &expiries, lowers)
    }
    var moves: [Move] = []
    let doubtful = compare(open, from: start, &labels, &expiries, &lowers, &moves)
    compareExactly(doubtful, from: start, &labels, &moves)
    return Tally(
      moves: ExactSums(units, k: centers.count, moves, of: points), doubtful: doubtful.count)
  }

  /// The rows whose bounds have met.
  private func expired(
    _ rows: Range<Int>, _ labels: borrowing MutableSpan<Int32>,
    _ expiries: borrowing MutableSpan<Float>
  ) -> [Int] {
    let readings = travels.map(\.both)
    let both = readings.span
    var expired = [Int](repeating: 0, count: rows.count)
    var list = expired.mutableSpan
    var count = 0
    for slot in 0..<rows.count {
      // Written in any case and counted if it holds: a jump here would be mispredicted.
      // Unchecked, as this loop does hardly more than read: `count` is at most `slot`.
      unsafe list[unchecked: count] = rows.lowerBound &+ slot
      let label = unsafe Int(truncatingIfNeeded: labels[unchecked: slot])
      let left = unsafe both[unchecked: label] - expiries[unchecked: slot]
      count &+= isNotNegative(left)
    }
    expired.removeLast(expired.count - count)
    return expired
  }

  /// Measures the distances of some rows to their own centers, and keeps those rows whose
  /// bounds have met even so.
  private func tighten(
    _ open: inout [Int], from start: Int, _ labels: borrowing MutableSpan<Int32>,
    _ expiries: inout MutableSpan<Float>, _ lowers: borrowing MutableSpan<Float>
  ) {
    let error = error
    let travels = travels.span
    var kept = 0
    for position in stride(from: 0, to: open.count, by: 8) {
      let rows = eight(from: position, in: open.span)
      let slots = rows &- start
      let own = SIMD8(
        Int(labels[slots[0]]), Int(labels[slots[1]]), Int(labels[slots[2]]),
        Int(labels[slots[3]]), Int(labels[slots[4]]), Int(labels[slots[5]]),
        Int(labels[slots[6]]), Int(labels[slots[7]]))
      let upper = shortCenters.distances(from: rows, of: short, to: own) + error
      for lane in 0..<8 where position + lane < open.count {
        let slot = slots[lane]
        let travel = travels[own[lane]]
        let slack = lowers[slot] - travel.others - upper[lane]
        expiries[slot] = travel.both + slack
        open[kept] = rows[lane]
        kept &+= isNotNegative(-slack)
      }
    }
    open.removeLast(open.count - kept)
  }

  /// Compares points with all centers in 16 bits, and returns those that are left in doubt.
  private func compare(
    _ open: [Int], from start: Int, _ labels: inout MutableSpan<Int32>,
    _ expiries: inout MutableSpan<Float>, _ lowers: inout MutableSpan<Float>,
    _ moves: inout [Move]
  ) -> [Int] {
    let error = error
    let travels = travels.span
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
          (expiries[slot], lowers[slot]) = (0, 0)
          doubtful.append(rows[lane])
          continue
        }
        let label = Int32(truncatingIfNeeded: found.index[lane])
        let travel = travels[Int(label)]
        expiries[slot] = travel.both + slack[lane]
        lowers[slot] = travel.others + lower[lane]
        relabel(rows[lane], label, &labels[slot], &moves)
      }
    }
    return doubtful
  }

  private func compareExactly(
    _ doubtful: [Int], from start: Int, _ labels: inout MutableSpan<Int32>,
    _ moves: inout [Move]
  ) {
    var block = EightPoints(dimensions: points.dimensions)
    for position in stride(from: 0, to: doubtful.count, by: 8) {
      let rows = eight(from: position, in: doubtful.span)
      block.take(rows: rows, of: points)
      let nearest = block.nearestCenters(among: centers.values.span)
      for lane in 0..<8 where position + lane < doubtful.count {
        relabel(
          rows[lane], Int32(truncatingIfNeeded: nearest[lane]), &labels[rows[lane] - start], &moves)
      }
    }
  }
}

/// 1 or 0, by the sign bit: of a comparison the compiler would make a jump.
@inline(__always)
private func isNotNegative(_ x: Float) -> Int { Int(truncatingIfNeeded: x.bitPattern >> 31 ^ 1) }
