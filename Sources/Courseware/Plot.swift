package import Experiments

/// A picture of a run, or of a row of runs.
package struct Plot: Sendable, Equatable {
  package enum View: Sendable, Equatable {
    /// Rows of the table in two columns, by group; nil takes the first two columns.
    case scatter(x: String?, y: String?, showsGroups: Bool, showsLinks: Bool = false)
    /// A measure for every value of one setting: the elbow, the silhouette by k.
    case sweep(Measure, over: String, values: [String])
    /// Share of squared distance by feature.
    case distanceShares
    /// Group by group: how many, and the mean of every column in its own units.
    case profiles
    /// The first rows of the table, as numbers.
    case rows(Int)
  }

  package let view: View
  package let caption: String
  /// The full experiment; inside an exercise, laid over the stage's.
  package let settings: [Setting]

  package init(view: View, caption: String, settings: [Setting]) {
    self.view = view
    self.caption = caption
    self.settings = settings
  }
}
