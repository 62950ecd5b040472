// The exponential function, the same on every platform.
//
// As with the logarithm, the C libraries disagree about the last bit, so it is written out, with
// operations that IEEE 754 fixes:
//
//     x = k · log 2 + r with k whole and |r| ≤ ½ log 2,   eˣ = 2ᵏ · eʳ,
//     eʳ = 1 + r + r²/2 + r³/6 + ...                      up to r¹³, the next is below 2⁻⁵⁷
//
// Eight lanes take the very same steps as one number, so they agree to the last bit.

/// eˣ within one unit in the last place: 0 below -745.14 and infinite above 709.79.
package func exponential(_ x: Double) -> Double {
  // Beyond these bounds the result stays 0 or infinite, and k stays small enough.
  let x = x < -746 ? -746 : (x > 710 ? 710 : x)
  let k = nearestWhole(x * reciprocalOfLog2)
  let r = (x - k * log2High) - k * log2Low
  // Half of the power at a time, because 2ᵏ alone may be out of range.
  let half = nearestWhole(k * 0.5)
  return exponentialNearZero(r) * powerOfTwo(half) * powerOfTwo(k - half)
}

/// eˣ of eight numbers, to the last bit as one by one.
package func exponential(_ x: SIMD8<Double>) -> SIMD8<Double> {
  let x = x.replacing(with: -746, where: x .< -746).replacing(with: 710, where: x .> 710)
  let k = nearestWhole(x * reciprocalOfLog2)
  let r = (x - k * log2High) - k * log2Low
  let half = nearestWhole(k * 0.5)
  return exponentialNearZero(r) * powerOfTwo(half) * powerOfTwo(k - half)
}

/// log 2 in two parts, the first so short that its product with k is exact.
private let log2High = 0x1.62e42fefp-1
private let log2Low = 0x1.473de6af278edp-34
private let reciprocalOfLog2 = 1.4426950408889634

/// Added to a small number, it leaves no room for a fraction: the sum is rounded to a whole
/// number, which stands in its last bits.
private let roundingShift = 0x1.8p52

// MARK: - One number

private func nearestWhole(_ x: Double) -> Double {
  (x + roundingShift) - roundingShift
}

/// 2ᵏ for a whole k from -1022 to 1023: k and the bias are moved to the place of the exponent.
private func powerOfTwo(_ k: Double) -> Double {
  Double(bitPattern: ((k + roundingShift).bitPattern &+ 1023) &<< 52)
}

private func exponentialNearZero(_ r: Double) -> Double {
  var sum = 1 / 6_227_020_800.0
  sum = sum * r + 1 / 479_001_600.0
  sum = sum * r + 1 / 39_916_800.0
  sum = sum * r + 1 / 3_628_800.0
  sum = sum * r + 1 / 362_880.0
  sum = sum * r + 1 / 40_320.0
  sum = sum * r + 1 / 5_040.0
  sum = sum * r + 1 / 720.0
  sum = sum * r + 1 / 120.0
  sum = sum * r + 1 / 24.0
  sum = sum * r + 1 / 6.0
  sum = sum * r + 0.5
  return 1 + (r + (r * r) * sum)
}

// MARK: - Eight numbers
// Inlined, because vectors of eight are handed over through memory.

@inline(__always)
private func nearestWhole(_ x: SIMD8<Double>) -> SIMD8<Double> {
  (x + roundingShift) - roundingShift
}

@inline(__always)
private func powerOfTwo(_ k: SIMD8<Double>) -> SIMD8<Double> {
  let bits = unsafeBitCast(k + roundingShift, to: SIMD8<UInt64>.self)
  return unsafeBitCast((bits &+ 1023) &<< 52, to: SIMD8<Double>.self)
}

@inline(__always)
private func exponentialNearZero(_ r: SIMD8<Double>) -> SIMD8<Double> {
  var sum = r * (1 / 6_227_020_800.0) + 1 / 479_001_600.0
  sum = sum * r + 1 / 39_916_800.0
  sum = sum * r + 1 / 3_628_800.0
  sum = sum * r + 1 / 362_880.0
  sum = sum * r + 1 / 40_320.0
  sum = sum * r + 1 / 5_040.0
  sum = sum * r + 1 / 720.0
  sum = sum * r + 1 / 120.0
  sum = sum * r + 1 / 24.0
  sum = sum * r + 1 / 6.0
  sum = sum * r + 0.5
  return 1 + (r + (r * r) * sum)
}
