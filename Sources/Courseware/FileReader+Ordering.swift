// Steps to be put in order. The constraints are the edges of a graph without cycles, and an
// order is right when it breaks none of them.

import Experiments
import Markup
import Wording

extension FileReader {
  static let orderKeys = ["question", "steps", "constraints"]
  /// With fewer comparable pairs an order is guessed too easily.
  private static var enoughPairs: Int { 7 }
  /// What a random order may earn on average. Unweighted, every set of 7 pairs or more stays below.
  private static var mostByGuessing: Double { 0.22 }

  mutating func ordering(_ fields: Fields) -> Ordering? {
    let soundSoFar = mistakes.count
    let question = text("question", in: fields, example: "Put the steps in order.")
    let steps = steps(in: fields)
    let constraints = constraints(in: fields, steps: steps)
    guard let question, steps.count > 1, let constraints else { return nil }
    guard mistakes.count == soundSoFar else { return nil }
    let ordering = Ordering(question: question, steps: steps, constraints: constraints)
    judge(ordering, fields["constraints"]?.list ?? [], at: fields.keyPosition("constraints"))
    return ordering
  }

  /// Whether the rules can all be kept, and whether keeping them is worth more than guessing.
  private mutating func judge(_ ordering: Ordering, _ items: [YAML], at place: Position) {
    let rules = ordering.rules
    if let circle = rules.circle {
      let names = circle.map { "`\(ordering.steps[$0].step.rawValue)`" }
        .joined(separator: " before ")
      error(
        at: closing(ordering).flatMap { items.indices.contains($0) ? items[$0].position : nil }
          ?? place, "the constraints go in a circle: \(names)",
        "remove one of them, or turn it round")
    } else if rules.pairs.count < Self.enoughPairs {
      warn(
        at: place, "\(rules.pairs.count) pairs of steps are in a fixed order, so guessing pays",
        "constrain \(Self.enoughPairs) pairs or more")
    } else if rules.meanScore >= Self.mostByGuessing {
      warn(
        at: place,
        "a few pairs have most of the weight, so guessing pays: an order drawn at random "
          + "earns \(fixed(rules.meanScore, 2)) on average",
        "let the weights differ less")
    }
  }

  /// The constraint that has only to be turned round; where several would do, the first that
  /// cannot be kept together with those above it.
  private func closing(_ ordering: Ordering) -> Int? {
    let rules = ordering.constraints
    let turned = rules.indices.filter { ordering.turning($0).rules.circle == nil }
    if turned.count == 1 { return turned[0] }
    return rules.indices.first { last in
      Ordering(question: "", steps: ordering.steps, constraints: Array(rules[...last]))
        .rules.circle != nil
    }
  }

  private mutating func steps(in fields: Fields) -> [Ordering.Step] {
    guard let items = fields["steps"]?.list, items.count > 1 else {
      error(
        at: fields["steps"]?.position ?? fields.position, "there are no two steps to order",
        "list `steps:` as `- {step: scale, text: Scale the features}`")
      return []
    }
    var steps: [Ordering.Step] = []
    for item in items {
      guard let fields = self.fields(item, of: "step", at: item.position, keys: ["step", "text"])
      else { continue }
      let step = step("step", in: fields)
      let text = text("text", in: fields, example: "Scale the features")
      if let step, steps.contains(where: { $0.step == step }) {
        error(at: item.position, "the step `\(step.rawValue)` is there twice", "remove one")
      } else if let step, let text {
        steps.append(Ordering.Step(step: step, text: text))
      }
    }
    return steps
  }

  private mutating func step(_ key: String, in fields: Fields) -> FlowStep? {
    guard let yaml = fields[key] else {
      missing(key, in: fields, example: "scale")
      return nil
    }
    return word(yaml, as: FlowStep.self, called: "step")
  }

  private mutating func constraints(in fields: Fields, steps: [Ordering.Step])
    -> [Ordering.Constraint]?
  {
    guard let items = fields["constraints"]?.list, !items.isEmpty else {
      error(
        at: fields["constraints"]?.position ?? fields.position, "nothing says what is right",
        "list `constraints:` as `- {before: scale, after: cluster, reason: why}`")
      return nil
    }
    var rules: [Ordering.Constraint] = []
    for item in items {
      guard let rule = constraint(item, steps: steps.map(\.step)) else { continue }
      if rules.contains(where: { ($0.before, $0.after) == (rule.before, rule.after) }) {
        error(
          at: item.position,
          "`\(rule.before.rawValue)` before `\(rule.after.rawValue)` is there twice", "remove one")
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func constraint(_ yaml: YAML, steps: [FlowStep]) -> Ordering.Constraint? {
    let keys = ["before", "after", "reason", "weight", "misconception"]
    guard let fields = fields(yaml, of: "constraint", at: yaml.position, keys: keys) else {
      return nil
    }
    let before = step("before", in: fields)
    let after = step("after", in: fields)
    let reason = text("reason", in: fields, example: "distances are sums over features")
    let misconception = misconception(in: fields)
    for (key, step) in [("before", before), ("after", after)] {
      guard let step, !steps.contains(step), !steps.isEmpty else { continue }
      error(
        at: fields[key]?.position ?? fields.position,
        "`\(step.rawValue)` is not among the steps",
        suggestion(for: step.rawValue, among: steps.map(\.rawValue)))
    }
    let weight = weight(in: fields)
    guard let before, let after, let reason else { return nil }
    return Ordering.Constraint(
      before: before, after: after, reason: reason, weight: weight, misconception: misconception)
  }

  /// How much breaking the constraint costs beside the others; a plain one weighs 1.
  private mutating func weight(in fields: Fields) -> Double {
    guard let yaml = fields["weight"], let weight = number(yaml, called: "weight") else { return 1 }
    guard Self.weights.contains(weight) else {
      error(
        at: yaml.position, "`weight` is \(yaml.text ?? ""), outside 0.1 to 10",
        "write a positive number, such as 2; a constraint without one weighs 1")
      return 1
    }
    return weight
  }

  private static var weights: ClosedRange<Double> { 0.1...10 }
}
