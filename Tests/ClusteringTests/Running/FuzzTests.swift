// Small random inputs through every method: no trap, no NaN out, all invariants hold.
//
//     swift test -c release --filter Fuzz                              a few hundred
//     CENTROID_FUZZ=100000 swift test -c release --filter Fuzz         as many as you like
//     CENTROID_FUZZ=1 CENTROID_FUZZ_FROM=4711 swift test --filter Fuzz   one again

import Clustering
import Foundation
import Testing

@Suite struct FuzzTests {
  private static func number(_ name: String, otherwise: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) ?? otherwise
  }

  @Test(arguments: TestedMethod.all)
  func `random small inputs`(method: TestedMethod) throws {
    let first = Self.number("CENTROID_FUZZ_FROM", otherwise: 0)
    let count = Self.number("CENTROID_FUZZ", otherwise: 300)
    for seed in first..<first + count {
      var generator = SeededGenerator(seed: seed, stream: 7)
      let points = try unkindPoints(using: &generator)
      let setting = setting(for: points, using: &generator, seed: seed)
      try expectSound(method, points, setting, "seed \(seed)")
    }
  }

  private func setting(
    for points: Points, using generator: inout SeededGenerator, seed: UInt64
  ) -> Setting {
    let n = points.count
    var setting = Setting(k: 1 + generator.nextIndex(below: n), seed: seed)
    setting.minSamples = 1 + generator.nextIndex(below: 5)
    setting.threads = 1 + generator.nextIndex(below: 2)
    setting.distance = Distance.common[generator.nextIndex(below: Distance.common.count)]
    let (i, j) = (generator.nextIndex(below: n), generator.nextIndex(below: n))
    setting.radius = setting.distance.between(i, j, in: points)
    if !(setting.radius > 0) { setting.radius = 0.5 }
    return setting
  }
}
