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
    let parts = groups.map { group in
      let around = group.mean.map { " around \(text(of: $0))" } ?? ""
      return "\(group.name) \(counted(group.count, "point"))\(around)"
    }
    return "\(counted(groups.count, "group")), \(xName) across and \(yName) up: "
      + parts.joined(separator: ", ") + "."
  }

  /// Said only where it tells something new: centers that are not the means of their groups.
  private var centerSentences: [String] {
    guard let centers, !centers.isEmpty else { return [] }
    let means = groups.filter { !$0.isNoise }.map { $0.mean.map(text(of:)) ?? "" }
    guard means != centers.map(text(of:)) else { return [] }
    let parts = centers.enumerated().map { "\(groupName($0.offset)) \(text(of: $0.element))" }
    return ["\(centers.count == 1 ? "Center" : "Centers"): \(parts.joined(separator: ", "))."]
  }

  var plainLines: [String] {
    guard labels != nil, !points.isEmpty else { return sentences }
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
}
