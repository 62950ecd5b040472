// The figures of a run, each computed when it is asked for.

import Clustering

/// A figure, or why there is none.
package enum MeasureOutcome: Sendable, Equatable {
  case value(Double)
  case undefined(String)
}

extension Trace {
  /// The figure, or nil where it means nothing for this run.
  package func value(of measure: Measure) -> Double? {
    guard case .value(let value) = outcome(of: measure) else { return nil }
    return value
  }

  package func outcome(of measure: Measure) -> MeasureOutcome {
    switch measure {
    case .silhouette: silhouette
    case .inertia: inertia
    case .daviesBouldin:
      score { (points, labels, noise) throws(ClusteringError) in
        try Quality.daviesBouldin(points, labels: labels, noise: noise)
      }
    case .calinskiHarabasz:
      score { (points, labels, noise) throws(ClusteringError) in
        try Quality.calinskiHarabasz(points, labels: labels, noise: noise)
      }
    case .agreement: agreement
    case .groups: .value(Double(groupCount))
    case .noise: .value(Double(labels.count { $0 == DBSCAN.noise }))
    case .iterations: iterations.map { .value(Double($0)) } ?? .undefined("only k-means has rounds")
    case .largestGroup:
      .value(Double(groupSizes.max() ?? 0) / Double(max(1, labels.count)))
    case .loudestShare: .value(distanceShares.max() ?? 0)
    }
  }

  /// Members of each group.
  package var groupSizes: [Int] {
    var sizes = Array(repeating: 0, count: groupCount)
    for label in labels where label >= 0 { sizes[label] += 1 }
    return sizes
  }
}

// MARK: - Scores

extension Trace {
  private var silhouette: MeasureOutcome {
    let most = Budget.course.pairedPoints
    guard labels.count <= most else {
      return .undefined("the silhouette compares all pairs; use \(most) rows or fewer")
    }
    return score { (points, labels, noise) throws(ClusteringError) in
      try Quality.silhouette(points, labels: labels, noise: noise)
    }
  }

  private func score(
    _ quality: (Points, [Int], Int?) throws(ClusteringError) -> Double
  ) -> MeasureOutcome {
    if let reason = reasonAgainstScores { return .undefined(reason) }
    do {
      let value = try quality(clustered, labels, DBSCAN.noise)
      return value.isFinite ? .value(value) : .undefined("two groups have the same center")
    } catch {
      return .undefined(error.description)
    }
  }

  /// Why no score of the groups is defined; nil where one may be.
  var reasonAgainstScores: String? { Self.reason(groups: groupCount, against: labels) }

  /// The same of the labels of some rows.
  static func reasonAgainstScores(of labels: [Int]) -> String? {
    reason(groups: Set(labels.filter { $0 >= 0 }).count, against: labels)
  }

  private static func reason(groups: Int, against labels: [Int]) -> String? {
    guard groups >= 2 else {
      return groups == 0
        ? "everything is noise" : "there is one group, and nothing to compare it to"
    }
    return groups < labels.count { $0 >= 0 } ? nil : "every point is a group of its own"
  }

  private var inertia: MeasureOutcome {
    guard groupCount > 0 else { return .undefined("everything is noise") }
    let means = groupMeans(clustered, labels: labels, groups: groupCount).map { mean in
      mean.isEmpty ? Array(repeating: 0, count: clustered.dimensions) : mean
    }.flatMap(\.self)
    let d = clustered.dimensions
    var sum = 0.0
    for (i, label) in labels.enumerated() where label >= 0 {
      var square = 0.0
      for j in 0..<d {
        let step = clustered.values[i * d + j] - means[label * d + j]
        square += step * step
      }
      sum += square
    }
    return .value(sum)
  }

  private var agreement: MeasureOutcome {
    guard let kinds = table.kinds else {
      return .undefined("this table comes without known groups")
    }
    do {
      return .value(try Agreement.adjustedRand(labels, kinds))
    } catch {
      return .undefined(error.description)
    }
  }
}

// MARK: - Groups in words

/// A group as a row of figures: how many, and what they are like.
package struct GroupProfile: Sendable, Equatable {
  package let group: Int
  package let count: Int
  /// Share of all points, 0...1.
  package let share: Double
  /// Mean of each selected column, in the units of `selected`.
  package let means: [Double]
}

extension Trace {
  /// Each group with its size and its means; noise is not among them.
  package var profile: [GroupProfile] {
    zip(groupSizes, centers).enumerated().map { group, described in
      GroupProfile(
        group: group, count: described.0,
        share: Double(described.0) / Double(max(1, labels.count)), means: described.1)
    }
  }
}
