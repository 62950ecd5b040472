// The constraints of an exercise as a graph over its steps.

extension Ordering {
  /// The rules as a graph over the positions in `steps`.
  package var rules: PartialOrder {
    let known = constraints.compactMap { rule in pair(of: rule).map { (pair: $0, rule.weight) } }
    return PartialOrder(
      count: steps.count, pairs: known.map(\.pair), weights: known.map(\.1))
  }

  package func pair(of constraint: Constraint) -> PartialOrder.Pair? {
    guard let before = steps.firstIndex(where: { $0.step == constraint.before }),
      let after = steps.firstIndex(where: { $0.step == constraint.after })
    else { return nil }
    return PartialOrder.Pair(before, after)
  }

  /// The same steps with one rule the other way round.
  package func turning(_ index: Int) -> Ordering {
    var rules = constraints
    let rule = rules[index]
    rules[index] = Constraint(
      before: rule.after, after: rule.before, reason: rule.reason, weight: rule.weight)
    return Ordering(question: question, steps: steps, constraints: rules)
  }
}
