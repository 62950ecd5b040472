// The unkind inputs through every method: there has to be an answer, and no NaN in it.

import Clustering
import Testing

@Suite struct HardInputTests {
  @Test(arguments: TestedMethod.all, try HardInput.all.get())
  func `a hard input has an answer`(method: TestedMethod, input: HardInput) throws {
    for setting in input.settings {
      try expectSound(method, input.points, setting, "radius \(setting.radius)")
    }
  }

  @Test(arguments: TestedMethod.all)
  func `no points are an error`(method: TestedMethod) throws {
    let none = try Points([], dimensions: 2)
    #expect(throws: ClusteringError.noPoints) { try method.fit(none, Setting()) }
  }

  @Test(arguments: TestedMethod.all.filter(\.takesK), [-1, 0, 4])
  func `an impossible number of clusters is an error`(method: TestedMethod, k: Int) throws {
    let three = try Points(rows: [[1], [2], [4]])
    #expect(throws: ClusteringError.clusterCountOutOfRange(clusters: k, points: 3)) {
      try method.fit(three, Setting(k: k))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a missing or infinite value is found with its row and column`(value: Double) {
    #expect(throws: ClusteringError.notFinite(row: 2, column: 1)) {
      try Points([0, 1, 2, 3, 4, value, value, 7], dimensions: 2)
    }
    #expect(throws: ClusteringError.notFinite(row: 1, column: 0)) {
      try Points(rows: [[0, 1], [value, 3]])
    }
  }

  @Test func `scalers, projections and scores have an answer too`() throws {
    for seed in 0..<400 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, stream: 99)
      let points = try unkindPoints(using: &generator)
      for scaling in Scaling.allCases {
        #expect(!containsNaN(try scaling.fit(points)), "seed \(seed), \(scaling)")
      }
      let pca = try PCA(components: points.dimensions).fit(points)
      #expect(pca.explainedVariance.allSatisfy { $0 >= 0 }, "seed \(seed)")
      #expect(pca.components.values.allSatisfy { $0.magnitude <= 1 + 1e-9 }, "seed \(seed)")
      if points.count >= 2 {
        #expect((0...1).contains(try Tendency.hopkins(points)), "seed \(seed)")
      }
      let k = 1 + generator.nextIndex(below: points.count)
      let labels = (0..<points.count).map { _ in generator.nextIndex(below: k) }
      expectScores(points, labels, seed: seed)
    }
  }

  private func expectScores(_ points: Points, _ labels: [Int], seed: UInt64) {
    // Below two clusters there is no score, and the error says so.
    let clusters = Set(labels).count
    guard clusters >= 2, clusters < points.count else { return }
    #expect(throws: Never.self, "seed \(seed)") {
      let silhouette = try Quality.silhouette(points, labels: labels)
      #expect((-1...1).contains(silhouette), "seed \(seed)")
      #expect(try Quality.daviesBouldin(points, labels: labels) >= 0, "seed \(seed)")
      #expect(try Quality.calinskiHarabasz(points, labels: labels) >= 0, "seed \(seed)")
    }
  }
}

/// What every answer of every method has in common.
func expectSound(
  _ method: TestedMethod, _ points: Points, _ setting: Setting, _ comment: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let comment = Comment(rawValue: "\(method.testDescription), \(comment)")
  let fitted: Fitted
  do {
    fitted = try method.fit(points, setting)
  } catch let error as ClusteringError where method.mayRefuse(error) {
    return
  }
  #expect(!fitted.hasNaN, comment, sourceLocation: sourceLocation)
  #expect(fitted.labels.count == points.count, comment, sourceLocation: sourceLocation)
  let clusters = method.takesK ? setting.k : points.count
  #expect(
    fitted.labels.allSatisfy { (DBSCAN.noise..<clusters).contains($0) }, comment,
    sourceLocation: sourceLocation)
  let last = try method.lastLabels(points, setting)
  #expect(last == fitted.labels, comment, sourceLocation: sourceLocation)
  for run in try method.objectives(points, setting) {
    #expect(run.allSatisfy { !$0.isNaN }, comment, sourceLocation: sourceLocation)
  }
  if let predict = fitted.predict {
    let predicted = try predict(points)
    #expect(
      !method.predictsTraining || predicted == fitted.labels, comment,
      sourceLocation: sourceLocation)
    #expect(
      predicted.map { $0 == DBSCAN.noise } == fitted.labels.map { $0 == DBSCAN.noise }, comment,
      sourceLocation: sourceLocation)
  }
}
