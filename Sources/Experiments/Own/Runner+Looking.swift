// What a run is looked at with, asked of a runner, so that it can be watched and stopped.

extension Runner {
  package func silhouettes(of trace: Trace) throws(ExperimentError) -> Outcome<Silhouettes> {
    let watch = watch { _ in true }
    return try trace.silhouettes(observe: watch.isAwaited(at:))
  }

  package func projection(of prepared: Prepared) throws(ExperimentError) -> Projection {
    let watch = watch { _ in true }
    return try prepared.projection { share in
      watch.isAwaited(at: RunProgress(stage: .measuring, fraction: share))
    }
  }

  package func kCurve(
    of prepared: Prepared, upTo largestK: Int, seed: UInt64
  ) throws(ExperimentError) -> KCurve {
    let watch = watch { _ in true }
    return try prepared.kCurve(
      upTo: largestK, seed: seed, threads: threads, observe: watch.isAwaited(at:))
  }

  package func kDistances(of prepared: Prepared, _ k: Int) throws(ExperimentError) -> KDistances {
    let watch = watch { _ in true }
    return try prepared.kDistances(k, threads: threads, observe: watch.isAwaited(at:))
  }
}
