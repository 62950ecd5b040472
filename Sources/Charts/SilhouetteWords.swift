// A silhouette plot in words: the mean, the worst group, and how many points lie below zero.

import Wording

extension SilhouetteChart {
  var sentences: [String] {
    guard let worst = groups.min(by: { $0.mean < $1.mean }) else {
      return ["There is no silhouette: no point is in a group."]
    }
    var sentences = ["The mean silhouette is \(fixed(mean, 2)), over \(points)."]
    if groups.count > 1 {
      sentences.append(
        "The worst of \(groups.count) groups is \(worst.name): \(fixed(worst.mean, 2)) "
          + "on average (\(counted(worst.values.count, "point"))).")
    }
    return sentences + [negativeSentence]
  }

  private var points: String {
    let count = counted(count, "point")
    return sampledFrom.map { "a sample of \(count) of \(grouped($0))" } ?? count
  }

  private var negativeSentence: String {
    let below = groups.filter { $0.negatives > 0 }
    let total = below.reduce(0) { $0 + $1.negatives }
    guard total > 0 else { return "No point is below 0." }
    let parts = listed(below.map { "\($0.name) \(grouped($0.negatives))" })
    let (verb, nearer) = total == 1 ? ("is", "it is") : ("are", "they are")
    return "\(counted(total, "point")) \(verb) below 0: \(nearer) nearer to another group than "
      + "to \(total == 1 ? "its" : "their") own (\(parts))."
  }

  var plainLines: [String] {
    guard !groups.isEmpty else { return sentences }
    return groups.map { group in
      "\(group.name): \(counted(group.values.count, "point")), mean \(fixed(group.mean, 2)), "
        + "from \(fixed(group.values.last ?? 0, 2)) to \(fixed(group.values.first ?? 0, 2)), "
        + "\(grouped(group.negatives)) below 0"
    }
  }
}

/// As many parts as a sentence can hold.
func listed(_ parts: [String]) -> String {
  let most = 12
  if parts.count <= most + 1 { return parts.joined(separator: ", ") }
  return parts.prefix(most).joined(separator: ", ") + " and \(grouped(parts.count - most)) more"
}
