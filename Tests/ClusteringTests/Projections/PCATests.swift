import Clustering
import Testing

@Suite struct PCATests {
  @Test func `points on a line have one direction`() throws {
    let points = try Points(rows: [[0, 0], [3, 4], [6, 8]])
    let model = try PCA(components: 2).fit(points)
    #expect(zip(model.components.row(0), [0.6, 0.8]).allSatisfy { isClose($0, $1) })
    #expect(isClose(model.explainedVariance[0], 25))
    #expect(isClose(model.explainedVarianceRatio[0], 1))
    #expect(model.explainedVariance[1] < 1e-12)
    let coordinates = try model.transform(points).column(0)
    #expect(zip(coordinates, [-5, 0, 5]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }

  @Test func `all components together keep every distance and all variance`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 6, dimensions: 5)
      let model = try PCA(components: 5).fit(points)
      let turned = try model.transform(points)
      for i in 0..<points.count {
        let before = Distance.euclidean.between(0, i, in: points)
        let after = Distance.euclidean.between(0, i, in: turned)
        #expect((before - after).magnitude < 1e-11, "seed \(seed)")
      }
      #expect(isClose(model.explainedVarianceRatio.reduce(0, +), 1))
      #expect(model.explainedVariance == model.explainedVariance.sorted(by: >))
    }
  }

  @Test func `more features than points, one point, and equal points have answers`() throws {
    let wide = try Points(rows: [[1, 2, 3, 4], [2, 4, 1, 0]])
    let model = try PCA(components: 4).fit(wide)
    #expect(isClose(model.explainedVarianceRatio[0], 1))
    #expect(model.explainedVariance.allSatisfy { $0 >= 0 })
    let flat = try PCA(components: 2).fit(Points(rows: [[5, 5]]))
    #expect(flat.explainedVariance == [0, 0])
    #expect(flat.explainedVarianceRatio == [0, 0])
  }

  @Test func `no more components than features`() throws {
    let points = try Points(rows: [[1, 2], [3, 4]])
    #expect(throws: ClusteringError.self) { try PCA(components: 3).fit(points) }
    #expect(throws: ClusteringError.self) { try PCA(components: 0).fit(points) }
    let model = try PCA(components: 1).fit(points)
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try model.transform(points.selecting(columns: [0]))
    }
  }
}
