// Features as whole numbers of units: two words, together about 86 bits, where a double has 53.
//
//     x  =  (high + low / 2ᵇ) · unit
//
// The unit of a feature is a power of two, by its largest magnitude. So the conversion is exact
// but for values that are tiny beside that. `ExactSums.swift` tells what whole numbers are for.

/// The units in which the features of some points are counted.
struct FeatureUnits: Sendable {
  /// One over the unit, two features side by side; an odd last one stands with 0.
  let scales: [SIMD2<Double>]

  /// b, the bits of each word: so many that the sums of all points stay below 2⁶³.
  private let bits: Int

  /// 2ᵇ.
  let power: Double

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
  init(_ features: SIMD2<Double>, scale: SIMD2<Double>, power: Double) {
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
