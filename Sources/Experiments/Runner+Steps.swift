// The steps between the table and the labels.

import Clustering
import Wording

// MARK: - Features, units, scale

extension Experiment {
  /// The chosen columns in the chosen units.
  func selecting(from table: Table) throws(ExperimentError) -> Table {
    let faults = unknownFeatures(of: table)
    guard faults.isEmpty else { throw .settings(faults) }
    let positions = Dictionary(table.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    let chosen =
      features.isEmpty
      ? Array(table.columns.indices)
      : features.compactMap { positions[$0] }
    let columns = chosen.map { table.columns[$0] }
    let factors = multipliers.factors(of: columns)
    return Table(
      columns: columns, units: zip(chosen, factors).map { unit(table.units[$0], times: $1) },
      points: try table.points.selecting(columns: chosen).multiplied(by: factors),
      kinds: table.kinds, kindNames: table.kindNames)
  }

  /// A file's columns are only known once it is read.
  private func unknownFeatures(of table: Table) -> [SettingFault] {
    let named =
      features.map { ("features", $0) } + multipliers.map { ("multiply." + $0.feature, $0.feature) }
      + weights.map { ("weight." + $0.feature, $0.feature) }
    let known = Set(table.columns)
    return named.filter { !known.contains($0.1) }.map { name, feature in
      SettingFault(name: name, value: feature, isNoneOf: table.columns)
    }
  }

  /// On one scale, each column then with its weight.
  func scaled(_ selected: Table) throws(ExperimentError) -> Points {
    let points = selected.points
    let scaled = try clustering { () throws(ClusteringError) in
      try scaling.fit(points).apply(points)
    }
    return try scaled.multiplied(by: weights.factors(of: selected.columns))
  }

  /// The principal components, where they are asked for.
  func reduced(_ points: Points) throws(ExperimentError) -> Points {
    guard let components else { return points }
    guard points.dimensions <= Self.mostReduced else {
      let expected = "at most \(Self.mostReduced) columns to reduce; choose fewer columns"
      throw .settings([
        SettingFault(
          name: SettingName.components.rawValue, value: "\(components)",
          problem: .notAllowed(expected: expected))
      ])
    }
    return try clustering { () throws(ClusteringError) in
      try PCA(components: components).fit(points).transform(points)
    }
  }
}

extension Experiment {
  /// The time that components take grows with the third power of the columns.
  fileprivate static let mostReduced = 300
}

extension [FeatureFactor] {
  /// One for each column; 1 where none is given.
  fileprivate func factors(of columns: [String]) -> [Double] {
    guard !isEmpty else { return columns.map { _ in 1 } }
    let known = Dictionary(map { ($0.feature, $0.factor) }) { first, _ in first }
    return columns.map { known[$0] ?? 1 }
  }
}

extension Points {
  /// Each column times its factor.
  func multiplied(by factors: [Double]) throws(ExperimentError) -> Points {
    guard factors.contains(where: { $0 != 1 }) else { return self }
    let values = self.values.indices.map { self.values[$0] * factors[$0 % dimensions] }
    return try clustering { () throws(ClusteringError) in
      try Points(values, dimensions: dimensions)
    }
  }
}

private func unit(_ unit: String, times factor: Double) -> String {
  if factor == 1 || unit.isEmpty { return unit }
  return unit == "€" && factor == 100 ? "cents" : "\(unit) × \(exact(factor))"
}

// MARK: - Groups

/// Groups in an order that does not depend on how they were found: by the mean of the first
/// column, then the next. So a group keeps its letter from run to run.
struct Groups {
  let labels: [Int]
  /// Mean of the members, one row a group.
  let centers: [[Double]]

  init(_ labels: [Int], of points: Points) {
    let count = (labels.max() ?? -1) + 1
    let means = groupMeans(points, labels: labels, groups: count)
    let order = means.indices.filter { !means[$0].isEmpty }.sorted { a, b in
      means[a] == means[b] ? a < b : means[a].lexicographicallyPrecedes(means[b])
    }
    var newLabel = Array(repeating: DBSCAN.noise, count: count)
    for (rank, old) in order.enumerated() { newLabel[old] = rank }
    self.labels = labels.map { $0 < 0 ? DBSCAN.noise : newLabel[$0] }
    centers = order.map { means[$0] }
  }
}

/// The mean of each group's members; empty for a group without any.
func groupMeans(_ points: Points, labels: [Int], groups: Int) -> [[Double]] {
  let d = points.dimensions
  var sums = Array(repeating: 0.0, count: groups * d)
  var counts = Array(repeating: 0, count: groups)
  for (i, label) in labels.enumerated() where label >= 0 {
    counts[label] += 1
    for j in 0..<d { sums[label * d + j] += points.values[i * d + j] }
  }
  return counts.indices.map { group in
    counts[group] == 0
      ? [] : sums[(group * d)..<((group + 1) * d)].map { $0 / Double(counts[group]) }
  }
}
