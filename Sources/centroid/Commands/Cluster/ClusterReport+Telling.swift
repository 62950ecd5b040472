// The report in words: what was clustered and how, the groups, the figures, the remarks.

import Clustering
import Wording

extension ClusterReport {
  func tell() {
    Output.wrapped(tableLine)
    Output.wrapped(methodLine)
    Output.wrapped(resultLine)
    if !clusters.isEmpty {
      Output.line()
      CenterTable(self).tell()
      Output.line()
    }
    for (name, value) in figures.sorted(by: { $0.key < $1.key })
    where !value.isEmpty && name != "medoids" {
      Output.wrapped("\(name.replacing("_", with: " ")) \(value)")
    }
    scores.tell()
    Output.line("fit \(timesTaken(fitSeconds))")
    for remark in scores.problems + advice.map(\.description) {
      Output.wrapped("note: \(remark)")
    }
  }

  private var tableLine: String {
    let columns = table.columns
    var line = "\(counted(n, "row")), \(counted(columns.count, "column")): \(shortened(columns))"
    if let scale = parameters["scale"], scale.description != "none" { line += "; scale \(scale)" }
    if let reduce = parameters["reduce"] { line += "; reduce \(reduce)" }
    return line
  }

  private var methodLine: String {
    let settings = Self.tellingSettings.compactMap { name -> String? in
      guard let value = parameters[name], !value.isUnlimited else { return nil }
      return "\(name.replacing("_", with: "-")) \(value)"
    }
    return settings.isEmpty ? algorithm : "\(algorithm): \(settings.joined(separator: ", "))"
  }

  /// The parameters that decide what is found, in the order of their weight; the others are in
  /// the JSON.
  private static let tellingSettings = [
    "k", "height", "linkage", "eps", "min_samples", "max_eps", "xi", "min_cluster_size",
    "selection", "covariance", "bandwidth", "gamma", "neighbors", "distance", "batch_size",
    "init", "restarts", "seed",
  ]

  private var resultLine: String {
    let noise = noiseCount == 0 ? "" : ", \(counted(noiseCount, "row")) of noise"
    let spread = clusters.isEmpty ? "" : ", inertia \(significant(inertia))"
    let rounds = iterations.map { " after \(counted($0, "iteration"))" } ?? ""
    return counted(clusterCount, "cluster") + noise + spread + rounds
  }
}

/// How long a piece of work took, once or several times.
func timesTaken(_ seconds: [Double]) -> String {
  let sorted = seconds.sorted()
  guard let least = sorted.first, let most = sorted.last else { return "not timed" }
  let middle = "in \(duration(sorted[sorted.count / 2]))"
  return sorted.count == 1
    ? middle
    : "\(middle), the median of \(sorted.count) from \(duration(least)) to \(duration(most))"
}
