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
    case .silhouette, .agreement, .daviesBouldin: fixed(value, 2)
    case .largestGroup, .loudestShare: fixed(100 * value, 1) + " %"
    case .groups, .noise, .iterations: fixed(value, 0)
    case .inertia, .calinskiHarabasz: fixed(value, abs(value) < 100 ? 2 : 0)
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
      let text = fixed(scale * value, places)
      if text != fixed(scale * bound, places) { return text + (isShare ? " %" : "") }
    }
    return short
  }
}
