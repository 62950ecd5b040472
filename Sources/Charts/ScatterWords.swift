// A scatter plot in words, computed from its points.

import Wording

extension ScatterChart {
  var sentences: [String] {
    let groups = groups
    guard !points.isEmpty else { return ["There are no points."] + centerSentences(groups) }
    let open = undecidedWords
    let found = groups.contains { !$0.isNoise }
    var sentences = [labels == nil ? extentSentence : groupSentence(groups)]
    // A face with little room shows the first sentence only.
    if found, let open { sentences[0] = "\(sentences[0].dropLast()); \(open)." }
    if let noise = groups.first(where: \.isNoise) {
      let verb = noise.count == 1 ? "is" : "are"
      sentences.append("\(counted(noise.count, "point")) \(verb) noise, marked x.")
    }
    if !found, let open { sentences.append("\(open).") }
    return sentences + centerSentences(groups) + linkSentences + missingSentences
  }

  private var undecidedWords: String? {
    guard let work, !work.undecided.isEmpty else { return nil }
    let marked = work.marksUndecided ? ", marked ·" : ""
    return "\(counted(work.undecided.count, "point")) \(work.undecidedWords)\(marked)"
  }

  private var xName: String { xAxis.title.isEmpty ? "x" : xAxis.spoken }
  private var yName: String { yAxis.title.isEmpty ? "y" : yAxis.spoken }

  private var pointExtents: Extents {
    var extents = Extents()
    extents.include(points)
    return extents
  }

  private var extentSentence: String {
    let extents = pointExtents
    return "\(counted(points.count, "point")): \(xName) \(extents.x.words), "
      + "\(yName) \(extents.y.words)."
  }

  private func groupSentence(_ groups: [Group]) -> String {
    let groups = groups.filter { !$0.isNoise }
    guard !groups.isEmpty else { return "No groups: " + extentSentence }
    // While a method is at work the picture changes too often to say where the groups are.
    guard work == nil else {
      if groups.count > 8 {
        let sizes = groups.map(\.count)
        let (least, most) = (grouped(sizes.min() ?? 0), grouped(sizes.max() ?? 0))
        let range = least == most ? "each of \(least)" : "of \(least) to \(most)"
        return "\(counted(groups.count, "group")) \(range) points."
      }
      let counts = listed(groups.map { "\($0.name) \(grouped($0.count))" })
      return "\(counted(groups.count, "group")): \(counts)."
    }
    let parts = groups.map { group in
      let around = group.mean.map { " around \(text(of: $0))" } ?? ""
      return "\(group.name) \(counted(group.count, "point"))\(around)"
    }
    return "\(counted(groups.count, "group")), \(xName) across and \(yName) up: "
      + "\(listed(parts))."
  }

  /// Said only where it tells something new: centers that are not the means of their groups.
  private func centerSentences(_ groups: [Group]) -> [String] {
    guard work == nil, let centers, !centers.isEmpty else { return [] }
    let means = groups.filter { !$0.isNoise }.map { $0.mean.map(text(of:)) ?? "" }
    guard means != centers.map(text(of:)) else { return [] }
    let parts = centers.enumerated().map { "\(groupName($0.offset)) \(text(of: $0.element))" }
    return ["\(centers.count == 1 ? "Center" : "Centers"): \(listed(parts))."]
  }

  private var missingSentences: [String] {
    let missing = points.count { !$0.hasPlace }
    guard missing > 0 else { return [] }
    let they = missing == 1 ? "it is" : "they are"
    return ["\(counted(missing, "point")) cannot be drawn: \(they) not finite, or beyond 1e300."]
  }
}

// MARK: - Lines

extension ScatterChart {
  /// More lines are no list that anybody reads.
  private static let mostGroups = 24

  var plainLines: [String] {
    guard !points.isEmpty else { return sentences }
    guard labels != nil else { return sentences + densityLines }
    let groups = groups
    let found = groups.filter { !$0.isNoise }
    let shown = found.count <= Self.mostGroups + 1 ? found : Array(found.prefix(Self.mostGroups))
    var lines = shown.map(line(of:))
    if shown.count < found.count { lines.append("and \(grouped(found.count - shown.count)) more") }
    lines += groups.filter(\.isNoise).map(line(of:))
    for (index, center) in (centers ?? []).prefix(Self.mostGroups).enumerated() {
      lines.append("center \(groupName(index)): \(text(of: center))")
    }
    return lines
  }

  private func line(of group: Group) -> String {
    "\(group.name): \(counted(group.count, "point")), \(xName) \(group.extents.x.words), "
      + "\(yName) \(group.extents.y.words)"
  }

  /// How many points lie where: what the eye takes from a picture without groups.
  private var densityLines: [String] {
    let (columns, rows) = (8, 6)
    let extents = pointExtents
    guard extents.x.low < extents.x.high, extents.y.low < extents.y.high else { return [] }
    var counts = Array(repeating: 0, count: columns * rows)
    for point in points where point.hasPlace {
      let column = extents.x.part(of: point.x, outOf: columns)
      let row = rows - 1 - extents.y.part(of: point.y, outOf: rows)
      counts[row * columns + column] += 1
    }
    let width = counts.map { String($0).count }.max() ?? 1
    let lines = (0..<rows).map { row in
      counts[(row * columns)..<((row + 1) * columns)].map { count in
        String(repeating: " ", count: width - String(count).count) + String(count)
      }.joined(separator: " ")
    }
    return [
      "Points in \(columns) columns of \(xName), left to right, and \(rows) rows of \(yName), "
        + "highest first:"
    ] + lines
  }
}

extension Extent {
  /// Which of `count` equal parts a value lies in.
  fileprivate func part(of value: Double, outOf count: Int) -> Int {
    let share = (value - low) / (high - low)
    return share.isFinite ? min(count - 1, max(0, Int(share * Double(count)))) : 0
  }
}
