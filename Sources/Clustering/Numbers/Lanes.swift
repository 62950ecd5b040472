// Eight numbers that take the same step at once.

/// What is added up lane by lane is added up in the end by ``laneSum(_:)``.
typealias Lanes = SIMD8<Double>

/// The sum of the lanes, always in the same order.
func laneSum(_ lanes: Lanes) -> Double {
  let four = lanes.lowHalf + lanes.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

extension Lanes {
  /// The least lane, by halves: `min()` goes lane by lane.
  var leastValue: Double {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .< lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .< four.lowHalf)
    return Swift.min(two[0], two[1])
  }

  /// The greatest lane.
  var greatestValue: Double {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return Swift.max(two[0], two[1])
  }
}
