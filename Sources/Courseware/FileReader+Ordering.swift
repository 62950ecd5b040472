// Steps to be put in order. The constraints are the edges of a graph without cycles, and an
// order is right when it breaks none of them.

import Experiments
import Markup

extension FileReader {
  static let orderKeys = ["question", "steps", "constraints"]
  /// With fewer comparable pairs an order is guessed too easily.
  private static var enoughPairs: Int { 7 }

  mutating func ordering(_ fields: Fields) -> Ordering? {
    let soundSoFar = mistakes.count
    let question = text("question", in: fields, example: "Put the steps in order.")
    let steps = steps(in: fields)
    let constraints = constraints(in: fields, steps: steps)
    guard let question, steps.count > 1, let constraints else { return nil }
    guard mistakes.count == soundSoFar else { return nil }
    let graph = Precedence(
      steps: steps.map(\.step), edges: constraints.map { ($0.before, $0.after) })
    let place = fields.keyPosition("constraints")
    if let cycle = graph.cycle {
      let names = cycle.map { "`\($0.rawValue)`" }.joined(separator: " before ")
      error(at: place, "the constraints go in a circle: \(names)", "remove one of them")
    } else if graph.pairs.count < Self.enoughPairs {
      warn(
        at: place, "\(graph.pairs.count) pairs of steps are in a fixed order, so guessing pays",
        "constrain \(Self.enoughPairs) pairs or more")
    }
    return Ordering(question: question, steps: steps, constraints: constraints)
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
    return items.compactMap { constraint($0, steps: steps.map(\.step)) }
  }

  private mutating func constraint(_ yaml: YAML, steps: [FlowStep]) -> Ordering.Constraint? {
    let keys = ["before", "after", "reason"]
    guard let fields = fields(yaml, of: "constraint", at: yaml.position, keys: keys) else {
      return nil
    }
    let before = step("before", in: fields)
    let after = step("after", in: fields)
    let reason = text("reason", in: fields, example: "distances are sums over features")
    for (key, step) in [("before", before), ("after", after)] {
      guard let step, !steps.contains(step), !steps.isEmpty else { continue }
      error(
        at: fields[key]?.position ?? fields.position,
        "`\(step.rawValue)` is not among the steps",
        suggestion(for: step.rawValue, among: steps.map(\.rawValue)))
    }
    guard let before, let after, let reason else { return nil }
    return Ordering.Constraint(before: before, after: after, reason: reason)
  }
}

/// "Before" among steps: what the constraints say, and what follows from them.
struct Precedence {
  private let steps: [FlowStep]
  /// `reaches[i][j]`: step i comes before step j, by one constraint or by several.
  private let reaches: [[Bool]]

  init(steps: [FlowStep], edges: [(FlowStep, FlowStep)]) {
    self.steps = steps
    var reaches = [[Bool]](
      repeating: [Bool](repeating: false, count: steps.count), count: steps.count)
    for (before, after) in edges {
      guard let i = steps.firstIndex(of: before), let j = steps.firstIndex(of: after) else {
        continue
      }
      reaches[i][j] = true
    }
    // Warshall: paths through one more step at a time.
    for middle in steps.indices {
      for i in steps.indices where reaches[i][middle] {
        for j in steps.indices where reaches[middle][j] { reaches[i][j] = true }
      }
    }
    self.reaches = reaches
  }

  /// Steps that come before themselves; nil where the constraints can all be met.
  var cycle: [FlowStep]? {
    guard let start = steps.indices.first(where: { reaches[$0][$0] }) else { return nil }
    let members = steps.indices.filter { reaches[start][$0] && reaches[$0][start] }
    return members.map { steps[$0] } + [steps[start]]
  }

  /// All pairs in a fixed order: the transitive closure.
  var pairs: [(FlowStep, FlowStep)] {
    steps.indices.flatMap { i in
      steps.indices.filter { reaches[i][$0] }.map { (steps[i], steps[$0]) }
    }
  }
}
