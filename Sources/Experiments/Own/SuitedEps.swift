// An eps to begin with: no figure suits all data, but the distances to the neighbors show one.

import Clustering
import Wording

extension KDistances {
  /// The knee as somebody would write it: two digits are all that it is good for.
  package var suggestedEps: Double? { knee.flatMap { Self.eps(near: $0) } }

  fileprivate static func eps(near distance: Double) -> Double? {
    let text = significant(distance, 2).filter { !$0.isWhitespace }
    return Double(text).flatMap { Experiment.Allowed.eps.contains($0) ? $0 : nil }
  }
}

extension Runner {
  /// From where the distances to the neighbors turn upwards. Where it is known how many groups
  /// there are, it is of that and somewhat more the one that finds as many, with the least noise.
  /// Nil for methods without eps, and where no distance stands out.
  package func suitedEps(
    for experiment: Experiment, _ prepared: Prepared
  ) throws(ExperimentError) -> Double? {
    guard case .dbscan(_, let minSamples) = experiment.method, minSamples > 1,
      minSamples <= prepared.selected.rowCount,
      let knee = try kDistances(of: prepared, minSamples - 1).knee
    else { return nil }
    guard let planted = experiment.plantedGroups, prepared.selected.rowCount <= Self.mostTried
    else { return KDistances.eps(near: knee) }
    var best: (eps: Double, misses: Int, noise: Int)?
    for factor in [1, 1.25, 1.5, 1.75, 2, 2.5, 3] {
      guard let eps = KDistances.eps(near: knee * factor) else { continue }
      var trial = experiment
      trial.method = .dbscan(eps: eps, minSamples: minSamples)
      let trace = try trace(of: trial, prepared)
      // All in one is no answer, however near the number.
      let misses = trace.groupCount < 2 ? Int.max : abs(trace.groupCount - planted)
      let noise = trace.labels.count { $0 < 0 }
      if let best, (best.misses, best.noise) <= (misses, noise) { continue }
      best = (eps, misses, noise)
    }
    return best?.eps
  }

  /// More rows take too long to be tried seven times.
  private static let mostTried = 2000
}

extension Experiment {
  /// How many groups there really are; nil where there are none, or nobody knows.
  fileprivate var plantedGroups: Int? {
    guard case .generated(let generator) = data, generator.plantedGroups > 1 else { return nil }
    return generator.plantedGroups
  }
}
