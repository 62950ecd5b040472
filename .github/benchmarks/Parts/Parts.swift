// Parts of the library that have no command of their own, timed as `centroid` times its fits.
//
//     parts spanning-tree --data X.npy --min-samples 10 --threads 2 --repeat 5
//     parts scaling --data X.npy
//     parts scaling-in-place --data X.npy
//     parts pca --data X.npy
//     parts kernel --name silhouette --form plain

import Clustering
import Experiments
import Foundation

@main
struct Parts {
  static func main() throws {
    let options = Options(CommandLine.arguments.dropFirst())
    let report =
      switch options.command {
      case "spanning-tree": try spanningTree(options)
      case "scaling": try scaling(options)
      case "scaling-in-place": try scalingInPlace(options)
      case "pca": try pca(options)
      case "kernel": try kernel(options)
      default: throw Misuse(sentence: "parts spanning-tree, scaling[-in-place], pca or kernel")
      }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }
}

/// What a part took, one figure for each repetition, and what came out.
struct Report: Encodable {
  let seconds: [Double]
  let figures: [String: Double]
}

/// The minimum spanning tree under mutual reachability.
private func spanningTree(_ options: Options) throws -> Report {
  let points = try options.points()
  // The peer's core distance is that to the point's `min_samples`-th other point too.
  let (tree, seconds) = try options.timed {
    try SpanningTree(points, minSamples: options.minSamples, threads: options.threads)
  }
  return Report(
    seconds: seconds, figures: ["weight_sum": tree.edges.reduce(0) { $0 + $1.weight }])
}

/// Learning the standard scale and applying it.
private func scaling(_ options: Options) throws -> Report {
  let points = try options.points()
  let (scaled, seconds) = try options.timed {
    try Scaling.standard.fit(points, threads: options.threads)
      .apply(points, threads: options.threads)
  }
  return Report(seconds: seconds, figures: ["check_sum": checkSum(scaled)])
}

/// The same where the old values are needed no more.
private func scalingInPlace(_ options: Options) throws -> Report {
  let points = try options.points()
  let copy = { try Points(points.values.map { $0 }, dimensions: points.dimensions) }
  let (scaled, seconds) = try options.timed(given: copy) { (points: consuming Points) in
    let scaler = try Scaling.standard.fit(points, threads: options.threads)
    return try scaler.applyInPlace(points, threads: options.threads)
  }
  return Report(seconds: seconds, figures: ["check_sum": checkSum(scaled)])
}

private func checkSum(_ scaled: Points) -> Double {
  stride(from: 0, to: scaled.count, by: 997).reduce(0.0) { sum, row in
    sum + scaled.row(row).reduce(0) { $0 + $1.magnitude }
  }
}

/// The first two principal components.
private func pca(_ options: Options) throws -> Report {
  let points = try options.points()
  let (model, seconds) = try options.timed {
    try PCA(components: 2).fit(points, threads: options.threads)
  }
  let variances = model.explainedVariance
  return Report(
    seconds: seconds, figures: ["first": variances[0], "second": variances[1]])
}
