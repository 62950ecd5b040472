// How far a fit has come.
//
// Every `fit` takes a closure that is asked between two steps whether to go on. It is the one
// door for progress bars, time budgets and cancellation; left out, it costs one call a step.
//
//     let model = try KMeans(k: 8).fit(points) { progress in
//       bar.show(progress.fraction)
//       return !stopPressed
//     }

/// A report between two steps of a fit.
public struct FitProgress: Sendable, Equatable {
  /// The steps done.
  public let completed: Int

  /// The steps that there are at most; a method may converge before.
  public let total: Int

  /// A report of a method of your own.
  public init(completed: Int, total: Int) {
    self.completed = completed
    self.total = total
  }

  /// From 0 to 1.
  public var fraction: Double {
    total > 0 ? Double(completed) / Double(total) : 1
  }
}
