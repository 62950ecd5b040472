// Sums over the members of clusters that do not depend on the order of adding.
//
// A sum of floating-point numbers is rounded at every step, so its last digits tell in which
// order it was made: by how many threads, and whether anew or by taking one point out and
// putting another in. Whole numbers know no order. So each feature is counted in units that
// are a power of two, in two words:
//
//     x  =  (high + low / 2ᵇ) · unit        about 86 bits in all, where a double has 53
//
// The sums of the words are exact, and their quotient by the number of members is rounded once:
// the mean is at least as good as that of a sum in doubles. That would not hold for values that
// are tiny beside the largest of their feature, of which too few digits would be left; such data
// are added up row by row in doubles (`plainSums`). And a point that changes its cluster
// is one subtraction and one addition, so an update need not go through the points at all.

/// The units in which the features of some points are counted.
struct FeatureUnits: Sendable {
  /// One over the unit, two features side by side; an odd last one stands with 0.
  fileprivate let scales: [SIMD2<Double>]

  /// b, the bits of each word: so many that the sums of all points stay below 2⁶³.
  private let bits: Int

  /// 2ᵇ.
  fileprivate let power: Double

  let dimensions: Int

  /// Whether no value but 0 is so small beside the largest of its feature that its mean would
  /// lose digits. Below 2⁻⁴⁰ there is none by chance.
  let suffice: Bool

  /// Units for sums of up to all points, by the largest magnitude of each feature.
  init(of points: Points, threads: Int) {
    let d = points.dimensions
    let bits = min(43, Int.bitWidth - 2 - bitWidth(of: points.count))
    let magnitudes = magnitudes(of: points, threads: threads)
    suffice = zip(magnitudes.least, magnitudes.largest).allSatisfy { $0 >= 0x1p-40 * $1 }
    let scales = magnitudes.largest.map { largest in
      largest > 0
        ? Double(sign: .plus, exponent: min(1023, bits - 1 - Int(largest.exponent)), significand: 1)
        : 1
    }
    self.bits = bits
    power = Double(sign: .plus, exponent: bits, significand: 1)
    self.scales = (0..<(d + 1) / 2).map { p in
      SIMD2(scales[2 * p], 2 * p + 1 < d ? scales[2 * p + 1] : 1)
    }
    dimensions = d
  }

  /// Pairs of features in a point.
  var pairsPerRow: Int { scales.count }

  /// Pair `p` of a point in whole units.
  func pair(_ p: Int, _ features: SIMD2<Double>) -> ExactPair {
    ExactPair(features, scale: scales[p], power: power)
  }

  /// The mean of feature `lane` of pair `p`, of which `sum` is the sum over `count` points.
  func mean(of sum: ExactPair, _ p: Int, lane: Int, count: Int) -> Double {
    let count = Int64(count)
    let (whole, left) = sum.high[lane].quotientAndRemainder(dividingBy: count)
    let (fraction, rest) = (left << Int64(bits) &+ sum.low[lane])
      .quotientAndRemainder(dividingBy: count)
    let units = (Double(fraction) + Double(rest) / Double(count)) / power
    return (Double(whole) + units) / scales[p][lane]
  }
}

/// Two features, or sums of them, in whole units.
struct ExactPair: Sendable {
  var high: SIMD2<Int64>
  var low: SIMD2<Int64>

  init(high: SIMD2<Int64> = .zero, low: SIMD2<Int64> = .zero) {
    (self.high, self.low) = (high, low)
  }

  /// Two features times `scale` as whole numbers and fractions in units of 1 / `power`.
  @inline(__always)
  fileprivate init(_ features: SIMD2<Double>, scale: SIMD2<Double>, power: Double) {
    let exact = features * scale
    let whole = exact + Self.shifter
    high = Self.whole(whole)
    low = Self.whole((exact - (whole - Self.shifter)) * power + Self.shifter)
  }

  /// Added to a number of small magnitude, it leaves the nearest whole one in the last bits.
  private static var shifter: SIMD2<Double> { SIMD2(repeating: 0x1.8p52) }

  @inline(__always)
  private static func whole(_ shifted: SIMD2<Double>) -> SIMD2<Int64> {
    unsafeBitCast(shifted, to: SIMD2<Int64>.self) &- unsafeBitCast(shifter, to: SIMD2<Int64>.self)
  }

  /// What counts one point.
  static var one: ExactPair { ExactPair(high: SIMD2(1, 0)) }

  @inline(__always)
  static func += (sum: inout ExactPair, pair: ExactPair) {
    sum.high &+= pair.high
    sum.low &+= pair.low
  }

  @inline(__always)
  static func -= (sum: inout ExactPair, pair: ExactPair) {
    sum.high &-= pair.high
    sum.low &-= pair.low
  }
}

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

/// How many binary digits a count has.
private func bitWidth(of count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }

/// The largest and the least magnitude of each feature; 0 does not count.
private func magnitudes(
  of points: Points, threads: Int
) -> (largest: [Double], least: [Double]) {
  let d = points.dimensions
  let group = FeatureLanes.rows
  let chunks = inChunks(points.count, threads: threads) { rows in
    let bytes = points.values.span.bytes
    var largest = FeatureLanes(repeating: 0, d)
    var least = FeatureLanes(repeating: .infinity, d)
    let groups = rows.count / group
    for g in 0..<groups {
      for v in 0..<d {
        let values = eightValues(bytes, at: (rows.lowerBound + g * group) * d + v * group)
        let magnitudes = values.replacing(with: -values, where: values .< 0)
        let others = magnitudes.replacing(with: .infinity, where: magnitudes .== 0)
        largest.vectors[v].replace(with: magnitudes, where: magnitudes .> largest.vectors[v])
        least.vectors[v].replace(with: others, where: others .< least.vectors[v])
      }
    }
    var (high, low) = (largest.joined(0, max), least.joined(.infinity, min))
    for place in (rows.lowerBound + groups * group) * d..<rows.upperBound * d {
      let magnitude = oneValue(bytes, at: place).magnitude
      high[place % d] = max(high[place % d], magnitude)
      if magnitude > 0 { low[place % d] = min(low[place % d], magnitude) }
    }
    return (largest: high, least: low)
  }
  return (
    chunks.dropFirst().reduce(chunks[0].largest) { zip($0, $1.largest).map { max($0, $1) } },
    chunks.dropFirst().reduce(chunks[0].least) { zip($0, $1.least).map { min($0, $1) } }
  )
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
