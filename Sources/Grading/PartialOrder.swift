// "A before B, B before C" also says "A before C": the rules of an order are a directed graph
// without cycles, and what an answer can break are the pairs of its transitive closure.
//
// With n pairs and v of them the wrong way round, raw = 1 − v/n and score = max(0, 2·raw − 1).
// A random order has raw ½ on every graph, since each pair is as likely to stand one way as the
// other, so guessing earns little. The score is 1 exactly for a valid order, and mending one
// pair never lowers it.

import Clustering
package import Courseware
package import Experiments

/// What must come before what, among the steps 0..<count.
package struct PartialOrder: Sendable, Equatable {
  package let count: Int
  /// Every pair that is ordered, directly or through others, sorted.
  package let pairs: [Pair]

  package struct Pair: Sendable, Hashable {
    package let before: Int
    package let after: Int

    package init(_ before: Int, _ after: Int) {
      self.before = before
      self.after = after
    }
  }

  /// The closure of the given pairs; pairs outside 0..<count are left out.
  package init(count: Int, pairs: [Pair]) {
    var precedes = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    let steps = 0..<count
    for pair in pairs where steps.contains(pair.before) && steps.contains(pair.after) {
      precedes[pair.before][pair.after] = true
    }
    for middle in steps {
      for a in steps where precedes[a][middle] {
        for b in steps where precedes[middle][b] { precedes[a][b] = true }
      }
    }
    self.count = count
    self.pairs = steps.flatMap { a in
      steps.compactMap { b in precedes[a][b] ? Pair(a, b) : nil }
    }
  }
}

// MARK: - Judging an order

extension PartialOrder {
  /// How many pairs stand the wrong way round in an order that has every step once.
  package func violations(in order: [Int]) -> Int {
    let place = places(in: order)
    return pairs.count { place[$0.before] > place[$0.after] }
  }

  /// 1 exactly when no pair is violated; 0 for an order no better than a random one.
  package func score(of order: [Int]) -> Double {
    guard !pairs.isEmpty else { return 1 }
    // Counted in whole pairs, so that 1 and 0 are exact.
    return Double(max(0, pairs.count - 2 * violations(in: order))) / Double(pairs.count)
  }

  /// A valid order that keeps to the given one where the rules leave a choice.
  package var validOrder: [Int] {
    var order: [Int] = []
    var left = Array(0..<count)
    while !left.isEmpty {
      let free = left.firstIndex { step in
        !pairs.contains { $0.after == step && left.contains($0.before) }
      }
      // A cycle leaves no free step; the reader refuses such content, and nothing hangs here.
      order.append(left.remove(at: free ?? 0))
    }
    return order
  }

  private func places(in order: [Int]) -> [Int] {
    var place = [Int](repeating: 0, count: count)
    for (position, step) in order.enumerated() where place.indices.contains(step) {
      place[step] = position
    }
    return place
  }
}

// MARK: - The order of an exercise

extension Ordering {
  /// The rules as a graph over the positions in `steps`.
  package var rules: PartialOrder {
    PartialOrder(count: steps.count, pairs: constraints.compactMap(pair(of:)))
  }

  func pair(of constraint: Constraint) -> PartialOrder.Pair? {
    guard let before = steps.firstIndex(where: { $0.step == constraint.before }),
      let after = steps.firstIndex(where: { $0.step == constraint.after })
    else { return nil }
    return PartialOrder.Pair(before, after)
  }

  /// The right order; where several are valid, the one nearest to the author's.
  package var solution: [FlowStep] {
    rules.validOrder.map { steps[$0].step }
  }

  /// The steps in an order that is never valid, where the rules allow an invalid one.
  func dealt(seed: UInt64, name: String) -> [Step] {
    let rules = rules
    var numbers = generator(seed: seed, for: "deal \(name)")
    for _ in 0..<64 {
      let order = numbers.nextIndices(steps.count, below: steps.count)
      if rules.violations(in: order) > 0 { return order.map { steps[$0] } }
    }
    // Rare luck: backwards is wrong wherever anything can be.
    return rules.validOrder.reversed().map { steps[$0] }
  }
}
