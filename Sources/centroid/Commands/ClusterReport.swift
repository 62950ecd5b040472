// What came out of `centroid cluster`. The keys of its JSON stay as they are.

import Foundation

struct ClusterReport: Encodable {
  /// The value of a parameter.
  enum Value: Encodable {
    case whole(Int)
    case seed(UInt64)
    case number(Double)
    case text(String)
    case texts([String])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .whole(let value): try container.encode(value)
      case .seed(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .text(let value): try container.encode(value)
      case .texts(let value): try container.encode(value)
      }
    }
  }

  let n: Int
  let d: Int
  let algorithm: String
  let parameters: [String: Value]
  /// In the units of what was clustered, that is after scaling.
  let inertia: Double
  /// Nil for methods that do not go in rounds.
  let iterations: Int?
  /// One figure for each repetition.
  let fitSeconds: [Double]
  let labels: [Int]

  var clusterCount: Int { sizes.count }
  var noiseCount: Int { labels.count { $0 < 0 } }

  /// Rows by cluster, without noise and without clusters that lost all rows.
  private var sizes: [Int] {
    var counts = Array(repeating: 0, count: (labels.max() ?? -1) + 1)
    for label in labels where label >= 0 { counts[label] += 1 }
    return counts.filter { $0 > 0 }
  }

  enum CodingKeys: String, CodingKey {
    case n, d, algorithm, parameters, inertia, iterations
    case clusterCount = "cluster_count"
    case noiseCount = "noise_count"
    case fitSeconds = "fit_seconds"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(n, forKey: .n)
    try container.encode(d, forKey: .d)
    try container.encode(algorithm, forKey: .algorithm)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(clusterCount, forKey: .clusterCount)
    try container.encode(noiseCount, forKey: .noiseCount)
    try container.encode(inertia, forKey: .inertia)
    // A key that is always there, as null where it means nothing.
    try container.encode(iterations, forKey: .iterations)
    try container.encode(fitSeconds, forKey: .fitSeconds)
  }
}

extension ClusterReport {
  func tell() {
    let rounds = iterations.map { " after \($0) iteration\($0 == 1 ? "" : "s")" } ?? ""
    let noise = noiseCount == 0 ? "" : ", \(noiseCount) row\(noiseCount == 1 ? "" : "s") of noise"
    Output.line("\(n) row\(n == 1 ? "" : "s"), \(d) feature\(d == 1 ? "" : "s"), \(algorithm)")
    Output.line("\(clusterCount) clusters of \(listed(sizes)) rows\(noise)")
    Output.line("inertia \(inertia)\(rounds)")
    Output.line("fit in \(listed(fitSeconds.map { "\($0) s" }))")
  }

  private func listed(_ values: [some CustomStringConvertible]) -> String {
    let shown = values.prefix(12).map(\.description).joined(separator: ", ")
    return values.count > 12 ? shown + ", …" : shown
  }

  /// A line for each row of the table, in its order.
  func writeLabels(to path: String) throws(Failure) {
    var text = "label\n"
    for label in labels { text += "\(label)\n" }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure("cannot write \(path); give a file in a folder that you can write to")
    }
  }
}
