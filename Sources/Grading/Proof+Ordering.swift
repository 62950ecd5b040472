// An order is proved by running it: the right one keeps every rule and runs without trouble, and
// orders that break a rule earn less, down to nothing for the right one backwards.

import Courseware
import Experiments

extension StageProof {
  /// The right order earns everything and runs without trouble; what is dealt does not pass, and
  /// backwards earns nothing.
  func faults(_ ordering: Ordering) -> [Fault] {
    let solution = expect(
      .order(ordering.solution), "the right order",
      remedy: "write rules that some order keeps, without a circle", at: "constraints"
    ) { $0.isFull }
    let deal = expect(
      .order(instance.dealt(of: stage).map(\.step)), "the order that is dealt",
      remedy: "write rules that some order breaks", at: "constraints"
    ) { !$0.passed && $0.score < 1 }
    guard solution == nil, deal == nil else { return [solution, deal].compactMap { $0 } }
    let backwards = expect(
      .order(ordering.solution.reversed()), "the right order backwards",
      remedy: "write rules for more of the pairs", at: "constraints"
    ) { $0.isNothing }
    return ([backwards, trouble(in: ordering)] + swaps(of: ordering)).compactMap { $0 }
  }

  /// Two neighbours of the right order change places: the least that can be wrong with it.
  private func swaps(of ordering: Ordering) -> [Fault?] {
    let rules = ordering.rules
    return rules.validOrder.indices.dropLast().map { place in
      var order = rules.validOrder
      order.swapAt(place, place + 1)
      let isValid = rules.violations(in: order) == 0
      let words = order.map { ordering.steps[$0].step }
      return expect(
        .order(words), "the order \(words.map(\.rawValue).joined(separator: " "))",
        remedy: "let the weights differ less", at: "constraints"
      ) { isValid ? $0.isFull : !$0.passed && $0.score > 0 && $0.score < 1 }
    }
  }
}

// MARK: - The right order, as it runs

extension StageProof {
  /// An order that the rules call right and the run does not. The rule at fault is the one that
  /// has only to be turned round.
  private func trouble(in ordering: Ordering) -> Fault? {
    guard let trouble = trouble(on: ordering) else { return nil }
    let culprit = ordering.constraints.indices.first { index in
      let turned = ordering.turning(index)
      return turned.rules.circle == nil && self.trouble(on: turned) == nil
    }
    return Fault(
      "the right order runs into trouble: \(trouble)",
      "turn the rule round, or change what is run",
      at: culprit.map { "constraints/\($0)" } ?? "constraints")
  }

  private func trouble(on ordering: Ordering) -> String? {
    do {
      let reports = try runner.flow(instance.experiment(for: stage), ordering.solution)
      return reports.first { $0.state != .good }.map { "\($0.step.rawValue): \($0.sentence)" }
    } catch {
      return "\(error)"
    }
  }
}
