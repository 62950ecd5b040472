// Figures as they are read: 0.62, 99.9 %, 12. A verdict never shows a figure on the wrong side of
// its bound: 0.8973 against "at least 0.9" reads 0.897 and not 0.90.

import Courseware
import Experiments
import Wording

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
    isShare ? shareOfWhole(value) : grouped(fixed(value, places(for: value)))
  }

  fileprivate var isShare: Bool { self == .largestGroup || self == .loudestShare }

  fileprivate func places(for value: Double) -> Int {
    switch self {
    case .silhouette, .agreement, .daviesBouldin: 2
    case .largestGroup, .loudestShare: 1
    case .groups, .noise, .iterations: 0
    case .inertia, .calinskiHarabasz: value.magnitude < 100 ? 2 : 0
    }
  }
}

extension Condition {
  /// "agreement at least 0.9".
  package var words: String {
    "\(measure.words) \(relation == .atLeast ? "at least" : "at most") \(writtenBound)"
  }

  /// A value with as many decimals as it takes to see on which side of the bound it is.
  package func written(_ value: Double) -> String {
    let scale: Double = measure.isShare ? 100 : 1
    for places in measure.places(for: value)...9 {
      let text = fixed(scale * value, places)
      guard let shown = Double(text) else { break }
      if holds(for: shown / scale) == holds(for: value) { return grouped(text) + unit }
    }
    return measure.written(value)
  }

  /// The bound as the author wrote it: as few decimals as say it exactly.
  private var writtenBound: String {
    let scaled = (measure.isShare ? 100 : 1) * bound
    let fewest = (0...9).lazy.map { fixed(scaled, $0) }.first { text in
      Double(text).map { ($0 - scaled).magnitude < 1e-9 } ?? false
    }
    return grouped(fewest ?? exact(scaled)) + unit
  }

  private var unit: String { measure.isShare ? " %" : "" }
}
