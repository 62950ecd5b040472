// What looks at every pair of points takes long on many of them, and can be stopped. (The fits
// of the methods: `EveryMethodTests`.)

import Clustering
import Testing

/// Something that takes long, and asks whether to go on.
struct LongWork: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let run: @Sendable (Points, (FitProgress) -> Bool) throws -> Void

  private init(
    _ name: String, _ run: @escaping @Sendable (Points, (FitProgress) -> Bool) throws -> Void
  ) {
    (testDescription, self.run) = (name, run)
  }

  static let all = [
    LongWork("silhouette") { points, goOn in
      _ = try Quality.silhouette(points, labels: halves(points), while: goOn)
    },
    LongWork("silhouette by another distance") { points, goOn in
      _ = try Quality.silhouette(
        points, labels: halves(points), distance: .manhattan, while: goOn)
    },
    LongWork("DBCV") { points, goOn in
      _ = try Quality.dbcv(points, labels: halves(points), while: goOn)
    },
    LongWork("Hopkins' statistic") { points, goOn in
      _ = try Tendency.hopkins(points, while: goOn)
    },
    LongWork("distances of all pairs") { points, goOn in
      _ = try DistanceMatrix(points, while: goOn)
    },
    LongWork("k-distances on a tree") { points, goOn in
      _ = try kDistanceCurve(points, k: 4, while: goOn)
    },
    LongWork("k-distances without a tree") { points, goOn in
      _ = try kDistanceCurve(points, k: 4, distance: .cosine, while: goOn)
    },
    LongWork("core distances of OPTICS without a tree") { points, goOn in
      _ = try OPTICS(minSamples: 4, distance: .cosine).fit(points, while: goOn)
    },
    LongWork("spanning tree of doubled points") { points, goOn in
      let doubled = points.selecting(rows: (0..<2 * points.count).map { $0 / 2 })
      _ = try HDBSCAN(minClusterSize: 4, minSamples: 1).fit(doubled, while: goOn)
    },
  ]

  private static func halves(_ points: Points) -> [Int] {
    (0..<points.count).map { $0 * 2 / points.count }
  }
}

@Suite struct `Stopping long work` {
  let many: Points

  init() throws { many = try blobs(seed: 1, perGroup: 300) }

  @Test(arguments: LongWork.all)
  func `it stops at the first question`(work: LongWork) throws {
    var questions = 0
    #expect(throws: ClusteringError.cancelled) {
      try work.run(many) { _ in
        questions += 1
        return false
      }
    }
    #expect(questions == 1)
  }

  @Test(arguments: LongWork.all)
  func `the reported fraction never falls`(work: LongWork) throws {
    var fractions: [Double] = []
    try work.run(many) { progress in
      fractions.append(progress.fraction)
      return true
    }
    #expect(fractions == fractions.sorted())
    let last = try #require(fractions.last)
    #expect(last <= 1)
    #expect(last > 0)
  }
}
