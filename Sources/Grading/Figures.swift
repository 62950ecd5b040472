// Figures as they are read: 0.62, 99.9 %, 12. A verdict never shows a figure on the wrong side of
// its bound: 0.8973 against "at least 0.9" reads 0.897 and not 0.90.

import Courseware
import Experiments

extension Measure {
  /// As a learner reads it: "davies-bouldin" is "Davies–Bouldin".
  var words: String {
    switch self {
    case .daviesBouldin: "Davies–Bouldin"
    case .calinskiHarabasz: "Calinski–Harabasz"
    case .largestGroup: "share of the largest group"
    case .loudestShare: "largest share of squared distance"
    case .groups: "number of groups"
    case .noise: "number of noise points"
    case .iterations: "number of rounds"
    case .silhouette, .inertia, .agreement: rawValue
    }
  }

  func written(_ value: Double) -> String {
    switch self {
    case .silhouette, .agreement, .daviesBouldin: decimals(value, 2)
    case .largestGroup, .loudestShare: decimals(100 * value, 1) + " %"
    case .groups, .noise, .iterations: decimals(value, 0)
    case .inertia, .calinskiHarabasz: decimals(value, abs(value) < 100 ? 2 : 0)
    }
  }
}

extension Condition {
  /// "agreement at least 0.9".
  package var words: String {
    "\(measure.words) \(relation == .atLeast ? "at least" : "at most") \(written(bound))"
  }

  /// A value with as many decimals as it takes to see on which side of the bound it is.
  package func written(_ value: Double) -> String {
    let short = measure.written(value)
    guard value != bound, short == measure.written(bound) else { return short }
    let isShare = measure == .largestGroup || measure == .loudestShare
    let scale: Double = isShare ? 100 : 1
    for places in 1...9 {
      let text = decimals(scale * value, places)
      if text != decimals(scale * bound, places) { return text + (isShare ? " %" : "") }
    }
    return short
  }
}

/// A number with so many decimals, a point, and a space between thousands of five digits or more.
func decimals(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "not a number" }
  let factor = (0..<places).reduce(1.0) { power, _ in power * 10 }
  let scaled = (value.magnitude * factor).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(factor))
  let sign = value < 0 && scaled > 0 ? "−" : ""
  guard places > 0 else { return sign + grouped(whole) }
  let digits = String(part)
  return sign + grouped(whole) + "." + String(repeating: "0", count: places - digits.count) + digits
}

private func grouped(_ whole: Int) -> String {
  let digits = Array(String(whole))
  guard digits.count > 4 else { return String(digits) }
  var text = ""
  for (i, digit) in digits.enumerated() {
    if i > 0, (digits.count - i).isMultiple(of: 3) { text += " " }
    text.append(digit)
  }
  return text
}
