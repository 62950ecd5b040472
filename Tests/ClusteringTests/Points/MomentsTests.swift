import Clustering
import Testing

@Suite struct MomentsTests {
  @Test func `eight rows at a time have the moments of the plain way`() throws {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + generator.nextIndex(below: 19)
      let points = try blobs(
        seed: seed, perGroup: 1 + generator.nextIndex(below: 60), dimensions: d)
      let fast = featureMoments(points)
      let plain = plainMoments(points, rows: 0..<points.count)
      #expect(fast.count == points.count)
      #expect(fast.isConstant == plain.isConstant, "seed \(seed)")
      #expect(zip(fast.means, plain.means).allSatisfy { isClose($0, $1) }, "seed \(seed)")
      #expect(zip(fast.squares, plain.squares).allSatisfy { isClose($0, $1) }, "seed \(seed)")
    }
  }

  @Test func `many parts give the same moments on any number of threads`() throws {
    let points = try blobs(seed: 3, perGroup: 7001, dimensions: 5)
    let one = featureMoments(points)
    let three = featureMoments(points, threads: 3)
    let plain = plainMoments(points, rows: 0..<points.count)
    #expect(one.means == three.means && one.squares == three.squares)
    #expect(zip(one.squares, plain.squares).allSatisfy { isClose($0, $1, tolerance: 1e-11) })
  }

  @Test func `far from the origin no digits are lost`() throws {
    // Deviations -2, -1, 0, 1, 2: the variance is 2.
    let points = try Points((0..<10_005).map { 1e8 + Double($0 % 5) }, dimensions: 1)
    let moments = featureMoments(points)
    #expect(moments.means == [1e8 + 2])
    #expect(isClose(moments.variances[0], 2, tolerance: 1e-14))
  }

  @Test func `rows unlike all the rest cost few digits, wherever they are`() throws {
    for (far, every) in [(100_000, 16), (-100_000, 256), (100_000, 4096)] {
      // Among them are those from which the deviations are counted.
      let values = (0..<40_000).map { $0 % every == 0 ? far : $0 % 5 }
      let (sum, squares) = (values.reduce(0, +), values.reduce(0) { $0 + $1 * $1 })
      let moments = featureMoments(try Points(values.map { Double($0) }, dimensions: 1))
      let exact = Double(40_000 * squares - sum * sum) / 40_000
      #expect(isClose(moments.means[0], Double(sum) / 40_000, tolerance: 1e-13), "\(every)")
      #expect(isClose(moments.squares[0], exact, tolerance: 1e-11), "\(every)")
    }
  }

  @Test func `a constant feature is told from one that varies in the last digit`() throws {
    let points = try Points(
      (0..<2000).flatMap { [0.1, $0 == 1234 ? 0.1.nextUp : 0.1] }, dimensions: 2)
    let moments = featureMoments(points)
    #expect(moments.isConstant == [true, false])
    #expect(moments.means[0] == 0.1 && moments.squares[0] == 0)
  }
}
