import Clustering
import Testing

@Suite struct MixtureBlocksTests {
  @Test(arguments: GaussianMixture.Covariance.allCases)
  func `points in blocks of eight give the sums of the plain way`(
    _ covariance: GaussianMixture.Covariance
  ) throws {
    for seed in 0..<24 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let d = 1 + Int(seed) % 5
      let perGroup = 1 + generator.nextIndex(below: 30)
      // Groups far apart and close together: with and without shares that are left out.
      let spread = [0.01, 1, 10][Int(seed) % 3]
      let points = try blobs(seed: seed, perGroup: perGroup, dimensions: d, spread: spread)
      let model = try GaussianMixture(k: 3, covariance: covariance, seed: seed).fit(points)
      let plain = model.statistics(of: points, plainly: true)
      let fast = model.statistics(of: points, plainly: false)
      #expect(isClose(plain.logLikelihood, fast.logLikelihood, tolerance: 1e-11), "seed \(seed)")
      let n = Double(points.count)
      expectClose(plain.counts, fast.counts, scale: n, "seed \(seed), counts")
      expectClose(plain.sums, fast.sums, scale: n * spread, "seed \(seed), sums")
      expectClose(
        plain.products, fast.products, scale: n * spread * spread, "seed \(seed), products")
    }
  }

  private func expectClose(_ a: [Double], _ b: [Double], scale: Double, _ what: String) {
    let worst = zip(a, b).map { ($0 - $1).magnitude }.max() ?? .infinity
    #expect(a.count == b.count && worst <= 1e-11 * scale, "\(what): off by \(worst)")
  }
}
