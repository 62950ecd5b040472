// An experiment is a small declarative pipeline:
//
//     data → features → scale → (reduce) → cluster → measure
//
// and it is written as a list of named settings ("data: customers", "k: 3"). The same
// names serve in a lesson's fenced block, in the form that a learner changes, in an
// answer on the command line, and in the line that lets anyone run it again.

package import Clustering

/// One named value of an experiment, as an author or a learner writes it.
package struct Setting: Sendable, Hashable, Codable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A checked pipeline that can run.
package struct Experiment: Sendable, Equatable {
  package var data: DataSource
  /// Draws the data and starts the algorithm (two independent streams of one seed).
  package var seed: UInt64 = 1
  /// Columns that take part, in this order; empty means all.
  package var features: [String] = []
  /// A unit for a column: "spend" × 100 is spend in cents. Applied before scaling.
  package var multipliers: [FeatureFactor] = []
  package var scaling: Scaling = .none
  /// Importance of a column, applied after scaling.
  package var weights: [FeatureFactor] = []
  /// Keep this many principal components, or nil for no reduction.
  package var components: Int?
  package var method: Method = .kMeans(KMeansSettings())

  package init(data: DataSource) {
    self.data = data
  }
}

/// A factor for one named column.
package struct FeatureFactor: Sendable, Hashable {
  package let feature: String
  package let factor: Double

  package init(_ feature: String, _ factor: Double) {
    self.feature = feature
    self.factor = factor
  }
}

/// Where the table comes from.
package enum DataSource: Sendable, Equatable {
  case generated(Generator)
  /// A CSV or NPY file of the course, by its path inside the course folder.
  case file(String)
}
