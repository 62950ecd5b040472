// The range of an axis and its ticks. Ticks stand at multiples of 1, 2 or 5 times a power of
// ten, which is what people can read between; the range ends on a tick or on a whole part of the
// way to the next, so that little of a plot stays empty. A tick is kept as an integer times its
// step, so that 0.3 is 0.3 and not 0.30000000000000004.

import Wording

struct Scale {
  /// What lies beyond has no place on an axis that could be drawn.
  static let largest = 1e300

  let lower: Double
  let upper: Double
  let ticks: [Double]
  private let tickDecimals: Int

  /// A scale over an extent with about `wantedTicks` ticks. Values that are all the same get
  /// room around them; no values at all get 0...1.
  init(over extent: Extent, wantedTicks: Int, wholeSteps: Bool = false) {
    let (low, high) = extent.isEmpty ? (0, 1) : Self.widened(extent.low, extent.high)
    let step = Step(covering: high - low, in: max(1, wantedTicks), whole: wholeSteps)
    let parts = Double(step.parts)
    let start = (low / step.size * parts + 1e-9).rounded(.down)
    let end = max(start + 1, (high / step.size * parts - 1e-9).rounded(.up))
    let first = (start / parts - 1e-9).rounded(.up)
    let last = (end / parts + 1e-9).rounded(.down)
    tickDecimals = step.decimals
    // Between two ticks nothing can be read without both.
    guard last > first else {
      let (first, last) = Self.around(start / parts, end / parts)
      ticks = (0...Int(last - first)).map { step.multiple(first + Double($0)) }
      (lower, upper) = (step.multiple(first), step.multiple(last))
      return
    }
    ticks = (0...min(200, Int(last - first))).map { step.multiple(first + Double($0)) }
    lower = step.multiple(start, outOf: step.parts)
    upper = step.multiple(end, outOf: step.parts)
  }

  /// The whole numbers below and above.
  private static func around(_ low: Double, _ high: Double) -> (Double, Double) {
    let first = (low + 1e-9).rounded(.down)
    return (first, max(first + 1, (high - 1e-9).rounded(.up)))
  }

  func label(of tick: Double) -> String {
    let isUnusual = tick != 0 && (tick.magnitude >= 1e9 || tick.magnitude < 1e-4)
    if isUnusual || tickDecimals > 4 { return brief(tick) }
    return tickDecimals == 0 ? grouped(Int(tick)) : fixed(tick, tickDecimals)
  }

  /// Labels are ASCII: as many cells as characters.
  var widestLabel: Int { ticks.map { label(of: $0).count }.max() ?? 0 }

  /// Where a value stands on the axis: 0 at the lower end, 1 at the upper end.
  func share(of value: Double) -> Double {
    (value - lower) / (upper - lower)
  }

  /// A range that is too narrow for the precision of its values becomes a range around them.
  static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(low.magnitude, high.magnitude)
    if high - low > size * 1e-9 { return (low, high) }
    let room = size == 0 ? 1 : size * 0.1
    return (low - room, high + room)
  }
}

/// `digit` times ten to the power of `exponent`.
struct Step {
  let digit: Double
  let exponent: Int

  private init(digit: Double, exponent: Int) {
    self.digit = digit
    self.exponent = exponent
  }

  /// The smallest step of 1, 2 or 5 that covers `span` in at most `count` steps.
  init(covering span: Double, in count: Int, whole: Bool) {
    let wanted = span / Double(count)
    var exponent = 0
    while Self.power(exponent + 1) <= wanted { exponent += 1 }
    while Self.power(exponent) > wanted, exponent > -300 { exponent -= 1 }
    if whole, exponent < 0 {
      self.digit = 1
      self.exponent = 0
      return
    }
    let unit = Self.power(exponent)
    let digit = [1.0, 2, 5].first { $0 * unit >= wanted * (1 - 1e-9) }
    self.digit = digit ?? 1
    self.exponent = digit == nil ? exponent + 1 : exponent
  }

  var size: Double { multiple(1) }
  var decimals: Int { max(0, -exponent) }

  /// Into how many equal parts of one significant digit a step is divided.
  var parts: Int { digit == 2 ? 4 : 5 }

  /// `index` parts of the step.
  func multiple(_ index: Double, outOf parts: Int) -> Double {
    // A part has one digit more than the step.
    Step(digit: digit * 10 / Double(parts), exponent: exponent - 1).multiple(index)
  }

  func multiple(_ index: Double) -> Double {
    let value =
      exponent >= 0
      ? index * digit * Self.power(exponent) : index * digit / Self.power(-exponent)
    return value == 0 ? 0 : value  // no minus zero
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
