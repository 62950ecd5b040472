// The natural logarithm from exact operations.
//
// IEEE 754 fixes the result of + - * / and the square root to the last bit, but not of `log`,
// which every C library rounds in its own way. Where a seed has to give the same numbers on
// every platform, one last bit is too many; so here it is written out:
//
//     x = m · 2^e with m between √½ and √2,   log x = e · log 2 + log m,
//     log m = 2 (t + t³/3 + t⁵/5 + ...)       with t = (m - 1) / (m + 1), |t| < 0.1716

/// log x for a positive, finite x, to about one unit in the last place of the larger term.
func naturalLog(_ x: Double) -> Double {
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
