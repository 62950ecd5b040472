import Clustering

extension ClusterRun {
  func hdbscan() throws(Failure) -> ClusterReport {
    let method = HDBSCAN(
      minClusterSize: options.shared.minClusterSize ?? 5, minSamples: options.shared.minSamples,
      selection: options.density.selection ?? .excessOfMass, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "min_cluster_size": .whole(method.minClusterSize), "min_samples": .whole(method.minSamples),
      "selection": .text(method.selection.word), "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, figures: ["persistence": .numbers(model.persistence)],
        advice: model.advice)
    }
  }
}
