// A scatter plot in words, computed from its points.

import Wording

extension ScatterChart {
  var sentences: [String] {
    guard !points.isEmpty else { return ["There are no points."] + centerSentences }
    var sentences = [labels == nil ? extentSentence : groupSentence]
    if let noise = groups.first(where: \.isNoise) {
      let verb = noise.count == 1 ? "is" : "are"
      sentences.append("\(counted(noise.count, "point")) \(verb) noise, marked x.")
    }
    if let work, !work.undecided.isEmpty {
      sentences.append("\(counted(work.undecided.count, "point")) not decided yet.")
    }
    sentences += centerSentences
    let missing = points.count { !$0.isFinite }
    if missing > 0 {
      let verb = missing == 1 ? "has" : "have"
      sentences.append("\(counted(missing, "point")) \(verb) no finite place and cannot be drawn.")
    }
    return sentences
  }

  private var xName: String { xAxis.title.isEmpty ? "x" : xAxis.spoken }
  private var yName: String { yAxis.title.isEmpty ? "y" : yAxis.spoken }

  private var extentSentence: String {
    "\(counted(points.count, "point")): \(xName) \(extent(of: points.map(\.x))), "
      + "\(yName) \(extent(of: points.map(\.y)))."
  }

  private var groupSentence: String {
    let groups = groups.filter { !$0.isNoise }
    guard !groups.isEmpty else { return "No groups: " + extentSentence }
    // While a method is at work the picture changes too often to say where the groups are.
    guard work == nil else {
      let counts = groups.map { "\($0.name) \(grouped($0.count))" }.joined(separator: ", ")
      return "\(counted(groups.count, "group")): \(counts)."
    }
    let parts = groups.map { group in
      let around = group.mean.map { " around \(text(of: $0))" } ?? ""
      return "\(group.name) \(counted(group.count, "point"))\(around)"
    }
    return "\(counted(groups.count, "group")), \(xName) across and \(yName) up: "
      + parts.joined(separator: ", ") + "."
  }

  /// Said only where it tells something new: centers that are not the means of their groups.
  private var centerSentences: [String] {
    guard work == nil, let centers, !centers.isEmpty else { return [] }
    let means = groups.filter { !$0.isNoise }.map { $0.mean.map(text(of:)) ?? "" }
    guard means != centers.map(text(of:)) else { return [] }
    let parts = centers.enumerated().map { "\(groupName($0.offset)) \(text(of: $0.element))" }
    return ["\(centers.count == 1 ? "Center" : "Centers"): \(parts.joined(separator: ", "))."]
  }

  var plainLines: [String] {
    guard !points.isEmpty else { return sentences }
    guard labels != nil else { return sentences + densityLines }
    var lines = groups.map { group in
      "\(group.name): \(counted(group.count, "point")), "
        + "\(xName) \(extent(of: group.points.map(\.x))), "
        + "\(yName) \(extent(of: group.points.map(\.y)))"
    }
    for (index, center) in (centers ?? []).enumerated() {
      lines.append("center \(groupName(index)): \(text(of: center))")
    }
    return lines
  }

  /// How many points lie where: what the eye takes from a picture without groups.
  private var densityLines: [String] {
    let (columns, rows) = (8, 6)
    let shown = points.filter(\.isFinite)
    guard let left = shown.map(\.x).min(), let right = shown.map(\.x).max(),
      let low = shown.map(\.y).min(), let high = shown.map(\.y).max(), left < right, low < high
    else { return [] }
    var counts = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for point in shown {
      let column = Self.cell(of: point.x, from: left, to: right, count: columns)
      let row = rows - 1 - Self.cell(of: point.y, from: low, to: high, count: rows)
      counts[row][column] += 1
    }
    let width = counts.joined().map { String($0).count }.max() ?? 1
    let lines = counts.map { row in
      row.map { count in
        String(repeating: " ", count: width - String(count).count) + String(count)
      }.joined(separator: " ")
    }
    return [
      "Points in \(columns) columns of \(xName), left to right, and \(rows) rows of \(yName), "
        + "highest first:"
    ] + lines
  }

  /// Which of `count` equal parts of a range a value lies in. Halved first: the distance between
  /// two finite numbers need not be finite.
  private static func cell(of value: Double, from low: Double, to high: Double, count: Int) -> Int {
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    guard share.isFinite else { return 0 }
    return min(count - 1, max(0, Int(share * Double(count))))
  }
}
