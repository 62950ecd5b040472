// Numbers and words as they stand in an SVG file. Whatever comes in, the file stays well-formed:
// marks of XML are escaped, control characters replaced, and only finite numbers are written.

import Screen

/// A coordinate with at most one decimal.
func decimal(_ x: Double) -> String {
  guard x.isFinite else { return "0" }
  let tenths = Int((min(max(x, -1e6), 1e6) * 10).rounded())
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return "\(tenths < 0 ? "-" : "")\(whole)" + (rest == 0 ? "" : ".\(rest)")
}

/// A text as the content of an element or the value of an attribute. It is escaped by scalars:
/// a `<` with an accent on it opens an element all the same.
func escaped(_ text: String) -> String {
  var escaped = ""
  for scalar in TextWidth.sanitised(text).unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
