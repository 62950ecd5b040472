// The learner's order is not only compared, it is run: beside each step stands what it did on the
// table, and beside that what the right order does on the same table.

import Courseware
import Experiments
import Wording

extension Ordering {
  /// In alphabetical order: the author's is the right one.
  var names: [String] { steps.map(\.step.rawValue).sorted() }

  /// The order as positions in `steps`; every step exactly once.
  func checked(_ order: [FlowStep]) throws(AnswerError) -> [Int] {
    var positions: [Int] = []
    for step in order {
      guard let position = steps.firstIndex(where: { $0.step == step }) else {
        throw .unknownStep(step.rawValue, accepted: names)
      }
      guard !positions.contains(position) else { throw .stepTwice(step) }
      positions.append(position)
    }
    let missing = steps.indices.filter { !positions.contains($0) }
    guard missing.isEmpty else {
      throw .stepsMissing(
        missing.map { steps[$0].step }.sorted { $0.rawValue < $1.rawValue })
    }
    return positions
  }
}

extension Instance {
  func grade(
    _ ordering: Ordering, of stage: Stage, _ order: [Int], runner: Runner
  ) throws(AnswerError) -> Verdict {
    do {
      let experiment = try experiment(for: stage)
      let runs = FlowComparison(
        learner: try runner.flow(experiment, order.map { ordering.steps[$0].step }),
        right: try runner.flow(experiment, ordering.solution))
      return ordering.verdict(on: order, runs, settings: experiment.settings)
    } catch {
      throw .notRun(error)
    }
  }
}

extension Runner {
  func flow(
    _ experiment: Experiment, _ order: [FlowStep]
  ) throws(GradingError) -> [StepReport] {
    do {
      return try run(flow: experiment, order: order).reports
    } catch {
      throw .cannotRun(experiment.settings, error)
    }
  }
}

// MARK: - The verdict

extension Ordering {
  /// - Parameter settings: those of both runs.
  func verdict(
    on order: [Int], _ runs: FlowComparison, settings: [Setting] = []
  ) -> Verdict {
    let rules = rules
    let violated = rules.violations(in: order)
    return Verdict(
      score: rules.score(of: order), passed: violated == 0,
      headline: headline(order, rules),
      criteria: criteria(order, rules), evidence: runs.evidence(settings),
      consequence: violated == 0 ? nil : runs.firstTrouble,
      solution: rules.validOrder.map { steps[$0].text }.joined(separator: " → ") + ".",
      runs: runs, misconceptions: misconceptions(in: order))
  }

  /// Those of all broken rules, each once.
  private func misconceptions(in order: [Int]) -> [String] {
    constraints.filter { !holds($0, in: order) }.compactMap(\.misconception)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Names the first rule that is broken, in the author's order, and why it is one.
  private func headline(_ order: [Int], _ rules: PartialOrder) -> String {
    let violated = rules.violations(in: order)
    guard violated > 0 else { return "Right: every step finds what it needs." }
    let rule = constraints.first { !holds($0, in: order) }
    let broken = rule.map { "“\(text($0.before))” comes before “\(text($0.after))”." }
    let parts = [broken ?? "A rule is broken.", rule?.reason.sentence].compactMap { $0 }
    return parts.joined(separator: " ")
      + " Of \(rules.pairs.count) pairs that have an order, \(violated) "
      + (violated == 1 ? "stands" : "stand") + " the wrong way round" + byWeight(order, rules)
      + ". A random order has half of them right, so each counts twice: score "
      + fixed(rules.score(of: order), 2) + "."
  }

  /// Where pairs differ in weight, counting them does not explain the score.
  private func byWeight(_ order: [Int], _ rules: PartialOrder) -> String {
    guard rules.isWeighted else { return "" }
    return ", which by weight is \(brief(rules.violatedWeight(in: order))) of "
      + brief(rules.wholeWeight)
  }

  private func holds(_ rule: Constraint, in order: [Int]) -> Bool {
    guard let pair = pair(of: rule), let before = order.firstIndex(of: pair.before),
      let after = order.firstIndex(of: pair.after)
    else { return true }
    return before < after
  }

  func text(_ step: FlowStep) -> String {
    steps.first { $0.step == step }?.text ?? step.rawValue
  }
}

extension FlowComparison {
  /// Both orders, by how many of their steps did well.
  fileprivate func evidence(_ settings: [Setting]) -> [Evidence] {
    [("your order", learner), ("the right order", right)].map { name, reports in
      Evidence(
        name: "good steps in \(name)", value: reports.goodSteps, settings: settings,
        figure: .flow(reports.map(\.step)))
    }
  }

  /// What the first step in trouble had to say.
  var firstTrouble: String? {
    let bad = learner.first { $0.state == .bad }
    return (bad ?? learner.first { $0.state != .good })?.sentence
  }
}
