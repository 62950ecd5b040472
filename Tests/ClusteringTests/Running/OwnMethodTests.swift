// What the protocols give to callers who know no more of a method, and to methods of their own.

import Clustering
import Testing

@Suite struct OwnMethodTests {
  /// Each distinct value of the first feature is a cluster; values below 0 are noise.
  private struct Steps: ClusteringMethod {
    struct Model: LabeledModel {
      let labels: [Int]
      var advice: [Advice] { [] }
    }

    func fit(
      _ points: Points, while shouldContinue: (FitProgress) -> Bool
    ) throws(ClusteringError) -> Model {
      guard shouldContinue(FitProgress(completed: 1, total: 2)) else { throw .cancelled }
      return Model(labels: points.column(0).map { $0 < 0 ? DBSCAN.noise : Int($0) })
    }

    func states(of points: Points) throws(ClusteringError) -> [Model] { [try fit(points)] }
  }

  private func model<Method: ClusteringMethod>(
    of points: Points, by method: Method
  ) throws -> Method.Model {
    try method.fit(points)
  }

  @Test func `a method of the caller's own is fitted as any other`() throws {
    let points = try Points([0, 0, 7, -1, 7, 3, -4], dimensions: 1)
    let model = try model(of: points, by: Steps())
    #expect(model.labels == [0, 0, 7, -1, 7, 3, -1])
    #expect(model.clusterCount == 3 && model.noiseCount == 2)
    var fractions: [Double] = []
    #expect(throws: ClusteringError.cancelled) {
      try Steps().fit(points) { progress in
        fractions.append(progress.fraction)
        return false
      }
    }
    #expect(fractions == [0.5])
  }

  @Test func `every labeled model counts its clusters and its noise`() throws {
    let points = try Points([0, 1, 2, 10, 11, 12, 90], dimensions: 1)
    #expect(try model(of: points, by: KMeans(k: 3)).clusterCount == 3)
    #expect(try model(of: points, by: KMedoids(k: 3)).noiseCount == 0)
    let dense = try model(of: points, by: DBSCAN(eps: 1, minSamples: 2))
    #expect(dense.clusterCount == 2 && dense.noiseCount == 1)
    let ordered = try OPTICS(minSamples: 2, extraction: .eps(1)).fit(points)
    #expect(ordered.clusterCount == 2 && ordered.noiseCount == 1)
  }
}
