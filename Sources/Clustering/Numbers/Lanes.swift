// Eight numbers that take the same step at once.

/// What is added up lane by lane is added up in the end by ``laneSum(_:)``.
typealias Lanes = SIMD8<Double>

/// The sum of the lanes, always in the same order.
func laneSum(_ lanes: Lanes) -> Double {
  let four = lanes.lowHalf + lanes.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
