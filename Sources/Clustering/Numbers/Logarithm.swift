// The natural logarithm, the same on every platform.
//
// IEEE 754 fixes the result of + - * / and the square root to the last bit, but not of `log`,
// which every C library rounds in its own way. Where a seed has to give the same numbers on
// every platform, one last bit is too many; so here it is written out:
//
//     x = m · 2^e with m between √½ and √2,   log x = e · log 2 + log m,
//     log m = 2 (t + t³/3 + t⁵/5 + ...)       with t = (m - 1) / (m + 1), |t| < 0.1716

/// log x for a positive, finite x, to about one unit in the last place of the larger term.
package func naturalLog(_ x: Double) -> Double {
  var mantissa = x.significand
  var exponent = Double(x.exponent)
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let t = (mantissa - 1) / (mantissa + 1)
  // From the smallest term up; t²³ / 23 is below 2⁻⁶³, so the next would change nothing.
  var series = 0.0
  for odd in stride(from: 23.0, through: 1, by: -2) {
    series = series * (t * t) + 1 / odd
  }
  return exponent * 0.6931471805599453 + 2 * t * series
}

/// log x of eight positive, finite numbers of normal size (from 2.3e-308 up), to the last bit
/// as one by one.
package func naturalLog(_ x: SIMD8<Double>) -> SIMD8<Double> {
  let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
  // The exponent becomes a number by taking the last bits of 2⁵²; its bias is 1023.
  let biased = unsafeBitCast(
    (bits &>> 52) | 0x4330_0000_0000_0000, to: SIMD8<Double>.self)
  var exponent = biased - (0x1p52 + 1023)
  var mantissa = unsafeBitCast(
    (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000, to: SIMD8<Double>.self)
  let large = mantissa .> 1.4142135623730951
  mantissa.replace(with: mantissa * 0.5, where: large)
  exponent.replace(with: exponent + 1, where: large)
  let t = (mantissa - 1) / (mantissa + 1)
  let square = t * t
  var series = square * (1 / 23.0) + 1 / 21.0
  series = series * square + 1 / 19.0
  series = series * square + 1 / 17.0
  series = series * square + 1 / 15.0
  series = series * square + 1 / 13.0
  series = series * square + 1 / 11.0
  series = series * square + 1 / 9.0
  series = series * square + 1 / 7.0
  series = series * square + 1 / 5.0
  series = series * square + 1 / 3.0
  series = series * square + 1
  return exponent * 0.6931471805599453 + 2 * t * series
}
