// Figures in prose: `=name.silhouette` is looked up among the named experiments of a topic.

import Courseware
import Experiments

extension World {
  /// Prose whose figures come from the topic's experiments, and from `local` ones first.
  func prose(of topic: Topic?, local: [Variant] = []) -> Prose {
    Prose { reference in
      let experiments = local + (topic?.experiments ?? [])
      guard let found = experiments.first(where: { $0.id == reference.experiment }),
        let trace = try? bench.trace(of: found.settings)
      else { return nil }
      return reference.text(in: trace)
    }
  }
}
