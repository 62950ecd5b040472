// "did you mean": a slip of one key is far likelier than a wish for something that does not exist.

/// The known name that a misspelt one most likely stands for; nil where none is near.
func nearestName(to name: String, among known: [String]) -> String? {
  let limit = max(1, name.count / 3)
  let ranked = known.map { (name: $0, distance: editDistance(name, $0)) }
  let best = ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  guard let best, best.distance <= limit else { return nil }
  return best.name
}

/// "did you mean `silhouette`?", or the list of what there is.
func suggestion(for name: String, among known: [String]) -> String {
  if let near = nearestName(to: name, among: known) { return "did you mean `\(near)`?" }
  return known.isEmpty ? "there is none yet" : "there is " + namesInWords(known)
}

/// "`k`, `eps` and `linkage`".
func namesInWords(_ names: [String]) -> String {
  let quoted = names.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into another.
/// Names are short: a long word is cut, so that a hostile one costs nothing.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.prefix(64))
  let right = Array(right.prefix(64))
  var rows = [Array(0...right.count)]
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
      var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
