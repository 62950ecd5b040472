// "did you mean": a slip of one key is far likelier than a wish for something that does not exist.

/// The known name that a misspelt one most likely stands for, the first of several that are as
/// near; nil where none is near. Capital letters do not count.
package func nearestName(to name: String, among known: [String]) -> String? {
  let misspelt = letters(of: name)
  let limit = max(1, misspelt.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(misspelt, letters(of: candidate))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Names are short: a long word is cut, so that a hostile one costs nothing.
private let longestName = 64

private func letters(of name: String) -> [Character] {
  Array(name.prefix(longestName).lowercased())
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into another.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
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
