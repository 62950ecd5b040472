// Figures in prose: `=name.silhouette` is looked up among the named experiments of a topic.

import Courseware
import Experiments
import Screen

extension World {
  /// Stands for a figure that is still being worked out.
  static let onItsWay = "…"

  /// Prose whose figures come from the topic's experiments, and from `local` ones first.
  func prose(of topic: Topic?, local: [Variant] = []) -> Prose {
    Prose { reference in
      let experiments = local + (topic?.experiments ?? [])
      guard let found = experiments.first(where: { $0.id == reference.experiment }) else {
        return nil
      }
      do throws(ExperimentError) {
        return reference.text(in: try bench.trace(of: found.settings))
      } catch {
        return error.isUnfinished ? Self.onItsWay : nil
      }
    }
  }
}

extension ExperimentError {
  var isUnfinished: Bool {
    if case .unfinished = self { true } else { false }
  }
}

extension Element {
  /// What stands where a run cannot be shown.
  static func refusal(_ error: ExperimentError) -> Element {
    switch error {
    case .unfinished: .pending
    case .cancelled:
      .prose([Span("This run was stopped. Go on, or change something, to run it.", .muted)])
    default: .verdict(headline: "This run was refused.", .bad, lines: ["\(error)"])
    }
  }
}
