// Mini-batch k-means: centers that learn from a handful of points at a time.
//
//     place k centers
//     repeat
//       draw some points
//       each takes the label of its nearest center
//       each center moves a little toward its new points: to the mean of all it ever had
//
// A step costs as much for a million points as for a thousand. The more points a center has
// seen, the less one more moves it, so the centers come to rest; near the place where k-means
// would, seldom at it. The labels of all the points are looked up once, at the end. A center that
// nobody is near stays where it was: none is moved elsewhere, as some packages do.
//
// Sculley 2010, https://doi.org/10.1145/1772690.1772862
// Starts on a sample and the smoothed error that ends the run are those of scikit-learn,
// https://scikit-learn.org/stable/modules/generated/sklearn.cluster.MiniBatchKMeans.html

/// K-means from small samples, for many points.
///
///     let model = try MiniBatchKMeans(k: 64, seed: 7).fit(points)
///     model.labels    // one of 0 ..< 64 for each point
public struct MiniBatchKMeans: ClusteringMethod, Equatable {
  /// The number of clusters.
  public let k: Int

  /// Where the centers are at first, drawn from a few batches of points unless they are given.
  public let start: KMeans.Start

  /// How many starts are drawn; the one with the lowest inertia on those batches is used.
  public let restarts: Int

  /// How many points are drawn at a time, with replacement; at most as many as there are.
  public let batchSize: Int

  /// The most points that are drawn in all, as a multiple of the points that there are.
  public let epochs: Int

  /// Stops after this many batches in a row that did not lower the smoothed mean of the squared
  /// distances; nil never stops before the last epoch.
  public let patience: Int?

  /// The seed of the start and of the batches.
  public let seed: UInt64

  /// How many threads share the labels of all the points.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, start: KMeans.Start = .kMeansPlusPlus, restarts: Int = 3, batchSize: Int = 1024,
    epochs: Int = 100, patience: Int? = 10, seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.start = start
    self.restarts = restarts
    self.batchSize = batchSize
    self.epochs = epochs
    self.patience = patience
    self.seed = seed
    self.threads = threads
  }

  /// Finds k clusters in n × d points: O(batchSize · d · k) for each batch, O(n · d · k) for the
  /// labels in the end. In the model, iterations are batches.
  ///
  /// - Parameter shouldContinue: Asked after every batch; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, when given centers are not k × d, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> KMeansModel {
    var learner = try learner(of: points)
    while learner.advance() {
      guard shouldContinue(learner.progress) else { throw .cancelled }
    }
    return learner.model
  }

  /// The same fit, one batch at a time; its last state is the result of ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> MiniBatchStates {
    MiniBatchStates(learner: try learner(of: points))
  }

  private func learner(of points: Points) throws(ClusteringError) -> MiniBatchLearner {
    try KMeans(k: k, start: start, restarts: restarts, threads: threads).check(points)
    try require(count: batchSize, named: "batchSize")
    try require(count: epochs, named: "epochs")
    if let patience { try require(count: patience, named: "patience") }
    return MiniBatchLearner(parameters: self, points: points)
  }
}
