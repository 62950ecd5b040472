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
    let signed = try Points(rows: [[-8, 0], [4, 0]])
    #expect(try Scaling.maxAbs.fit(signed).apply(signed).values == [-1, 0, 0.5, 0])
    let directions = try Points(rows: [[3, -4], [0, 0], [0, 1e-300]])
    #expect(
      try Scaling.unitLength.fit(directions).apply(directions).values == [0.6, -0.8, 0, 0, 0, 1])
  }

  @Test func `lengths are not kept, so they cannot be given back`() throws {
    let points = try Points(rows: [[3, 4]])
    let scaler = try Scaling.unitLength.fit(points)
    #expect(throws: ClusteringError.lengthsNotKept) { try scaler.invert(points) }
  }

  @Test(arguments: Scaling.allCases.filter { $0 != .unitLength })
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

  @Test func `eight rows at a time are scaled as one by one, on any number of threads`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 19)
      let points = try blobs(
        seed: seed, perGroup: 1 + generator.nextIndex(below: 40), dimensions: d)
      let scaler = try Scaling.standard.fit(points)
      for direction in [ScalingDirection.forth, .back] {
        let plain = try plainlyScaled(
          points, direction, centers: scaler.centers, scales: scaler.scales)
        for threads in [1, 3] {
          let fast = try scaled(
            points, direction, centers: scaler.centers, scales: scaler.scales, threads: threads)
          #expect(fast == plain, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: Scaling.allCases)
  func `in place the values are the same, and a copy keeps the old ones`(scaling: Scaling) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = try blobs(seed: seed, perGroup: 1 + Int(seed) * 300, dimensions: 3)
      let scaler = try scaling.fit(points)
      let scaled = try scaler.apply(points)
      let copy = try Points(points.values, dimensions: 3)
      #expect(try scaler.applyInPlace(points, threads: 2) == scaled, "seed \(seed)")
      #expect(points == copy, "seed \(seed)")
      let own = try Points(points.values.map { $0 + 0 }, dimensions: 3)
      #expect(try scaler.applyInPlace(consume own) == scaled, "seed \(seed)")
    }
  }

  @Test func `a scaled value that is too large is named`() throws {
    let points = try Points(
      rows: (0..<20).map { [Double($0) * 1e-200, $0 == 17 ? 1e139 : 0] })
    let scaler = try Scaling.standard.fit(Points(rows: [[0, 0], [1, 1e-10]]))
    let error = ClusteringError.tooLarge(row: 17, column: 1)
    #expect(throws: error) { try scaler.apply(points) }
    #expect(throws: error) { try scaler.applyInPlace(points) }
  }

  @Test func `points with other features are refused`() throws {
    let scaler = try Scaling.standard.fit(Points(rows: [[1, 2], [3, 4]]))
    #expect(throws: ClusteringError.dimensionMismatch(expected: 2, found: 1)) {
      try scaler.apply(Points(rows: [[1]]))
    }
  }
}
