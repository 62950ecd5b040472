// Sums over the members of clusters that do not depend on the order of adding.
//
// A sum of floating-point numbers is rounded at every step, so its last digits tell in which
// order it was made: by how many threads, and whether anew or by taking one point out and
// putting another in. Whole numbers know no order. So features are added up as whole numbers of
// small units (`FeatureUnits.swift`). The sums are exact, and their quotient by the number of
// members is rounded once: the mean is at least as good as that of a sum in doubles. And a point
// that changes its cluster is one subtraction and one addition, so an update need not go through
// the points at all.
//
// The mean of a cluster of values that are tiny beside the largest of their feature would lose
// digits. Where there are such values, sums are made row by row in doubles (`plainSums`).

/// A point that changes its cluster; it comes from none when it had no label.
struct Move: Sendable {
  let row: Int
  let old: Int32
  let new: Int32
}

/// The sum and the number of the points of each cluster, or how they have changed.
struct ExactSums: Sendable {
  private let units: FeatureUnits

  /// A row for each cluster: its pairs of features, and then the number of its points.
  private var pairs: [ExactPair]

  /// How many points were moved.
  private(set) var moves = 0

  /// Clusters without points.
  init(_ units: FeatureUnits, k: Int) {
    self.units = units
    pairs = Array(repeating: ExactPair(), count: k * (units.pairsPerRow + 1))
  }

  /// What moving some points changes.
  init(_ units: FeatureUnits, k: Int, _ moves: [Move], of points: Points) {
    self.init(units, k: k)
    apply(moves, of: points)
  }

  private var width: Int { units.pairsPerRow + 1 }

  /// The number of points in cluster `c`.
  func count(_ c: Int) -> Int { Int(pairs[c * width + units.pairsPerRow].high.x) }

  /// Moves some points, in O(d) for each.
  ///
  /// Unchecked, as this loop does hardly more than read: rows are below n, labels below k.
  private mutating func apply(_ list: [Move], of points: Points) {
    moves += list.count
    let (units, width, d) = (units, width, points.dimensions)
    let (values, scales, power) = (points.values.span, units.scales.span, units.power)
    var sums = pairs.mutableSpan
    for move in list {
      let first = move.row &* d
      let (old, new) = (Int(move.old) &* width, Int(move.new) &* width)
      for p in 0..<width &- 1 {
        let j = first &+ 2 &* p
        let second = 2 &* p &+ 1 < d ? unsafe values[unchecked: j &+ 1] : 0
        let features = unsafe SIMD2(values[unchecked: j], second)
        let pair = unsafe ExactPair(features, scale: scales[unchecked: p], power: power)
        unsafe sums[unchecked: new &+ p] += pair
        if old >= 0 { unsafe sums[unchecked: old &+ p] -= pair }
      }
      unsafe sums[unchecked: new &+ width &- 1] += .one
      if old >= 0 { unsafe sums[unchecked: old &+ width &- 1] -= .one }
    }
  }

  /// Moves `count` points of two features that are summed up already.
  mutating func move(_ sum: ExactPair, count: Int, from old: Int, to new: Int) {
    moves += count
    let members = ExactPair(high: SIMD2(Int64(count), 0))
    var sums = pairs.mutableSpan
    sums[2 * new] += sum
    sums[2 * new + 1] += members
    guard old >= 0 else { return }
    sums[2 * old] -= sum
    sums[2 * old + 1] -= members
  }

  /// Adds what has changed elsewhere.
  mutating func add(_ changes: ExactSums) {
    guard changes.moves > 0 else { return }
    moves += changes.moves
    for p in pairs.indices { pairs[p] += changes.pairs[p] }
  }

  /// The mean of feature `j` of cluster `c`, which has members. `sums` are those of `plainSums`,
  /// if the units do not suffice.
  func mean(_ c: Int, _ j: Int, orOf sums: [Double]?) -> Double {
    if let sums { return sums[c * units.dimensions + j] / Double(count(c)) }
    let (p, lane) = j.quotientAndRemainder(dividingBy: 2)
    return units.mean(of: pairs[c * width + p], p, lane: lane, count: count(c))
  }
}

/// The sums of the points of each cluster, k × d, added up row by row.
func plainSums(_ points: Points, labels: [Int], k: Int) -> [Double] {
  let d = points.dimensions
  let values = points.values.span
  var sums = [Double](repeating: 0, count: k * d)
  for (i, c) in labels.enumerated() {
    for j in 0..<d { sums[c * d + j] += values[i * d + j] }
  }
  return sums
}
