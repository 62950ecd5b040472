// What came out of `centroid cluster`. The keys of its JSON stay as they are; only new ones join.

import Clustering

struct ClusterReport {
  let table: ClusterTable
  let algorithm: String
  let parameters: [String: ReportValue]
  /// In the units of what was clustered, that is after scaling.
  let inertia: Double
  /// Nil for methods that do not go in rounds.
  let iterations: Int?
  /// What only this method has.
  let figures: [String: ReportValue]
  let advice: [Advice]
  let labels: [Int]
  let clusters: [ClusterSummary]
  var scores: [ScoreReport] = []
  /// One figure for each repetition.
  let fitSeconds: [Double]

  init(
    _ algorithm: String, _ table: ClusterTable, _ parameters: [String: ReportValue],
    _ found: ClusterRun.Found, fitSeconds: [Double]
  ) {
    self.table = table
    self.algorithm = algorithm
    self.parameters = table.parameters.merging(parameters) { $1 }
    inertia = found.inertia ?? ClusterMeans(of: table.points, found.labels).inertia
    iterations = found.iterations
    figures = found.figures
    advice = found.advice
    labels = found.labels
    clusters = ClusterSummary.all(in: table.raw, found.labels, medoids: found.medoids)
    self.fitSeconds = fitSeconds
  }

  var n: Int { table.points.count }
  var d: Int { table.points.dimensions }
  var clusterCount: Int { clusters.count }
  var noiseCount: Int { labels.count { $0 < 0 } }
}

extension ClusterReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case n, d, algorithm, parameters, inertia, iterations, figures, scores, advice, clusters
    case clusterCount = "cluster_count"
    case noiseCount = "noise_count"
    case loadSeconds = "load_seconds"
    case scaleSeconds = "scale_seconds"
    case reduceSeconds = "reduce_seconds"
    case fitSeconds = "fit_seconds"
    case scoreSeconds = "score_seconds"
  }

  /// Every key is always there, as null where it means nothing.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(n, forKey: .n)
    try container.encode(d, forKey: .d)
    try container.encode(algorithm, forKey: .algorithm)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(clusterCount, forKey: .clusterCount)
    try container.encode(noiseCount, forKey: .noiseCount)
    try container.encode(
      clusters.map { NamedCluster($0, columns: table.columns) }, forKey: .clusters)
    try container.encode(inertia, forKey: .inertia)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(figures, forKey: .figures)
    try container.encode(scores.values, forKey: .scores)
    try container.encode(advice.map(\.description), forKey: .advice)
    try container.encode(table.seconds.load, forKey: .loadSeconds)
    try container.encode(table.seconds.scale, forKey: .scaleSeconds)
    try container.encode(table.seconds.reduce, forKey: .reduceSeconds)
    try container.encode(fitSeconds, forKey: .fitSeconds)
    try container.encode(scores.seconds, forKey: .scoreSeconds)
  }
}

/// A cluster with its center by column.
private struct NamedCluster: Encodable {
  let label: Int
  let size: Int
  let center: [String: Double]
  /// Only where the center is a row of the table.
  let medoid: Int?

  init(_ cluster: ClusterSummary, columns: [String]) {
    (label, size, medoid) = (cluster.label, cluster.size, cluster.medoid)
    center = Dictionary(zip(columns, cluster.center)) { $1 }
  }
}
