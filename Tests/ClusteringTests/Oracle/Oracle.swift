// The core against reference results of other packages and of plain computations.
//
// Equality is demanded where the references agree with each other and the answer is unique;
// where it depends on how ties are broken, only what every right answer has in common.

import Clustering
import Testing

@Suite struct Oracle {
  static let cases = Result { try LoadedCase.all() }

  @Test func `the reference cases beside the tests have every section`() throws {
    let cases = try Oracle.cases.get()
    #expect(cases.count >= 10)
    for record in cases.prefix(10).map(\.record) {
      let sections: [Any?] = [
        record.kmeans, record.dbscan, record.hdbscan, record.linkage, record.scores, record.scalers,
        record.pairs,
        record.pca, record.distances, record.gmm,
      ]
      #expect(sections.allSatisfy { $0 != nil }, "\(record.name)")
    }
  }

  @Test(arguments: try cases.get())
  func `k-means from a given start`(_ loaded: LoadedCase) throws {
    for record in loaded.record.kmeans ?? [] {
      let model = try KMeans(
        k: record.k, start: .given(Points(rows: record.`init`)), maxIterations: record.maxIter
      ).fit(loaded.points)
      try expectNearestLabels(model, loaded.points)
      guard !record.policyDependent else { continue }
      #expect(model.labels == record.labels)
      #expect(model.iterations == record.nIter)
      loaded.expect(model.centers.values, record.centers.flatMap { $0 }, "centers")
      loaded.expect(
        [model.inertia], [record.inertia], "inertia, k = \(record.k)",
        scale: max(record.inertia, loaded.roundingOfInertia / loaded.tolerance))
    }
  }

  @Test(arguments: try cases.get())
  func `density-based clusters`(_ loaded: LoadedCase) throws {
    for record in loaded.record.dbscan ?? [] where record.sklearnAgrees {
      let model = try DBSCAN(eps: record.eps, minSamples: record.minSamples).fit(loaded.points)
      let ambiguous = Set(record.ambiguousBorder)
      let clear = model.labels.indices.filter { !ambiguous.contains($0) }
      #expect(
        renumbered(clear.map { model.labels[$0] }) == renumbered(clear.map { record.labels[$0] }))
      #expect(model.corePoints == record.core)
      #expect(model.clusterCount == record.nClusters)
    }
  }

  @Test(arguments: try cases.get())
  func `scores of a labeling`(_ loaded: LoadedCase) throws {
    for record in loaded.record.scores ?? [] {
      let points = loaded.points
      let labels = record.labels
      let distinct = Set(labels).count
      guard distinct >= 2, distinct < labels.count else {
        #expect(throws: ClusteringError.scoreUndefined(clusters: distinct, points: points.count)) {
          try Quality.silhouette(points, labels: labels, noise: nil)
        }
        continue
      }
      func agreed(_ name: String) -> Bool { record.sklearnAgrees?[name] ?? true }
      if agreed("silhouette") {
        let samples = try Quality.silhouetteSamples(points, labels: labels, noise: nil)
        loaded.expect(samples, record.silhouetteSamples, "silhouettes")
        let mean = try Quality.silhouette(points, labels: labels, noise: nil)
        loaded.expect([mean], record.silhouetteMean.map { [$0] }, "mean silhouette")
      }
      if agreed("davies_bouldin") {
        let score = try Quality.daviesBouldin(points, labels: labels, noise: nil)
        loaded.expect([score], record.daviesBouldin.map { [$0] }, "Davies–Bouldin")
      }
      if agreed("calinski_harabasz") {
        let score = try Quality.calinskiHarabasz(points, labels: labels, noise: nil)
        loaded.expect([score], record.calinskiHarabasz.map { [$0] }, "Calinski–Harabasz")
      }
    }
  }

  @Test(arguments: try cases.get())
  func `learnt scales`(_ loaded: LoadedCase) throws {
    guard let section = loaded.record.scalers else { return }
    try expect(.standard, section.standard, center: "mean", loaded)
    try expect(.minMax, section.minmax, center: "data_min", loaded)
    try expect(.robust, section.robust, center: "center", loaded)
    try expect(.maxAbs, section.maxabs, center: nil, loaded)
    try expect(.unitLength, section.l2, center: nil, loaded)
    let columns = (0..<loaded.points.dimensions).map { loaded.points.column($0).sorted() }
    for (percent, expected) in section.quantilesLinear {
      let share = try #require(Double(percent)) / 100
      loaded.expect(columns.map { quantile(share, of: $0) }, expected, "\(percent) % quantile")
    }
  }

  @Test(arguments: try cases.get())
  func `principal components`(_ loaded: LoadedCase) throws {
    guard let record = loaded.record.pca else { return }
    let model = try PCA(components: record.components.count).fit(loaded.points)
    loaded.expect(model.mean, record.mean, "mean")
    loaded.expect(model.explainedVariance, record.explainedVariance, "variance")
    loaded.expect(model.explainedVarianceRatio, record.explainedVarianceRatio, "ratio", scale: 1)
    let projection = try model.transform(loaded.points)
    for (c, direction) in record.components.enumerated() where record.sklearnAgrees {
      // The nearer two variances, the less certain is the direction between them.
      guard let gap = record.componentRelativeGap[c], gap >= 1e-8 else { continue }
      let loosening = max(1, 1e-7 / gap)
      let found = model.components.row(c)
      let sign: Double = zip(found, direction).reduce(0) { $0 + $1.0 * $1.1 } < 0 ? -1 : 1
      loaded.expect(found.map { $0 * sign }, direction, "component \(c)", loosening: loosening)
      loaded.expect(
        projection.column(c).map { $0 * sign }, record.projection.map { $0[c] },
        "projection \(c)", scale: record.projection.joined().map(\.magnitude).max() ?? 1,
        loosening: loosening)
    }
  }
}

