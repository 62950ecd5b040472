// Randomness that can be repeated.
//
// xoshiro256++ (Blackman and Vigna 2021, https://doi.org/10.1145/3460772), its state filled
// by SplitMix64 as the authors advise. The same seed gives the same numbers on every platform
// and in every build, because only integers take part, and those floating-point operations that
// IEEE 754 fixes to the last bit (the logarithm is our own, `Logarithm.swift`). That is also why
// shuffling and picking are written here and not left to the standard library, which may change
// its way of drawing between versions.
//
//     var generator = SeededGenerator(seed: 7)
//     generator.nextUnit()           // in 0..<1
//     generator.nextIndex(below: 6)  // a die, from 0

/// A seeded source of numbers: the same seed, the same numbers, everywhere.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareGaussian: Double?

  /// Starts the numbers that belong to `seed`.
  public init(seed: UInt64) {
    self.init(seed: seed, stream: 0)
  }

  /// Starts one of many independent streams of the same seed, for example one a restart.
  public init(seed: UInt64, stream: UInt64) {
    // The first mixing sets streams of neighboring seeds apart, the odd factor those of one seed.
    var mixer = SplitMix(state: seed)
    var words = SplitMix(state: mixer.next() &+ stream &* 0xD134_2543_DE82_EF95)
    state = (words.next(), words.next(), words.next(), words.next())
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(state.0 &+ state.3, by: 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// Two generators are equal when all their further numbers are.
  public static func == (a: Self, b: Self) -> Bool {
    a.state == b.state && a.spareGaussian == b.spareGaussian
  }
}

// MARK: - Numbers

extension SeededGenerator {
  /// A number in 0..<1, a multiple of 2⁻⁵³.
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number of the normal distribution with mean 0 and standard deviation 1.
  ///
  /// The polar method: a point in the unit disc gives two numbers, one is kept for the next call
  /// (Marsaglia and Bray 1964, https://doi.org/10.1137/1006063).
  public mutating func nextGaussian() -> Double {
    if let spare = spareGaussian {
      spareGaussian = nil
      return spare
    }
    while true {
      let u = 2 * nextUnit() - 1
      let v = 2 * nextUnit() - 1
      let s = u * u + v * v
      guard s > 0, s < 1 else { continue }
      let factor = (-2 * naturalLog(s) / s).squareRoot()
      spareGaussian = v * factor
      return u * factor
    }
  }

  /// An index in 0..<bound, each equally likely; 0 when there is no choice.
  public mutating func nextIndex(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    // Lemire 2019, https://doi.org/10.1145/3230636: the high word of a product; the few low
    // words that would favor some indices are drawn again.
    let bound = UInt64(bound)
    let unfair = (0 &- bound) % bound
    while true {
      let (high, low) = next().multipliedFullWidth(by: bound)
      if low >= unfair { return Int(high) }
    }
  }
}

// MARK: - Picking

extension SeededGenerator {
  /// `count` different indices of 0..<bound in random order; all of them when there are fewer.
  /// O(bound).
  public mutating func nextIndices(_ count: Int, below bound: Int) -> [Int] {
    var indices = Array(0..<max(0, bound))
    let count = max(0, min(count, indices.count))
    for i in 0..<count {
      indices.swapAt(i, i + nextIndex(below: indices.count - i))
    }
    return Array(indices.prefix(count))
  }

  /// The elements in random order, every order equally likely (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    nextIndices(elements.count, below: elements.count).map { elements[$0] }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): turns any seed, even 0, into well mixed words.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
  (word << bits) | (word >> (64 - bits))
}
