// One seed, many decisions.
//
// A seed decides what is drawn, how the options are shuffled, how the steps are dealt and which
// tables are held back. Each decision has a stream of its own, named in words, so that knowing
// one tells nothing about another, and a new decision changes none of the old ones.

import Clustering

/// The numbers that belong to one decision of a seed.
func generator(seed: UInt64, for decision: String) -> SeededGenerator {
  SeededGenerator(seed: seed, stream: streamNumber(decision))
}

/// Another seed that follows from this one, short enough to be typed by hand.
func derivedSeed(_ seed: UInt64, for decision: String) -> UInt64 {
  var numbers = generator(seed: seed, for: decision)
  return numbers.next() % 1_000_000_000
}

/// Another seed that follows from this one, short enough to be read out in class: 1...9999. It is
/// none of those already `met`, unless they are all.
package func shortSeed(
  from seed: UInt64, for decision: String, notIn met: Set<UInt64>
) -> UInt64 {
  let last: UInt64 = 9999
  var numbers = generator(seed: seed, for: decision)
  var short: UInt64
  repeat { short = numbers.next() % last + 1 } while met.contains(short) && met.count < last
  return short
}

/// FNV-1a: the same number for the same words on every platform, unlike `Hasher`.
private func streamNumber(_ words: String) -> UInt64 {
  words.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
