// The silhouette of each point, sorted within its group (Rousseeuw 1987,
// doi:10.1016/0377-0427(87)90125-7): near 1 a point lies well within its group, near 0 between
// two, and below 0 it is nearer to another group than to its own.

package struct SilhouetteChart: Sendable, Equatable {
  package struct Group: Sendable, Equatable {
    /// From 0.
    package let label: Int
    /// The highest first.
    package let values: [Double]

    var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }
    var negatives: Int { values.count { $0 < 0 } }
    var name: String { groupName(label) }
  }

  /// In order of their labels.
  package let groups: [Group]
  /// How many points there are, where the values are those of a sample.
  package let sampledFrom: Int?

  /// - Parameters:
  ///   - values: The silhouette of each point. What is not finite is left out.
  ///   - labels: The group of each point from 0; points below 0 are noise and left out.
  ///   - sampledFrom: How many points there are, if the values are those of a sample.
  package init(values: [Double], labels: [Int], sampledFrom: Int? = nil) {
    var members: [Int: [Double]] = [:]
    for (value, label) in zip(values, labels) where label >= 0 && value.isFinite {
      members[label, default: []].append(min(1, max(-1, value)))
    }
    groups = members.keys.sorted().map { label in
      Group(label: label, values: (members[label] ?? []).sorted(by: >))
    }
    self.sampledFrom = sampledFrom
  }

  var count: Int { groups.reduce(0) { $0 + $1.values.count } }
  var mean: Double {
    groups.reduce(0) { $0 + $1.values.reduce(0, +) } / Double(max(1, count))
  }
}
