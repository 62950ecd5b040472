// What each rule of an order earns, so that the lines add up to the score: a pair that stands right
// earns its share, one that stands wrong takes as much away, because half of all pairs stand right by
// chance. What goes below nothing is given back.

import Courseware

extension Ordering {
  func criteria(_ order: [Int], _ rules: PartialOrder) -> [Criterion] {
    var left = Set(rules.pairs)
    var criteria = constraints.map { rule in
      // Of two rules about one pair the first stands for it.
      let mine = [pair(of: rule)].compactMap(\.self).filter { left.remove($0) != nil }
      return criterion(
        "“\(text(rule.before))” before “\(text(rule.after))”", mine, order, rules,
        why: { _ in rule.reason })
    }
    if !left.isEmpty {
      let count = left.count
      criteria.append(
        criterion(
          "Pairs that follow from these rules", rules.pairs.filter(left.contains), order, rules
        ) { wrong in "\(wrong) of \(count) the wrong way round" })
    }
    let sum = criteria.reduce(0) { $0 + $1.earned }
    if sum < -1e-12 {
      criteria.append(
        Criterion(
          name: "No order earns less than nothing", earned: -sum, possible: 0,
          why: "it has fewer pairs right than wrong"))
    }
    return criteria
  }

  private func criterion(
    _ name: String, _ pairs: [PartialOrder.Pair], _ order: [Int], _ rules: PartialOrder,
    why: (Int) -> String
  ) -> Criterion {
    let shares = pairs.map { rules.weight(of: $0) / rules.wholeWeight }
    let isKept = pairs.map { rules.holds($0, in: order) }
    let earned = zip(shares, isKept).reduce(0) { $0 + ($1.1 ? $1.0 : -$1.0) }
    return Criterion(
      name: name, earned: earned, possible: shares.reduce(0, +), why: why(isKept.count { !$0 }))
  }
}

extension PartialOrder {
  fileprivate func holds(_ pair: Pair, in order: [Int]) -> Bool {
    guard let before = order.firstIndex(of: pair.before),
      let after = order.firstIndex(of: pair.after)
    else { return true }
    return before < after
  }
}
