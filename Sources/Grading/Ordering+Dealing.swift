// The steps as they are dealt, and the order that is right.

import Clustering
package import Courseware
package import Experiments

extension Ordering {
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
