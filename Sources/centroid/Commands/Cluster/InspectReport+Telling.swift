// The report in words, and as JSON.

import Wording

extension InspectReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case n, d, sampled, hopkins, rows, elbow
    case distanceShares = "distance_shares"
    case neighbor = "k_distance_neighbor"
    case kDistances = "k_distances"
    case gapChoice = "gap_choice"
  }

  /// Every key is always there, as null where it means nothing.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(n, forKey: .n)
    try container.encode(d, forKey: .d)
    try container.encode(sampled, forKey: .sampled)
    try container.encode(hopkins, forKey: .hopkins)
    let shares = distanceShares.map { Dictionary($0.map { ($0.column, $0.share) }) { $1 } }
    try container.encode(shares, forKey: .distanceShares)
    try container.encode(neighbor, forKey: .neighbor)
    try container.encode(kDistances, forKey: .kDistances)
    try container.encode(rows, forKey: .rows)
    try container.encode(elbow, forKey: .elbow)
    try container.encode(gapChoice, forKey: .gapChoice)
  }
}

extension InspectReport {
  func tell() {
    Output.line("\(counted(n, "row")), \(counted(d, "feature"))")
    if let distanceShares, d > 1 {
      let shares = distanceShares.map { "\($0.column) \(percentage($0.share))" }
      Output.wrapped(
        distanceShares.allSatisfy { $0.share == 0 }
          ? "all rows are equal" : "share in the distances: \(shortened(shares))")
    }
    Output.line("Hopkins \(fixed(hopkins, 3)) (0.5: evenly spread, near 1: groups)")
    Output.wrapped(
      "distance to other point \(neighbor): \(quantiles([0.5, 0.9, 0.95, 0.99]))")
    Output.line()
    if sampled < n { Output.line("of \(counted(sampled, "row")), drawn:") }
    let head = ["k", "inertia", "silhouette", "gap", "±", "stability"]
    Output.table([head] + rows.map(cells))
    Output.line()
    Output.line("elbow: \(elbow.map { "\($0)" } ?? "none")")
    for line in gapAnswer { Output.line(line) }
  }

  /// The rule in a phrase, because it may answer 1 where the eye sees a higher gap.
  private var gapAnswer: [String] {
    guard gapChoice < rows.count else {
      return ["gap statistic: \(gapChoice), the most that was tried"]
    }
    let rule = "the least k whose gap is not below the next gap less its ±"
    let answer = "gap statistic: \(gapChoice), \(rule)"
    guard gapChoice == 1, let highest = rows.max(by: { $0.gap < $1.gap }), highest.k > 1 else {
      return [answer]
    }
    return [
      answer,
      "the gap is highest at \(highest.k): the rule stops early where it falls before it rises",
    ]
  }

  private func cells(of row: Row) -> [String] {
    [
      "\(row.k)", brief(row.inertia), row.silhouette.map { fixed($0, 3) } ?? "",
      fixed(row.gap, 3), fixed(row.gapError, 3), row.stability.map { fixed($0, 3) } ?? "",
    ]
  }

  private func quantiles(_ shares: [Double]) -> String {
    shares.map { share in
      let index = Int(share * Double(kDistances.count - 1))
      return "\(percentage(share)) ≤ \(brief(kDistances[index]))"
    }.joined(separator: ", ")
  }
}
