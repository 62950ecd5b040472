// What came out of `centroid cluster`. The keys of its JSON stay as they are; only new ones join.

import Clustering
import Wording

struct ClusterReport {
  let n: Int
  let d: Int
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
  var scores: [ScoreReport] = []
  let tableSeconds: ClusterTable.Seconds
  /// One figure for each repetition.
  let fitSeconds: [Double]

  init(
    _ algorithm: String, _ table: ClusterTable, _ parameters: [String: ReportValue],
    _ found: ClusterRun.Found, fitSeconds: [Double]
  ) {
    n = table.points.count
    d = table.points.dimensions
    self.algorithm = algorithm
    self.parameters = table.parameters.merging(parameters) { $1 }
    inertia = found.inertia ?? inertiaOfMeans(table.points, found.labels)
    iterations = found.iterations
    figures = found.figures
    advice = found.advice
    labels = found.labels
    tableSeconds = table.seconds
    self.fitSeconds = fitSeconds
  }

  var clusterCount: Int { sizes.count }
  var noiseCount: Int { labels.count { $0 < 0 } }

  /// Rows by cluster, without noise and without clusters that lost all rows.
  private var sizes: [Int] {
    var counts = Array(repeating: 0, count: (labels.max() ?? -1) + 1)
    for label in labels where label >= 0 { counts[label] += 1 }
    return counts.filter { $0 > 0 }
  }
}

extension ClusterReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case n, d, algorithm, parameters, inertia, iterations, figures, scores, advice
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
    try container.encode(inertia, forKey: .inertia)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(figures, forKey: .figures)
    try container.encode(scores.values, forKey: .scores)
    try container.encode(advice.map(\.description), forKey: .advice)
    try container.encode(tableSeconds.load, forKey: .loadSeconds)
    try container.encode(tableSeconds.scale, forKey: .scaleSeconds)
    try container.encode(tableSeconds.reduce, forKey: .reduceSeconds)
    try container.encode(fitSeconds, forKey: .fitSeconds)
    try container.encode(scores.seconds, forKey: .scoreSeconds)
  }
}

extension ClusterReport {
  func tell() {
    let rounds = iterations.map { " after \(counted($0, "iteration"))" } ?? ""
    let noise = noiseCount == 0 ? "" : ", \(counted(noiseCount, "row")) of noise"
    Output.line("\(counted(n, "row")), \(counted(d, "feature")), \(algorithm)")
    let rows = sizes.isEmpty ? "" : " of \(shortened(sizes)) rows"
    Output.line("\(counted(clusterCount, "cluster"))\(rows)\(noise)")
    Output.line("inertia \(inertia)\(rounds)")
    for (name, value) in figures.sorted(by: { $0.key < $1.key }) {
      Output.line("\(name.replacing("_", with: " ")) \(value)")
    }
    scores.tell()
    Output.line("fit in \(shortened(fitSeconds.map { "\($0) s" }))")
    for remark in advice { Output.line("note: \(remark)") }
  }
}

/// The inertia of any labeling: squared distances to the means of the clusters, noise left out.
private func inertiaOfMeans(_ points: Points, _ labels: [Int]) -> Double {
  let d = points.dimensions
  let clusters = (labels.max() ?? -1) + 1
  var sums = Array(repeating: 0.0, count: clusters * d)
  var counts = Array(repeating: 0.0, count: clusters)
  for (i, label) in labels.enumerated() where label >= 0 {
    counts[label] += 1
    for j in 0..<d { sums[label * d + j] += points[i, j] }
  }
  var inertia = 0.0
  for (i, label) in labels.enumerated() where label >= 0 {
    for j in 0..<d {
      let difference = points[i, j] - sums[label * d + j] / counts[label]
      inertia += difference * difference
    }
  }
  return inertia
}
