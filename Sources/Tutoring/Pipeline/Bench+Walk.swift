// A walk along a pipeline is a run like any other: done at most once, and in the background.

import Experiments

extension Bench {
  private struct Walk: Hashable {
    let settings: [Setting]
    let leftOut: Set<FlowStep>
    let nextWeek: NextWeek
  }

  /// The walk along the pipeline that these settings describe.
  func walk(
    _ settings: [Setting], without leftOut: Set<FlowStep> = [], nextWeek: NextWeek = .ordinary
  ) throws(ExperimentError) -> FlowWalk {
    try result(
      of: Walk(settings: settings, leftOut: leftOut, nextWeek: nextWeek), weight: \.weight
    ) { (runner) throws(ExperimentError) in
      try runner.walk(
        flow: try Experiment(settings: settings), without: leftOut, nextWeek: nextWeek)
    }
  }
}
