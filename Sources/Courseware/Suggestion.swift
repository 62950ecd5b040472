// What to write instead of a name that does not exist.

import Wording

/// "did you mean `silhouette`?", or the list of what there is.
func suggestion(for name: String, among known: [String]) -> String {
  if let near = nearestName(to: name, among: known) { return "did you mean `\(near)`?" }
  guard known.count > mostNamed else {
    return known.isEmpty ? "there is none yet" : "there is " + namesInWords(known)
  }
  let some = known.prefix(mostNamed).map { "`\($0)`" }.joined(separator: ", ")
  return "there are \(known.count), such as \(some)"
}

/// More names than this are no help on one line.
private let mostNamed = 12

/// "`k`, `eps` and `linkage`".
func namesInWords(_ names: [String]) -> String {
  let quoted = names.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
