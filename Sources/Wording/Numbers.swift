// Numbers as people read them, and the same on every platform and in every locale: a point
// before the decimals, a space between thousands, never "-0.0".

/// A number with a fixed count of decimals: `fixed(0.625, 2) == "0.63"`. Halves round away from
/// zero; what has more digits than a double can tell apart is written as `1.2e18`.
package func fixed(_ x: Double, _ decimals: Int) -> String {
  guard x.isFinite else { return wordForNonFinite(x) }
  let decimals = min(max(0, decimals), 12)
  let scaled = (x.magnitude * powerOfTen(decimals)).rounded(.toNearestOrAwayFromZero)
  // Beyond 2⁵³ a number has no decimals that mean anything.
  guard scaled < 9_007_199_254_740_992 else { return scientific(x) }
  let digits = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = x < 0 && scaled > 0 ? "-" : ""
  let whole = sign + padded.dropLast(decimals)
  return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
}

/// A number in about three digits: `210`, `2.1`, `0.0312`, `40 000`, `1.2e9`.
package func brief(_ x: Double) -> String {
  guard x.isFinite else { return wordForNonFinite(x) }
  let size = x.magnitude
  if size == 0 { return "0" }
  if size < 0.0001 || size >= 1e9 { return scientific(x) }
  if size >= 99.95 { return grouped(fixed(x, 0)) }
  let decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 5
  return withoutTrailingZeros(fixed(x, decimals))
}

/// A number in about so many digits, for figures that are compared: `significant(575.49405)` is
/// `575.49`, and `significant(0.000123456)` is `0.00012346`.
package func significant(_ x: Double, _ digits: Int = 5) -> String {
  guard x.isFinite else { return wordForNonFinite(x) }
  let size = x.magnitude
  if size == 0 { return "0" }
  if size < 0.0001 || size >= 1e9 { return scientific(x, decimals: digits - 1) }
  var decimals = digits - 1
  var bound = 10.0
  while decimals > 0, size >= bound {
    bound *= 10
    decimals -= 1
  }
  bound = 1
  while size < bound {
    bound /= 10
    decimals += 1
  }
  return grouped(withoutTrailingZeros(fixed(x, decimals)))
}

/// The shortest text that reads back as the same number: `3` and not `3.0`.
package func exact(_ x: Double) -> String {
  if let whole = Int(exactly: x), whole.magnitude < 1 << 53 { return "\(whole)" }
  return "\(x)"
}

// MARK: - Shares

/// A share of one as a percentage: `percentage(0.999, 1) == "99.9 %"`.
package func percentage(_ share: Double, _ decimals: Int = 0) -> String {
  guard share.isFinite else { return wordForNonFinite(share) }
  return fixed(share * 100, decimals) + " %"
}

/// A percentage with one decimal, in which what is not quite the whole never reads as the
/// whole: `shareOfWhole(0.9999) == "more than 99.9 %"`.
package func shareOfWhole(_ share: Double) -> String {
  let text = percentage(share, 1)
  return share < 1 && text == "100.0 %" ? "more than 99.9 %" : text
}

// MARK: - Counts

/// A count with a space between thousands: `40 000`; four digits stay together.
package func grouped(_ count: Int) -> String {
  grouped(String(count))
}

/// A written number with a space between the thousands before its point:
/// `grouped("-40000.5") == "-40 000.5"`. What is no plain number stays as it is.
package func grouped(_ number: String) -> String {
  let sign = number.hasPrefix("-") ? "-" : ""
  let digits = number.dropFirst(sign.count).prefix(while: \.isNumber)
  let rest = number.dropFirst(sign.count + digits.count)
  guard digits.count > 4 else { return number }
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(" ") }
    text.append(digit)
  }
  return sign + text + rest
}

/// `3 points`, `1 point`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

// MARK: - Parts

private func wordForNonFinite(_ x: Double) -> String {
  x.isNaN ? "undefined" : x < 0 ? "-infinity" : "infinity"
}

/// Exact for the exponents that are asked for here.
private func powerOfTen(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// A few digits and an exponent: `-1.2e9`.
private func scientific(_ x: Double, decimals: Int = 1) -> String {
  // What rounds up to ten is one with the next exponent.
  let rounding = 0.5 / powerOfTen(decimals)
  var mantissa = x.magnitude
  var exponent = 0
  while mantissa >= 10 - rounding {
    mantissa /= 10
    exponent += 1
  }
  while mantissa < 1 - rounding / 10 {
    mantissa *= 10
    exponent -= 1
  }
  let digits = withoutTrailingZeros(fixed(mantissa, decimals))
  return "\(x < 0 ? "-" : "")\(digits)e\(exponent)"
}

private func withoutTrailingZeros(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var text = Substring(text)
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return String(text)
}
