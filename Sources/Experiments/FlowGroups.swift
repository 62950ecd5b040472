// The stages of a walk that find groups and look at them.

import Clustering

/// The groups that clustering found among the rows it was given.
package struct FlowGroups: Sendable, Equatable {
  /// The rows in the chosen units.
  package let table: Table
  /// The group of each, ordered by the mean of the first column, so that a group keeps its letter.
  package let labels: [Int]
  package let groups: [FlowGroup]
  package let iterations: Int
}

package struct FlowGroup: Sendable, Equatable {
  package let count: Int
  /// Share of the rows, 0...1.
  package let share: Double
  /// Mean of its members in the chosen units.
  package let center: [Double]
}

/// What is known about the groups before anybody acts on them.
package struct FlowEvaluation: Sendable, Equatable {
  /// Nil with one group, and where the pairs are more than may be compared.
  package let silhouette: Double?
  /// Mean of each group's members; empty where there is none over all.
  package let silhouettes: [Double]
  /// Mean agreement of clusterings of samples with each other; nil as above.
  package let stability: Double?
  /// With the planted kinds: only a table that was made has them.
  package let agreement: Double
  package let kindNames: [String]
  /// Rows of each kind in each group.
  package let kinds: [[Int]]
}

/// How many pairs of samples are compared, each clustered for itself.
private let stabilityPairs = 6

extension FlowRun {
  /// The labels of the model in the order in which groups are named: by the mean of the first column.
  var ranks: [Int] {
    guard let model else { return [] }
    let found = rows.compactMap { model.groups[$0] }
    let ordered = Groups(found, of: all.points.selecting(rows: rows)).labels
    var ranks = [Int?](repeating: nil, count: settings.k)
    for (label, rank) in zip(found, ordered) { ranks[label] = rank }
    // A group without members comes after all others.
    var next = (ranks.compactMap(\.self).max() ?? -1) + 1
    return ranks.map { rank in
      defer { next += rank == nil ? 1 : 0 }
      return rank ?? next
    }
  }

  /// The named group of a row.
  func group(of row: Int) -> Int? {
    model?.groups[row].map { ranks[$0] }
  }

  func found() -> FlowGroups? {
    guard let model else { return nil }
    let points = all.points.selecting(rows: rows)
    let ordered = Groups(rows.compactMap { model.groups[$0] }, of: points)
    let counts = ordered.centers.indices.map { group in ordered.labels.count { $0 == group } }
    return FlowGroups(
      table: Table(
        columns: all.columns, units: all.units, points: points, kinds: rows.map { kinds[$0] },
        kindNames: all.kindNames),
      labels: ordered.labels,
      groups: zip(counts, ordered.centers).map { count, center in
        FlowGroup(
          count: count, share: Double(count) / Double(max(1, rows.count)), center: center)
      },
      iterations: model.kMeans.iterations)
  }

  func evaluation() throws(ExperimentError) -> FlowEvaluation? {
    guard let found = found(), let agreement = try agreement(over: rows) else { return nil }
    let silhouettes = try silhouettes(of: found)
    let overall = silhouettes.reduce(0, +) / Double(max(1, silhouettes.count))
    return FlowEvaluation(
      silhouette: silhouettes.isEmpty ? nil : overall,
      silhouettes: silhouettes.isEmpty ? [] : means(of: silhouettes, in: found),
      stability: try stability(), agreement: agreement, kindNames: all.kindNames,
      kinds: found.groups.indices.map { group in
        all.kindNames.indices.map { kind in
          zip(rows, found.labels).count { kinds[$0] == kind && $1 == group }
        }
      })
  }

  private func silhouettes(of found: FlowGroups) throws(ExperimentError) -> [Double] {
    guard found.groups.count > 1, rows.count <= pairedPoints else { return [] }
    let points = try seen(found.table.points)
    return try clustering { () throws(ClusteringError) in
      try Quality.silhouetteSamples(points, labels: found.labels).map { $0 ?? 0 }
    }
  }

  private func means(of values: [Double], in found: FlowGroups) -> [Double] {
    found.groups.indices.map { group in
      let members = zip(values, found.labels).filter { $0.1 == group }.map(\.0)
      return members.reduce(0, +) / Double(max(1, members.count))
    }
  }

  private func stability() throws(ExperimentError) -> Double? {
    guard settings.k > 1, rows.count <= pairedPoints else { return nil }
    let points = try seen(all.points.selecting(rows: rows))
    let method = settings.method(seed: experiment.seed, iterations: iterations)
    return try clustering { () throws(ClusteringError) in
      try Stability(pairs: stabilityPairs, seed: experiment.seed)
        .score(of: points) { sample throws(ClusteringError) in
          try method.fit(sample).labels
        }.mean
    }
  }
}
