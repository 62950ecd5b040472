import Courseware
import Experiments
import Grading
import Testing

@Suite struct PartialOrderTests {
  @Test func `the score is 1 exactly for a valid order, on every partial order of up to 5 steps`() {
    for rules in everyPartialOrder(upTo: 5) {
      for order in permutations(of: rules.count) {
        let isValid = rules.pairs.allSatisfy { pair in
          order.firstIndex(of: pair.before) ?? 0 < order.firstIndex(of: pair.after) ?? 0
        }
        #expect((rules.score(of: order) == 1) == isValid, "\(rules.pairs), order \(order)")
      }
    }
  }

  @Test func `mending a violated neighbouring pair never lowers the score`() {
    for rules in everyPartialOrder(upTo: 4) {
      for order in permutations(of: rules.count) {
        for i in order.indices.dropLast()
        where rules.pairs.contains(.init(order[i + 1], order[i])) {
          var mended = order
          mended.swapAt(i, i + 1)
          #expect(rules.score(of: mended) >= rules.score(of: order), "\(rules.pairs), \(order)")
        }
      }
    }
  }

  @Test func `there are 402 partial orders with a rule on up to 5 steps`() {
    #expect(everyPartialOrder(upTo: 5).count { !$0.pairs.isEmpty } == 402)
  }

  @Test func `a random order has half of its pairs right, so guessing earns little`() {
    let chain = PartialOrder(count: 5, pairs: (0..<4).map { .init($0, $0 + 1) })
    let orders = permutations(of: 5)
    let violated = orders.reduce(0) { $0 + chain.violations(in: $1) }
    #expect(violated == orders.count * chain.pairs.count / 2)
    let mean = orders.reduce(0) { $0 + chain.score(of: $1) } / Double(orders.count)
    #expect(mean < 0.22)
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

private func permutations(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return permutations(of: count - 1).flatMap { shorter in
    (0...shorter.count).map { place in
      var order = shorter
      order.insert(count - 1, at: place)
      return order
    }
  }
}
