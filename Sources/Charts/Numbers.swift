// Figures as people read them, and the same on every platform and in every locale: a point
// before the decimals, a space between thousands, never "-0.0".

/// A number with a fixed count of decimals: `formatted(0.625, decimals: 2) == "0.63"`.
/// Halves round away from zero.
package func formatted(_ x: Double, decimals: Int) -> String {
  guard x.isFinite else { return wordForNonFinite(x) }
  let decimals = min(max(0, decimals), 12)
  let scale = powerOfTen(decimals)
  let scaled = (x.magnitude * scale).rounded(.toNearestOrAwayFromZero)
  // Beyond 2⁵³ a number has no decimals that mean anything.
  guard scaled < 9_007_199_254_740_992 else { return scientific(x) }
  let digits = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = x < 0 && scaled > 0 ? "-" : ""
  let whole = sign + padded.dropLast(decimals)
  return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
}

/// A number in about three digits: `210`, `2.1`, `0.0312`, `40 000`, `1.2e9`.
package func shortFormatted(_ x: Double) -> String {
  guard x.isFinite else { return wordForNonFinite(x) }
  let size = x.magnitude
  if size == 0 { return "0" }
  if size < 0.0001 || size >= 1e9 { return scientific(x) }
  if size >= 99.95 { return grouped(formatted(x, decimals: 0)) }
  let decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 5
  return withoutTrailingZeros(formatted(x, decimals: decimals))
}

/// A share of one as a percentage: `percentFormatted(0.999) == "99.9 %"`.
package func percentFormatted(_ share: Double, decimals: Int = 1) -> String {
  guard share.isFinite else { return wordForNonFinite(share) }
  return formatted(share * 100, decimals: decimals) + " %"
}

/// A count with a space between thousands from 10 000 on.
package func formatted(_ count: Int) -> String {
  grouped(String(count))
}

// MARK: - Parts

private func wordForNonFinite(_ x: Double) -> String {
  x.isNaN ? "undefined" : x < 0 ? "-infinity" : "infinity"
}

/// Exact for the exponents that are asked for here.
private func powerOfTen(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// Two digits and an exponent: `-1.2e9`.
private func scientific(_ x: Double) -> String {
  var mantissa = x.magnitude
  var exponent = 0
  while mantissa >= 9.95 {
    mantissa /= 10
    exponent += 1
  }
  while mantissa < 0.995 {
    mantissa *= 10
    exponent -= 1
  }
  let digits = withoutTrailingZeros(formatted(mantissa, decimals: 1))
  return "\(x < 0 ? "-" : "")\(digits)e\(exponent)"
}

private func withoutTrailingZeros(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var text = Substring(text)
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return String(text)
}

/// `grouped("-40000") == "-40 000"`; four digits stay together.
private func grouped(_ digits: String) -> String {
  let sign = digits.hasPrefix("-") ? "-" : ""
  let digits = digits.dropFirst(sign.count)
  guard digits.count > 4 else { return sign + digits }
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(" ") }
    text.append(digit)
  }
  return sign + text
}
