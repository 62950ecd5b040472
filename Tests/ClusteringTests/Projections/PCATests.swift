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

  @Test func `coordinates lead back to the points, on all components or in their plane`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 6, dimensions: 4)
      let whole = try PCA(components: 4).fit(points)
      let back = try whole.invert(whole.transform(points))
      #expect(
        zip(back.values, points.values).allSatisfy { ($0 - $1).magnitude < 1e-11 }, "seed \(seed)")
      let plane = try PCA(components: 2).fit(points)
      let coordinates = try plane.transform(points)
      let again = try plane.transform(plane.invert(coordinates))
      #expect(
        zip(again.values, coordinates.values).allSatisfy { ($0 - $1).magnitude < 1e-11 },
        "seed \(seed)")
    }
    let model = try PCA(components: 2).fit(blobs(seed: 1, dimensions: 3))
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 3)) {
      try model.invert(Points(rows: [[1, 2, 3]]))
    }
  }

  @Test func `products in tiles are those of the plain way, on any number of threads`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 19)
      let points = try blobs(
        seed: seed, perGroup: 1 + generator.nextIndex(below: 700), dimensions: d)
      let plain = plainProducts(points, rows: 0..<points.count)
      let fast = featureProducts(points, threads: 1)
      let largest = plain.products.map(\.magnitude).max() ?? 0
      let worst = zip(fast.products, plain.products).map { ($0 - $1).magnitude }.max() ?? .infinity
      #expect(worst <= 1e-12 * largest, "seed \(seed)")
      #expect(zip(fast.means, plain.means).allSatisfy { isClose($0, $1) }, "seed \(seed)")
    }
    let points = try blobs(seed: 1, perGroup: 9000, dimensions: 5)
    #expect(
      featureProducts(points, threads: 1).products == featureProducts(points, threads: 3).products)
  }

  @Test func `far from the origin few digits are lost`() throws {
    let near = try Points((0..<4000).flatMap { [Double($0 % 7), Double($0 % 5)] }, dimensions: 2)
    let far = try Points(near.values.map { $0 + 1e8 }, dimensions: 2)
    let (a, b) = (try PCA(components: 2).fit(near), try PCA(components: 2).fit(far))
    #expect(
      zip(a.explainedVariance, b.explainedVariance).allSatisfy {
        isClose($0, $1, tolerance: 1e-10)
      })
  }

  @Test func `rows unlike all the rest cost few digits`() throws {
    let rows = (0..<9000).map { i -> [Double] in
      guard i % 256 > 0 else { return [1e6, -1e6, 0.1] }
      return [Double(i % 7), Double(i % 5), 0.1]
    }
    let points = try Points(rows: rows)
    let fast = featureProducts(points, threads: 1)
    let plain = plainProducts(points, rows: 0..<points.count)
    #expect(zip(fast.means, plain.means).allSatisfy { isClose($0, $1) })
    #expect(zip(fast.products, plain.products).allSatisfy { isClose($0, $1, tolerance: 1e-11) })
    #expect(fast.means[2] == 0.1 && fast.products[8] == 0)
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
