import Clustering
import Courseware
import Experiments
import Grading
import Testing

@Suite struct PartialOrderTests {
  @Test func `the score is 1 exactly for a valid order, on every partial order of up to 5 steps`() {
    for rules in everyPartialOrder(upTo: 5) + weighted(seeds: 1...3) {
      for order in everyOrder(of: rules.count) {
        let score = rules.score(of: order)
        let isValid = rules.pairs.allSatisfy { pair in
          order.firstIndex(of: pair.before) ?? 0 < order.firstIndex(of: pair.after) ?? 0
        }
        guard (score == 1) == isValid, (0...1).contains(score) else {
          Issue.record("\(rules) scores \(score) for \(order)")
          return
        }
      }
    }
  }

  @Test func `mending a violated neighbouring pair never lowers the score`() {
    for rules in everyPartialOrder(upTo: 5) + weighted(seeds: 1...3) {
      for order in everyOrder(of: rules.count) {
        for i in order.indices.dropLast()
        where rules.pairs.contains(.init(order[i + 1], order[i])) {
          var mended = order
          mended.swapAt(i, i + 1)
          guard rules.score(of: mended) >= rules.score(of: order) else {
            Issue.record("\(rules): mending \(order) to \(mended) costs")
            return
          }
        }
      }
    }
  }

  @Test func `there are 402 partial orders with a rule on up to 5 steps`() {
    #expect(everyPartialOrder(upTo: 5).count { !$0.pairs.isEmpty } == 402)
  }

  @Test func `a random order has half of the weight right, on every partial order`() {
    for rules in everyPartialOrder(upTo: 5) where !rules.pairs.isEmpty {
      let orders = everyOrder(of: rules.count)
      let violated = orders.reduce(0) { $0 + rules.violations(in: $1) }
      #expect(2 * violated == orders.count * rules.pairs.count)
    }
    for rules in weighted(seeds: 1...3) where !rules.pairs.isEmpty {
      let orders = everyOrder(of: rules.count)
      let violated = orders.reduce(0) { $0 + rules.violatedWeight(in: $1) }
      let half = Double(orders.count) * rules.wholeWeight / 2
      #expect((violated - half).magnitude < 1e-9 * half)
    }
  }

  @Test func `guessing a row earns the less, the longer the row is`() {
    let means = (2...5).map { count in
      PartialOrder(count: count, pairs: (1..<count).map { .init($0 - 1, $0) }).meanScore
    }
    for (mean, exact) in zip(means, [1.0 / 2, 5.0 / 18, 7.0 / 36, 49.0 / 300]) {
      #expect((mean - exact).magnitude < 1e-12)
    }
  }

  @Test func `with 7 pairs or more a random order earns less than 0.22 on average`() {
    let many = everyPartialOrder(upTo: 5).filter { $0.pairs.count >= 7 }
    #expect(many.count == 44)
    for rules in many { #expect(rules.meanScore < 0.22, "\(rules.pairs)") }
  }

  @Test func `a pair that is given has its own weight`() {
    let rules = PartialOrder(
      count: 3, pairs: [.init(0, 1), .init(1, 2), .init(0, 2)], weights: [3, 4, 1])
    #expect(rules.weight(of: .init(0, 2)) == 1)
    #expect(rules.score(of: [1, 0, 2]) == (8.0 - 6) / 8)
    #expect(rules.score(of: [0, 2, 1]) == 0)
  }

  @Test func `a pair that follows is as strong as the weakest rule of its strongest chain`() {
    let chain = PartialOrder(count: 3, pairs: [.init(0, 1), .init(1, 2)], weights: [3, 2])
    #expect(chain.weight(of: .init(0, 2)) == 2)
    let twoWays = PartialOrder(
      count: 4, pairs: [.init(0, 1), .init(1, 3), .init(0, 2), .init(2, 3)],
      weights: [9, 1, 4, 5])
    #expect(twoWays.weight(of: .init(0, 3)) == 4)
    #expect(twoWays.weight(of: .init(1, 2)) == 0)
  }

  @Test func `weights that do not add up exactly leave 0 and 1 exact`() {
    let row = PartialOrder(
      count: 4, pairs: [.init(0, 1), .init(2, 3)], weights: [0.1, 0.1])
    #expect(row.score(of: [1, 0, 2, 3]) == 0)
    let uneven = PartialOrder(count: 4, pairs: [.init(0, 1), .init(2, 3)], weights: [1e-17, 1])
    #expect(uneven.score(of: [1, 0, 2, 3]) < 1)
  }

  @Test func `what follows from two rules is a rule`() {
    let rules = PartialOrder(count: 3, pairs: [.init(0, 1), .init(1, 2)])
    #expect(rules.pairs == [.init(0, 1), .init(0, 2), .init(1, 2)])
    #expect(rules.score(of: [0, 2, 1]) == 1.0 / 3)
    #expect(rules.score(of: [2, 1, 0]) == 0)
  }

  @Test func `the valid order keeps to the author's where the rules leave a choice`() {
    #expect(PartialOrder(count: 4, pairs: [.init(3, 0)]).validOrder == [1, 2, 3, 0])
    #expect(PartialOrder(count: 3, pairs: []).validOrder == [0, 1, 2])
  }

  @Test func `rules in a circle do not hang`() {
    let circle = PartialOrder(count: 2, pairs: [.init(0, 1), .init(1, 0)])
    #expect(circle.validOrder.sorted() == [0, 1])
    #expect(circle.score(of: [0, 1]) < 1)
  }
}

/// Sets of rules with weights from 0.1 to 10, drawn by seed.
private func weighted(seeds: ClosedRange<UInt64>) -> [PartialOrder] {
  seeds.flatMap { seed -> [PartialOrder] in
    var numbers = SeededGenerator(seed: seed)
    return everyPartialOrder(upTo: 5).map { rules in
      PartialOrder(
        count: rules.count, pairs: rules.pairs,
        weights: rules.pairs.map { _ in Double(1 + numbers.nextIndex(below: 100)) / 10 })
    }
  }
}

/// The closures of all sets of rules in which a lower number comes first, each once.
private func everyPartialOrder(upTo most: Int) -> [PartialOrder] {
  (1...most).flatMap { count in
    let candidates = (0..<count).flatMap { a in
      (a + 1..<max(a + 1, count)).map { PartialOrder.Pair(a, $0) }
    }
    var seen: Set<[PartialOrder.Pair]> = []
    return (0..<(1 << candidates.count)).compactMap { subset -> PartialOrder? in
      let pairs = candidates.indices.filter { subset >> $0 & 1 == 1 }.map { candidates[$0] }
      let rules = PartialOrder(count: count, pairs: pairs)
      return seen.insert(rules.pairs).inserted ? rules : nil
    }
  }
}
