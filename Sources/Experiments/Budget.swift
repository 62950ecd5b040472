// How much a run may take: rows, rounds and time. Content is written by anyone, so nothing that
// content asks for may hold the tutor up.

/// The most that a run may take.
package struct Budget: Sendable, Equatable {
  /// Rows of the table.
  package var points: Int
  /// Rows for the methods that look at all pairs: agglomerative clustering and the silhouette.
  package var pairedPoints: Int
  /// Rounds of one k-means run.
  package var iterations: Int
  /// Seconds by the runner's clock, or nil for as long as it takes.
  package var seconds: Double?

  package init(
    points: Int = 100_000, pairedPoints: Int = 5_000, iterations: Int = 300,
    seconds: Double? = nil
  ) {
    self.points = points
    self.pairedPoints = pairedPoints
    self.iterations = iterations
    self.seconds = seconds
  }

  /// For everything that a course runs.
  package static let course = Budget(seconds: 20)

  /// For what learners run on their own machine: it takes as long as they wait.
  package static let playground = Budget(points: 20_000_000, pairedPoints: 20_000)
}

/// How far a run has come.
package struct RunProgress: Sendable, Equatable {
  package enum Stage: String, Sendable, CaseIterable {
    case reading, scaling, clustering, measuring
  }

  package let stage: Stage
  /// 0...1 within the stage.
  package let fraction: Double

  package init(stage: Stage, fraction: Double) {
    self.stage = stage
    self.fraction = fraction
  }
}
