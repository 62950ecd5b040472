// From labels, which may be any integers, to groups numbered from 0.

/// Which of k groups each point belongs to.
struct Grouping {
  /// The group of each point, from 0, in the order of the labels; nil for noise.
  let groups: [Int?]

  /// The number of points in each group.
  let counts: [Int]

  /// The points that belong to a group.
  var memberCount: Int { counts.reduce(0, +) }

  init(_ labels: [Int], noise: Int?) {
    let distinct = distinctLabels(labels).filter { $0 != noise }
    var counts = [Int](repeating: 0, count: distinct.count)
    groups = labels.map { label in
      guard label != noise else { return nil }
      let group = position(of: label, in: distinct)
      counts[group] += 1
      return group
    }
    self.counts = counts
  }
}

/// The labels that occur, ascending, each once.
private func distinctLabels(_ labels: [Int]) -> [Int] {
  guard let least = labels.min(), let largest = labels.max() else { return [] }
  // Labels mostly are small numbers: then ticking them off on a list spares sorting them.
  let (span, overflows) = largest.subtractingReportingOverflow(least)
  guard !overflows, span < 2 * labels.count + 256 else {
    return distinct(labels.sorted())
  }
  var occurs = [Bool](repeating: false, count: span + 1)
  for label in labels { occurs[label - least] = true }
  return occurs.indices.filter { occurs[$0] }.map { $0 + least }
}
