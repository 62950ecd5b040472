import Clustering
import Testing

@Suite struct ScalingTests {
  @Test func `each scaling by hand`() throws {
    let points = try Points(rows: [[0], [2], [4], [6], [13]])
    #expect(try Scaling.none.fit(points).apply(points) == points)
    let standard = try Scaling.standard.fit(points)
    #expect(standard.centers == [5] && standard.scales == [Double(20).squareRoot()])
    let minMax = try Scaling.minMax.fit(points)
    #expect(minMax.centers == [0] && minMax.scales == [13])
    let robust = try Scaling.robust.fit(points)
    #expect(robust.centers == [4] && robust.scales == [4])
  }

  @Test(arguments: Scaling.allCases)
  func `a scale is learnt once, applied to new points, and taken back`(scaling: Scaling) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed)
      let scaler = try scaling.fit(points)
      let newcomer = try Points(rows: [[100, -7]])
      let back = try scaler.invert(scaler.apply(newcomer))
      #expect(zip(back.values, newcomer.values).allSatisfy { isClose($0, $1) })
      // Another unit of a feature makes no difference to scaled points.
      guard scaling != .none else { continue }
      let inCents = try Points(points.values.map { 128 * $0 }, dimensions: 2)
      let scaled = try scaler.apply(points)
      let scaledCents = try scaling.fit(inCents).apply(inCents)
      #expect(zip(scaled.values, scaledCents.values).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
  }

  @Test(arguments: [Scaling.standard, .minMax, .robust])
  func `a constant feature becomes 0`(scaling: Scaling) throws {
    let points = try Points(rows: (0..<7).map { [Double($0), 0.1] })
    let scaled = try scaling.fit(points).apply(points)
    #expect(scaled.column(1) == Array(repeating: 0, count: 7))
  }

  @Test func `points with other features are refused`() throws {
    let scaler = try Scaling.standard.fit(Points(rows: [[1, 2], [3, 4]]))
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try scaler.apply(Points(rows: [[1]]))
    }
  }
}
