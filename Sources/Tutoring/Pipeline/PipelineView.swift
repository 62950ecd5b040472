// The stages of a walk as elements: what goes in at the left, what comes out at the right.

import Charts
import Experiments
import Screen
import Wording

struct PipelineView {
  /// As the learner has it, perhaps with a stage left out.
  let walk: FlowWalk
  /// The same run with every stage.
  let whole: FlowWalk
  /// The column whose values are drawn.
  let column: Int

  var isWhole: Bool { walk.leftOut.isEmpty && walk.nextWeek == whole.nextWeek }

  /// - Parameter isAsked: whether the output is still to be predicted; the input then does not
  ///   tell it.
  func input(of stage: FlowStage, isAsked: Bool) -> [Element] {
    switch stage {
    case .check: arrivedRows
    case .scale:
      isAsked
        ? unscaledColumns : unscaledColumns + pictures(walk.scale.before, walk.scale.sharesBefore)
    case .cluster: ungroupedRows
    case .evaluate: groupSizes
    case .assign: movedCustomers
    case .decide: groupsToDecideOn
    }
  }

  func output(of stage: FlowStage) -> [Element] {
    if let step = stage.step, walk.leftOut.contains(step) { return passedOn(step) }
    return switch stage {
    case .check: rejectedRows
    case .scale: scaledColumns
    case .cluster: groups
    case .evaluate: evaluation
    case .assign: assignment
    case .decide: decisions
    }
  }

  /// What a stage that is left out hands on.
  private func passedOn(_ step: FlowStep) -> [Element] {
    let consequence =
      switch step {
      case .check:
        "\(counted(walk.check.rowsIn, "row")) go on, \(walk.check.brokenLetIn) of them broken."
      case .scale: "The columns go on in their own units."
      case .cluster: "Rows go on without a group."
      case .evaluate: "The groups go on, and nobody has looked at them."
      case .assign: "Last week's groups go on."
      }
    return [.heading("Out: left out"), .prose([Span(consequence)])]
      + (step == .scale ? pictures(walk.scale.after, walk.scale.sharesAfter) : [])
  }

  /// Where a stage has nothing to work on.
  func nothing(_ what: String) -> [Element] {
    [.heading("Out: nothing"), .prose([Span(what)])]
  }

  /// The figure that a stage hands on, and below it what it is with every stage in place.
  func notes(of stage: FlowStage) -> [String] {
    let now = figure(of: stage, in: walk)
    let before = figure(of: stage, in: whole)
    let told = now.map { stage.note($0) } ?? "nothing"
    return isWhole || now == before ? [told] : [told, "was " + (before ?? "nothing")]
  }

  private func figure(of stage: FlowStage, in walk: FlowWalk) -> String? {
    switch stage {
    case .check: "\(walk.check.kept.count)"
    case .scale: short(walk.scale.sharesAfter.max() ?? 0)
    case .cluster: walk.groups.map { "\($0.groups.count)" }
    case .evaluate: walk.evaluation.map { fixed($0.agreement, 2) }
    case .assign: walk.week.map { short($0.changedShare) }
    case .decide: walk.decisions.map { "\($0.wrong)" }
    }
  }

  /// Not quite the whole must not read as the whole.
  private func short(_ share: Double) -> String {
    share < 1 && percentage(share) == "100 %" ? "> 99 %" : percentage(share)
  }
}

extension FlowStage {
  /// What stands below the stage: its figure and what it counts.
  fileprivate func note(_ figure: String) -> String {
    switch self {
    case .check: "\(figure) rows"
    case .scale: "max \(figure)"
    case .cluster: "\(figure) groups"
    case .evaluate: "agree \(figure)"
    case .assign: "\(figure) move"
    case .decide: "\(figure) wrong"
    }
  }
}
