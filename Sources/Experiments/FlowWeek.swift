// The stages of a walk that act: next week's customers are assigned, and something is done with
// each group.

import Clustering

/// The customers of next week, each in the group of the nearest center.
package struct AssignedWeek: Sendable, Equatable {
  /// Rows of the table, from 0: those that keep the contract.
  package let rows: [Int]
  /// Their values next week in the chosen units, and their kinds.
  package let table: Table
  package let groupsBefore: [Int]
  package let groupsAfter: [Int]
  /// From each to its center, as the pipeline sees them.
  package let distancesBefore: [Double]
  package let distancesAfter: [Double]
  /// Nearer to their center than this were 99 % of the customers when the model was made.
  package let reach: Double
  /// Agreement of next week's groups with the planted kinds.
  package let agreement: Double
  /// Customers whose row of next week breaks the contract.
  package let broken: Int
  package let groupCount: Int
}

extension AssignedWeek {
  package var changed: Int { zip(groupsBefore, groupsAfter).count { $0 != $1 } }
  package var changedShare: Double { Double(changed) / Double(max(1, rows.count)) }
  package var sizesBefore: [Int] { sizes(of: groupsBefore) }
  package var sizesAfter: [Int] { sizes(of: groupsAfter) }
  package var meanDistanceBefore: Double { mean(distancesBefore) }
  package var meanDistanceAfter: Double { mean(distancesAfter) }

  /// Share of the customers farther from their center than ``reach``, 0...1.
  package var outOfReach: Double {
    Double(distancesAfter.count { $0 > reach }) / Double(max(1, rows.count))
  }

  private func sizes(of groups: [Int]) -> [Int] {
    (0..<groupCount).map { group in groups.count { $0 == group } }
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
}

/// What is done with each group, and to whom.
package struct FlowDecisions: Sendable, Equatable {
  package struct Decision: Sendable, Equatable {
    /// The column in which the group lies furthest above everybody, and by how many standard
    /// deviations; nil where it lies above in none.
    package let column: String?
    package let deviations: Double
    /// The planted kind that most of its members are of.
    package let kind: String
    /// Customers of next week.
    package let count: Int
    /// Those of them that are of this kind.
    package let meant: Int
  }

  /// One a group, in the order of the groups.
  package let decisions: [Decision]

  package var count: Int { decisions.reduce(0) { $0 + $1.count } }
  /// Customers that get what was meant for another kind.
  package var wrong: Int { decisions.reduce(0) { $0 + $1.count - $1.meant } }
  package var wrongShare: Double { Double(wrong) / Double(max(1, count)) }
}

// MARK: - What the run left behind

extension FlowRun {
  func assignedWeek() throws(ExperimentError) -> AssignedWeek? {
    guard let model, let week else { return nil }
    let batch = nextWeek.selecting(rows: sound)
    let labels = sound.compactMap { model.groups[$0] }
    let before = distances(of: try seen(all.points.selecting(rows: sound)), to: labels, model)
    let ranks = ranks
    return AssignedWeek(
      rows: sound,
      table: Table(
        columns: all.columns, units: all.units, points: batch, kinds: sound.map { kinds[$0] },
        kindNames: all.kindNames),
      groupsBefore: labels.map { ranks[$0] }, groupsAfter: week.groups.map { ranks[$0] },
      distancesBefore: before,
      distancesAfter: distances(of: try seen(batch), to: week.groups, model),
      reach: quantile(before, 0.99), agreement: week.agreement,
      broken: brokenNextWeek, groupCount: settings.k)
  }

  private func distances(of points: Points, to labels: [Int], _ model: Model) -> [Double] {
    let centers = (0..<settings.k).map { model.kMeans.centers.row($0) }
    return labels.enumerated().map { row, label in
      squaredDistance(points.row(row), centers[label]).squareRoot()
    }
  }

  /// The smallest value that at least this share of the values does not pass.
  private func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    let index = Int((share * Double(sorted.count)).rounded(.up)) - 1
    return sorted.indices.contains(index) ? sorted[index] : sorted.last ?? 0
  }

  func decisions(_ found: FlowGroups?, _ week: AssignedWeek?) -> FlowDecisions? {
    guard let found, let week else { return nil }
    let moments = featureMoments(found.table.points)
    let spreads = moments.variances.map { $0 > 0 ? $0.squareRoot() : 1 }
    return FlowDecisions(
      decisions: found.groups.indices.map { group in
        let above = found.groups[group].center.indices.map { column in
          (found.groups[group].center[column] - moments.means[column]) / spreads[column]
        }
        let column = above.indices.max { above[$0] < above[$1] }.flatMap {
          above[$0] > 0 ? $0 : nil
        }
        let kind = commonest(in: found, group)
        let customers = week.groupsAfter.indices.filter { week.groupsAfter[$0] == group }
        return FlowDecisions.Decision(
          column: column.map { all.columns[$0] }, deviations: column.map { above[$0] } ?? 0,
          kind: all.kindNames.indices.contains(kind) ? all.kindNames[kind] : "",
          count: customers.count, meant: customers.count { kinds[week.rows[$0]] == kind })
      })
  }

  private func commonest(in found: FlowGroups, _ group: Int) -> Int {
    let counts = all.kindNames.indices.map { kind in
      zip(rows, found.labels).count { kinds[$0] == kind && $1 == group }
    }
    return counts.indices.max { counts[$0] < counts[$1] } ?? 0
  }
}
