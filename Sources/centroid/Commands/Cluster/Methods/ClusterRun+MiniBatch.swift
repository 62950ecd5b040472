import Clustering

extension ClusterRun {
  func miniBatch() throws(Failure) -> ClusterReport {
    let (shared, batches) = (options.shared, options.batches)
    let start: Points? = if let path = shared.start { try table.centers(path) } else { nil }
    let method = MiniBatchKMeans(
      k: shared.k ?? start?.count ?? 0, start: start.map { .given($0) } ?? .kMeansPlusPlus,
      restarts: shared.restarts ?? 3, batchSize: batches.batchSize ?? 1024,
      epochs: batches.epochs ?? 100, patience: batches.patience == 0 ? nil : batches.patience ?? 10,
      seed: options.seed, threads: options.threads)
    let parameters: [String: ReportValue] = [
      "k": .whole(method.k), "init": .text(shared.start ?? "k-means++"),
      "restarts": .whole(method.restarts), "batch_size": .whole(method.batchSize),
      "epochs": .whole(method.epochs), "patience": .whole(method.patience ?? 0),
      "seed": .seed(method.seed), "threads": .whole(method.threads),
    ]
    return try run(method, parameters) { model throws(ClusteringError) in
      Found(
        labels: model.labels, inertia: model.inertia, iterations: model.iterations,
        advice: model.advice)
    }
  }
}
