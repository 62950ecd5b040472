// One experiment, run for several values of one setting: the elbow, the silhouette over k, the
// same pipeline over other seeds.

extension Runner {
  /// A trace for each value, in their order.
  ///
  /// - Throws: ``ExperimentError``, at the first value that cannot be set or run.
  package func sweep(
    _ experiment: Experiment, _ parameter: String, over values: [String],
    observe: @escaping Observer = { _ in true }
  ) throws(ExperimentError) -> [(value: String, trace: Trace)] {
    var traces: [(value: String, trace: Trace)] = []
    for value in values {
      let changed = try experiment.applying([Setting(parameter, value)])
      traces.append((value, try run(changed, observe: observe)))
    }
    return traces
  }
}
