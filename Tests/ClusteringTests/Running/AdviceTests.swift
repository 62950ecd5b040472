// What looks unsuitable after a run is said, and nothing is said after a good one.

import Clustering
import Testing

@Suite struct AdviceTests {
  private let line = Result { try Points(rows: [[0], [1], [2], [3], [4], [5], [6], [7]]) }

  @Test func `nothing but noise`() throws {
    #expect(try DBSCAN(eps: 0.1, minSamples: 2).fit(line.get()).advice == [.allNoise])
    #expect(try HDBSCAN(minClusterSize: 20).fit(line.get()).advice == [.allNoise])
  }

  @Test func `more noise than anything else`() throws {
    let points = try Points(rows: [[0], [0.1], [5], [7], [9]])
    let model = try DBSCAN(eps: 0.5, minSamples: 2).fit(points)
    #expect(model.advice == [.mostlyNoise(noise: 3, points: 5)])
  }

  @Test func `a single cluster that nobody asked for`() throws {
    #expect(try DBSCAN(eps: 9, minSamples: 2).fit(line.get()).advice == [.oneCluster])
  }

  @Test func `the iterations did not suffice`() throws {
    let points = try blobs(seed: 1, spread: 6)
    let kMeans = try KMeans(k: 5, restarts: 1, maxIterations: 1).fit(points)
    #expect(kMeans.advice == [.notConverged(iterations: 1)])
    let mixture = try GaussianMixture(k: 5, maxIterations: 1).fit(points)
    #expect(mixture.advice == [.notConverged(iterations: 1)])
  }

  @Test func `clusters that lost all their points`() throws {
    let start = KMeans.Start.given(try Points(rows: [[0], [7], [100]]))
    #expect(try KMeans(k: 3, start: start).fit(line.get()).advice == [.emptiedClusters(1)])
  }

  @Test func `fewer distinct points than clusters`() throws {
    let points = try Points(rows: (0..<12).map { [Double($0 % 2), 5] })
    let advice = Advice.fewerDistinctPoints(clusters: 4, distinct: 2)
    #expect(try KMeans(k: 4).fit(points).advice.contains(advice))
    #expect(try BisectingKMeans(k: 4).fit(points).advice == [advice])
    #expect(try KMedoids(k: 4).fit(points).advice == [advice])
  }

  @Test(arguments: TestedMethod.allForGroups)
  func `three clear groups need no advice`(method: TestedMethod) throws {
    let points = try clusters(3, apart: 30, seed: 2)
    let model = try method.fit(points, Setting(k: 3, radius: 4, minSamples: 4)).model
    #expect((model as? any LabeledModel)?.advice.isEmpty != false)
  }

  @Test(arguments: [
    Advice.allNoise, .mostlyNoise(noise: 3, points: 4), .oneCluster,
    .fewerDistinctPoints(clusters: 4, distinct: 2),
    .notConverged(iterations: 7), .emptiedClusters(1),
  ])
  func `advice names the fact and what to try`(advice: Advice) {
    #expect(advice.description.contains("; "))
  }

  @Test func `one thing is not several`() {
    #expect(Advice.emptiedClusters(1).description.hasPrefix("1 cluster lost all its points on"))
    #expect(Advice.notConverged(iterations: 1).description.hasPrefix("not at rest after 1 iter"))
    #expect(ClusteringError.tooFewPoints(1, smallest: 2).description.hasPrefix("1 point is too"))
    let lone = ClusteringError.scoreUndefined(clusters: 1, points: 3).description
    #expect(lone.contains("this labeling has 1 cluster of 3 points"))
    let noise = ClusteringError.scoreUndefined(clusters: 0, points: 0).description
    #expect(noise.hasPrefix("every point is noise"))
  }
}
