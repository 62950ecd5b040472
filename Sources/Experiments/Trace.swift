package import Clustering

/// What a run left behind, step by step: everything that a plot, a figure, a key or a
/// grade is computed from.
package struct Trace: Sendable {
  package let experiment: Experiment
  /// The data as it came: all columns, own units.
  package let table: Table
  /// The chosen columns in the chosen units, before scaling.
  package let selected: Table
  /// What the algorithm saw: scaled, weighted, perhaps reduced.
  package let clustered: Points
  /// One label per row; −1 is noise.
  package let labels: [Int]
  package let groupCount: Int
  /// Group centers in the units of `selected` (mean of the members), one row per group.
  package let centers: [[Double]]
  /// Rounds of k-means; nil for the other methods.
  package let iterations: Int?
  /// Share of the total squared distance that each selected feature has in what the
  /// algorithm saw, in the order of `selected.columns`.
  package let distanceShares: [Double]
  /// What the run had to say about its own settings, e.g. "everything is noise".
  package let advice: [String]

  package init(
    experiment: Experiment, table: Table, selected: Table, clustered: Points, labels: [Int],
    groupCount: Int, centers: [[Double]], iterations: Int?, distanceShares: [Double],
    advice: [String]
  ) {
    self.experiment = experiment
    self.table = table
    self.selected = selected
    self.clustered = clustered
    self.labels = labels
    self.groupCount = groupCount
    self.centers = centers
    self.iterations = iterations
    self.distanceShares = distanceShares
    self.advice = advice
  }
}

extension Trace {
  /// The room that it takes, in bytes, roughly.
  package var weight: Int {
    bytes(of: labels) + bytes(of: table.points.values) + bytes(of: table.kinds ?? [])
      + bytes(of: selected.points.values) + bytes(of: clustered.values)
      + centers.reduce(bytes(of: centers)) { $0 + bytes(of: $1) } + bytes(of: distanceShares)
  }
}

/// Named numeric columns, with the planted kinds where a generator knows them.
package struct Table: Sendable, Equatable {
  package let columns: [String]
  /// Unit of each column for axes, "" where it has none.
  package let units: [String]
  package let points: Points
  /// The kind that the generator planted for each row; nil for files.
  package let kinds: [Int]?
  /// Names of the planted kinds, e.g. "frequent low-ticket".
  package let kindNames: [String]

  package init(
    columns: [String], units: [String], points: Points, kinds: [Int]?, kindNames: [String] = []
  ) {
    self.columns = columns
    self.units = units
    self.points = points
    self.kinds = kinds
    self.kindNames = kindNames
  }
}
