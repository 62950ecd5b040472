// One shape for every method.
//
//     KMeans(k: 3, seed: 7)              the parameters: a value, nothing runs yet
//       .fit(points)                     checked at the door, then run to the end → a model
//       .states(of: points)              the same run, one step at a time
//     model.advice                       what looks unsuitable in the result, in words
//
// Each method has the same files. `KMeans.swift` is the door: the idea, the parameters, the model,
// the paper. `KMeansStates.swift` has the steps to look at. What makes a method fast stands in
// files of their own, which say why, and beside each the plain loop that it has to agree with;
// tests hold the two together. Where the plain algorithm is too slow to be what `fit` runs, it is
// what `states` steps through (Agglomerative, DBSCAN, OPTICS).
//
// A fit never traps: parameters that cannot run, or data that a method is not defined for, are
// a `ClusteringError`. The same seed gives the same model on every platform and for every
// number of threads.

/// A description of a clustering: its parameters. ``fit(_:while:)`` runs it.
public protocol ClusteringMethod: Sendable {
  /// What a fit finds.
  associatedtype Model: Sendable, Equatable

  /// The steps of a fit, as values to look at.
  associatedtype States: Sequence

  /// Runs the method on n × d points.
  ///
  /// - Parameter shouldContinue: Asked between two steps; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range or the fit was stopped.
  func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> Model

  /// The same run, one step at a time; the last state holds what ``fit(_:while:)`` returns.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  func states(of points: Points) throws(ClusteringError) -> States
}

extension ClusteringMethod {
  /// Runs the method on n × d points to its end.
  ///
  /// - Throws: As ``fit(_:while:)``.
  public func fit(_ points: Points) throws(ClusteringError) -> Model {
    try fit(points) { _ in true }
  }
}

/// A model that gives every point of the fit one label.
public protocol LabeledModel: Sendable, Equatable {
  /// For each of the n points its cluster, from 0; ``DBSCAN/noise`` for points in none.
  var labels: [Int] { get }

  /// What looks unsuitable, the gravest first; empty when nothing does.
  var advice: [Advice] { get }
}

extension LabeledModel {
  /// The number of clusters that have points; noise is none. O(n).
  public var clusterCount: Int { Set(labels).subtracting([DBSCAN.noise]).count }

  /// The number of points in no cluster. O(n).
  public var noiseCount: Int { labels.count { $0 == DBSCAN.noise } }
}