// MARK: - Comparing

extension LoadedCase {
  /// What rounding the centers leaves of an inertia that would be 0.
  var roundingOfInertia: Double {
    let largest = points.values.map(\.magnitude).max() ?? 0
    return Double(points.values.count) * (1e-15 * largest) * (1e-15 * largest)
  }

  /// The core is held to nine digits, also where a case would be content with fewer.
  var tolerance: Double { min(1e-9, record.relativeTolerance) }

  /// Expects equal values to the tolerance, relative to the largest magnitude in
  /// the array, or to `scale`. Where the reference has no number, any will do.
  func expect(
    _ found: [Double?], _ expected: [Double?]?, _ what: String, scale: Double? = nil,
    loosening: Double = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let expected else { return }
    #expect(found.count == expected.count, "\(what)", sourceLocation: sourceLocation)
    let largest = scale ?? expected.compactMap { $0?.magnitude }.max() ?? 0
    let allowed = largest * tolerance * loosening
    let worst =
      zip(found, expected).compactMap { pair -> Double? in
        guard let expected = pair.1 else { return nil }
        return pair.0.map { ($0 - expected).magnitude } ?? .infinity
      }.max(by: { !($0 >= $1) }) ?? 0
    #expect(
      worst <= allowed, "\(what): off by \(worst), allowed \(allowed)",
      sourceLocation: sourceLocation)
  }
}

private func expect(
  _ scaling: Scaling, _ record: OracleCase.ScalerRecord, center: String?, _ loaded: LoadedCase
) throws {
  let scaler = try scaling.fit(loaded.points)
  if let center {
    let centers = try #require(record.parameters[center])
    loaded.expect(scaler.centers, centers, "\(scaling) centers")
  }
  if scaling != .minMax, scaling != .unitLength {
    let scales = try #require(record.parameters["scale"])
    loaded.expect(scaler.scales, scales, "\(scaling) scales")
  }
  let scaled = try scaler.apply(loaded.points)
  let first = scaled.selecting(rows: Array(record.firstRows.indices))
  loaded.expect(first.values, record.firstRows.flatMap { $0 }, "\(scaling) rows")
  let columns = (0..<scaled.dimensions).map(scaled.column)
  let largest = scaled.values.map(\.magnitude).max() ?? 1
  loaded.expect(
    columns.map { $0.reduce(0, +) }, record.columnSums, "\(scaling) sums",
    scale: largest * Double(scaled.count))
  loaded.expect(
    columns.map { $0.reduce(0) { $0 + $1 * $1 } }, record.columnSumsOfSquares,
    "\(scaling) sums of squares")
}
