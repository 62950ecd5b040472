// What a learner is asked before a stage shows its output. It counts for no grade: to have said
// something, and how sure one was, is what makes the output worth reading. The run says which
// option is right.

import Experiments
import Wording

struct Prediction: Sendable, Equatable {
  let stage: FlowStage
  let question: String
  let options: [String]
}

extension Prediction {
  /// Nil for the stages that just show what they do.
  init?(before stage: FlowStage, of settings: [Setting]) {
    self.stage = stage
    switch stage {
    case .scale:
      guard let experiment = try? Experiment(settings: settings) else { return nil }
      let columns = Self.columns(of: experiment)
      guard columns.count > 1 else { return nil }
      question = "Nothing is scaled yet. Which column decides who is near whom?"
      options = columns
    case .evaluate:
      question = "How well do the groups agree with the kinds that were planted in the table?"
      options = Self.agreements.map(\.text)
    case .assign:
      question = "A week later every figure has moved a little. How many customers change group?"
      options = Self.changes.map(\.text)
    case .check, .cluster, .decide: return nil
    }
  }

  static func columns(of experiment: Experiment) -> [String] {
    guard experiment.features.isEmpty else { return experiment.features }
    guard case .generated(let generator) = experiment.data else { return [] }
    return generator.columns
  }

  private static let agreements = [
    (below: 0.3, text: "hardly better than chance"),
    (below: 0.9, text: "roughly: some of them are mixed"),
    (below: Double.infinity, text: "nearly all are found"),
  ]

  private static let changes = [
    (below: 0.05, text: "fewer than 5 %"),
    (below: 0.2, text: "5 to 20 %"),
    (below: 0.5, text: "20 to 50 %"),
    (below: Double.infinity, text: "half of them or more"),
  ]
}

extension Prediction {
  /// The position of the option that the run bears out; nil where it has nothing to say.
  func right(in walk: FlowWalk) -> Int? {
    switch stage {
    case .scale:
      let shares = walk.scale.sharesBefore
      return shares.indices.max { shares[$0] < shares[$1] }
    case .evaluate:
      return walk.evaluation.flatMap { found in
        Self.agreements.firstIndex { found.agreement < $0.below }
      }
    case .assign:
      return walk.week.flatMap { week in
        Self.changes.firstIndex { week.changedShare < $0.below }
      }
    case .check, .cluster, .decide: return nil
    }
  }

  /// What was said beside what the run says.
  func reply(to guess: Int, in walk: FlowWalk) -> Element? {
    guard options.indices.contains(guess), let right = right(in: walk) else { return nil }
    return guess == right
      ? .verdict(headline: "As you said: \(options[right]).", .good, lines: [])
      : .verdict(
        headline: "The run says: \(options[right]). You said: \(options[guess]).", .neutral,
        lines: [])
  }
}
