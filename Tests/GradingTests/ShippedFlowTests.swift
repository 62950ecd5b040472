// The orders that learners of the repository's course are asked for, with their weights.

import Courseware
import ScriptedLearner
import Testing

@Test func `guessing the order of a shipped flow earns less than 0.22 on average`() throws {
  let course = try #require(read(try RepositoryCourse.files()).course)
  let orderings = course.topics.flatMap(\.exercises).flatMap(\.stages).compactMap { stage in
    if case .order(let ordering) = stage.task { ordering } else { nil }
  }
  #expect(!orderings.isEmpty)
  for ordering in orderings {
    let rules = ordering.rules
    let orders = everyOrder(of: rules.count)
    let scores = orders.map(rules.score)
    #expect(orders.count == 120)
    #expect(scores.reduce(0, +) / Double(scores.count) < 0.22, "\(ordering.question)")
    #expect(scores.count { $0 == 1 } == orders.count { rules.violations(in: $0) == 0 })
  }
  // The weights are what makes this more than the arithmetic of unweighted orders.
  #expect(orderings.contains { $0.rules.isWeighted })
}
