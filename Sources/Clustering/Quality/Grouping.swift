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

  /// The means of the groups, k × d.
  func means(of points: Points) -> [Double] {
    let d = points.dimensions
    var sums = [Double](repeating: 0, count: counts.count * d)
    for i in 0..<points.count {
      guard let group = groups[i] else { continue }
      for j in 0..<d { sums[group * d + j] += points[i, j] }
    }
    return sums.indices.map { sums[$0] / Double(counts[$0 / d]) }
  }
}

/// The labels that occur, ascending, each once.
private func distinctLabels(_ labels: [Int]) -> [Int] {
  guard let least = labels.min(), let largest = labels.max() else { return [] }
  // Labels mostly are small numbers: then ticking them off on a list spares sorting them.
  let (span, overflows) = largest.subtractingReportingOverflow(least)
  guard !overflows, span < 2 * labels.count + 256 else {
    return labels.sorted().reduce(into: []) { distinct, label in
      if label != distinct.last { distinct.append(label) }
    }
  }
  var occurs = [Bool](repeating: false, count: span + 1)
  for label in labels { occurs[label - least] = true }
  return occurs.indices.filter { occurs[$0] }.map { $0 + least }
}

/// Where a label that is there stands among distinct, ascending labels.
private func position(of label: Int, in distinct: [Int]) -> Int {
  // Labels without a gap stand where their number says.
  let likely = label &- distinct[0]
  if distinct.indices.contains(likely), distinct[likely] == label { return likely }
  var (low, high) = (0, distinct.count - 1)
  while low < high {
    let middle = (low + high) / 2
    if distinct[middle] < label { low = middle + 1 } else { high = middle }
  }
  return low
}
