// What to expect of work that looks at all pairs of rows. Twice the rows take four times as
// long, so that a table which is ten times larger than the last one is a bad surprise: it is
// told before the work begins, where there is a while to wait.

import Clustering
import Wording

struct PairWork {
  /// What is done with the pairs.
  let work: String
  let rows: Int
  /// For a pair on one core of a usual machine of today: rough, but the square is what counts.
  let nanoseconds: Double
  /// What is kept of a pair.
  var bytes = 0.0
  /// What would be quicker.
  let remedy: String

  /// Less is not worth a word: half a minute, and four gigabytes.
  private static let (patience, memory) = (30.0, 4e9)

  /// What will be needed, and what needs less; nil where it is little.
  func warning(threads: Int) -> String? {
    let pairs = Double(rows) * Double(rows)
    let (seconds, space) = (pairs * nanoseconds * 1e-9 / Double(threads), pairs * bytes)
    var needs: [String] = []
    if seconds > Self.patience { needs.append("about \(Self.wait(seconds))") }
    if space > Self.memory { needs.append("\(fixed(space / 1e9, 0)) GB of memory") }
    guard !needs.isEmpty else { return nil }
    return "\(work) all pairs of \(grouped(rows)) rows: \(listed(needs, "and")); \(remedy)"
  }

  private static func wait(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "a minute"
    case ..<5400: "\(fixed(seconds / 60, 0)) minutes"
    default: counted(Int(min(seconds / 3600 + 0.5, 1e9)), "hour")
    }
  }
}

extension ClusterRun {
  /// What to expect of the fit.
  var forecast: String? {
    guard let work = pairWork else { return nil }
    return work.warning(threads: options.threads)
  }

  private var pairWork: PairWork? {
    let (n, d) = (table.points.count, Double(table.points.dimensions))
    switch options.algorithm {
    case .kMedoids:
      let clusters = max(1, Double(options.shared.k ?? 1) / 10)
      return PairWork(
        work: "k-medoids compares", rows: n, nanoseconds: (8 + 0.4 * d) * clusters,
        remedy: "mini-batch, or a sample, is faster")
    case .agglomerative where keepsTable && n <= DistanceMatrix.largestCount:
      return PairWork(
        work: "this linkage keeps", rows: n, nanoseconds: 3 + 0.6 * d, bytes: 5,
        remedy: "--linkage ward, or a sample, needs less")
    case .spectral where options.graph.gamma != nil && n <= DistanceMatrix.largestCount:
      return PairWork(
        work: "--gamma joins", rows: n, nanoseconds: 20 + d, bytes: 12,
        remedy: "--neighbors, or a sample, needs less")
    default:
      return nil
    }
  }

  /// Ward needs no table of distances, and single linkage none of Euclidean ones.
  private var keepsTable: Bool {
    switch options.tree.linkage ?? .ward {
    case .ward: false
    case .single: options.shared.distance ?? .euclidean != .euclidean
    case .complete, .average: true
    }
  }
}

extension InternalScore {
  /// What to expect of it.
  func forecast(_ points: Points, threads: Int) -> String? {
    guard self == .silhouette || self == .dbcv else { return nil }
    let d = Double(points.dimensions)
    let work = PairWork(
      work: "\(rawValue) compares", rows: points.count,
      nanoseconds: self == .dbcv ? 3.6 + 0.15 * d : 1.1 + 0.1 * d,
      remedy: "davies-bouldin is faster")
    // The density of a cluster is searched on one thread.
    return work.warning(threads: self == .dbcv ? 1 : threads)
  }
}
