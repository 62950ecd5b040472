// "A before B, B before C" also says "A before C": the rules of an order are a directed graph
// without cycles, and what an answer can break are the pairs of its transitive closure.
//
// Each pair has a weight. With W the weight of all pairs and V that of the violated ones,
// raw = 1 − V/W and score = max(0, 2·raw − 1). An order and its reverse violate W together, so a
// random order has raw ½ on every graph, and guessing earns little. The score is 1 exactly for a
// valid order, and mending one pair never lowers it.
//
// A pair that is given has the weight that is given with it. A pair that only follows is as strong
// as the chain that it follows from, and a chain is as strong as its weakest rule; of several
// chains the strongest counts. So no pair weighs more than what an author gave to a rule.

/// What must come before what, among the steps 0..<count.
package struct PartialOrder: Sendable, Equatable {
  package let count: Int
  /// Every pair that is ordered, directly or through others, sorted.
  package let pairs: [Pair]
  /// The weights of the pairs.
  private let weights: [Double]

  package struct Pair: Sendable, Hashable {
    package let before: Int
    package let after: Int

    package init(_ before: Int, _ after: Int) {
      self.before = before
      self.after = after
    }
  }

  /// The closure of the given rules; those outside 0..<count are left out, and of two rules about
  /// one pair the heavier counts.
  ///
  /// - Parameter weights: one for each pair, above 0; all 1 where there are none.
  package init(count: Int, pairs: [Pair], weights: [Double] = []) {
    var given = Weights(count: count)
    for (index, pair) in pairs.enumerated() {
      given.raise(pair, to: weights.indices.contains(index) ? weights[index] : 1)
    }
    let strongest = given.throughChains
    let all = (0..<count).flatMap { a in (0..<count).map { Pair(a, $0) } }
    let ordered = all.filter { strongest[$0] > 0 }
    self.count = count
    self.pairs = ordered
    self.weights = ordered.map { given[$0] > 0 ? given[$0] : strongest[$0] }
  }

  /// The weight of a pair; 0 where either may come first.
  package func weight(of pair: Pair) -> Double {
    pairs.firstIndex(of: pair).map { weights[$0] } ?? 0
  }

  /// Steps that must come before themselves, the first one once more at the end; nil where all
  /// rules can be kept.
  package var circle: [Int]? {
    guard let start = (0..<count).first(where: { pairs.contains(Pair($0, $0)) }) else { return nil }
    let members = (0..<count).filter {
      pairs.contains(Pair(start, $0)) && pairs.contains(Pair($0, start))
    }
    return members + [start]
  }
}

/// A table of weights; 0 stands for no rule.
private struct Weights {
  private let count: Int
  private var rows: [[Double]]

  init(count: Int) {
    self.count = count
    rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
  }

  subscript(pair: PartialOrder.Pair) -> Double { rows[pair.before][pair.after] }

  mutating func raise(_ pair: PartialOrder.Pair, to weight: Double) {
    let steps = 0..<count
    guard steps.contains(pair.before), steps.contains(pair.after) else { return }
    rows[pair.before][pair.after] = max(self[pair], weight)
  }

  /// Of all chains from one step to another the strongest, where a chain is as strong as its weakest
  /// link: Warshall's closure, with min for "and" and max for "or".
  var throughChains: Weights {
    var strongest = self
    for middle in 0..<count {
      for a in 0..<count {
        for b in 0..<count {
          let chain = min(strongest.rows[a][middle], strongest.rows[middle][b])
          strongest.raise(PartialOrder.Pair(a, b), to: chain)
        }
      }
    }
    return strongest
  }
}

// MARK: - Judging an order

extension PartialOrder {
  /// How many pairs stand the wrong way round in an order that has every step once.
  package func violations(in order: [Int]) -> Int {
    violated(in: order).count
  }

  /// What they weigh together.
  package func violatedWeight(in order: [Int]) -> Double {
    violated(in: order).reduce(0) { $0 + weights[$1] }
  }

  /// What all pairs weigh together.
  package var wholeWeight: Double { weights.reduce(0, +) }

  /// Whether some pairs weigh more than others.
  package var isWeighted: Bool { weights.contains { $0 != weights.first } }

  /// 1 exactly when no pair is violated; 0 for an order no better than a random one.
  package func score(of order: [Int]) -> Double {
    let violated = violatedWeight(in: order)
    guard violated > 0 else { return 1 }
    // Weights such as 0.1 do not add up exactly, and half of them is still no better than chance.
    let lead = (wholeWeight - 2 * violated) / wholeWeight
    return lead > 1e-12 ? min(lead, 1.0.nextDown) : 0
  }

  /// What an order drawn at random earns on average: the mean over all orders.
  ///
  /// - Complexity: O(count! · pairs); a pipeline has five steps, and so 120 orders.
  package var meanScore: Double {
    let orders = everyOrder(of: count)
    return orders.reduce(0) { $0 + score(of: $1) } / Double(orders.count)
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

  /// Positions in `pairs`.
  private func violated(in order: [Int]) -> [Int] {
    var place = [Int](repeating: 0, count: count)
    for (position, step) in order.enumerated() where place.indices.contains(step) {
      place[step] = position
    }
    return pairs.indices.filter { place[pairs[$0].before] > place[pairs[$0].after] }
  }
}

/// Every order of the numbers 0..<count, once.
package func everyOrder(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return everyOrder(of: count - 1).flatMap { shorter in
    (0...shorter.count).map { place in
      var order = shorter
      order.insert(count - 1, at: place)
      return order
    }
  }
}
