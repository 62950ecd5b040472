import Clustering
import Foundation
import Testing

@Suite struct ExponentialTests {
  @Test func `it is within one unit in the last place of the library's`() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<1000 {
        let x = -740 + 1449 * generator.nextUnit()
        let error = (exponential(x) - exp(x)).magnitude
        #expect(error <= exp(x).ulp, "seed \(seed), x = \(x)")
      }
    }
  }

  @Test func `it is exact at 0, gradual towards 0, and never NaN`() {
    #expect(exponential(0) == 1)
    #expect(exponential(-0.0) == 1)
    #expect(exponential(-745) == .leastNonzeroMagnitude)
    #expect(exponential(-746) == 0)
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(-.greatestFiniteMagnitude) == 0)
    #expect(exponential(709.78).isFinite)
    #expect(exponential(709.79) == .infinity)
    #expect(exponential(.infinity) == .infinity)
  }

  @Test func `eight at once are the same to the last bit`() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      for width in [1e-9, 1.0, 30, 800] {
        var x = SIMD8<Double>()
        for lane in 0..<8 { x[lane] = width * (2 * generator.nextUnit() - 1) }
        let together = exponential(x)
        for lane in 0..<8 {
          #expect(together[lane] == exponential(x[lane]), "seed \(seed), x = \(x[lane])")
        }
      }
    }
    let edges = exponential(SIMD8(-.infinity, .infinity, -745, 709.79, 0, -0.0, 710, -1e300))
    #expect(edges == SIMD8(0, .infinity, .leastNonzeroMagnitude, .infinity, 1, 1, .infinity, 0))
  }
}

@Suite struct LogarithmTests {
  @Test func `it is the library's to its last digit`() {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<500 {
        let x = exponential(1400 * generator.nextUnit() - 700)
        #expect((naturalLog(x) - log(x)).magnitude <= 2 * log(x).ulp, "seed \(seed), x = \(x)")
      }
    }
  }

  @Test func `eight at once are the same to the last bit`() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var x = SIMD8<Double>()
      for lane in 0..<8 { x[lane] = exponential(1400 * generator.nextUnit() - 700) }
      let together = naturalLog(x)
      for lane in 0..<8 {
        #expect(together[lane] == naturalLog(x[lane]), "seed \(seed), x = \(x[lane])")
      }
    }
  }
}
