// A walk along the production pipeline: what goes into each stage, and what comes out.
//
//     check → scale → cluster → evaluate → assign → decide
//
// The first five are the steps of a flow in the right order; the walk looks at what they leave
// behind, so its figures are those of the run. The last one follows from them: what is done with
// each group, and to how many customers that does not belong. A step may be left out. The others
// then work on what there is, as they would in production, where nothing stops them.

import Clustering

/// A stage of the walk, in order.
package enum FlowStage: String, Sendable, CaseIterable, Codable {
  case check, scale, cluster, evaluate, assign
  /// What is done with each group.
  case decide

  /// The step of the pipeline; nil for the decision, which is made with its results.
  package var step: FlowStep? { FlowStep(rawValue: rawValue) }
}

/// What arrives a week later.
package enum NextWeek: String, Sendable, CaseIterable, Codable {
  /// The same customers, their figures moved a little.
  case ordinary
  /// The same, but the export gives spend in another unit, and says so nowhere.
  case otherUnit = "other-unit"
}

/// Every stage of one run, with its real input and output.
package struct FlowWalk: Sendable, Equatable {
  package let experiment: Experiment
  package let leftOut: Set<FlowStep>
  package let nextWeek: NextWeek
  /// Of the steps that ran, in order.
  package let reports: [StepReport]
  package let check: CheckedRows
  package let scale: ScaledColumns
  /// Nil where clustering was left out; nothing after it has anything to work on then.
  package let groups: FlowGroups?
  /// What an evaluation shows, whether or not the step was left out and nobody looks.
  package let evaluation: FlowEvaluation?
  /// Nil where nobody was assigned.
  package let week: AssignedWeek?
  package let decisions: FlowDecisions?
  package let alarms: [FlowAlarm]
}

extension FlowStep {
  /// Where a run is while this step is at work.
  fileprivate var progress: RunProgress.Stage {
    switch self {
    case .check: .reading
    case .scale: .scaling
    case .cluster: .clustering
    case .evaluate, .assign: .measuring
    }
  }
}

extension FlowWalk {
  /// The room that it takes, in bytes, roughly: the table, its columns and those of the next week.
  package var weight: Int { 8 * 6 * check.table.points.values.count }

  package func report(of step: FlowStep) -> StepReport? {
    reports.first { $0.step == step }
  }
}

extension Runner {
  /// Runs the steps in the right order, but for those left out, and keeps what each one had in
  /// its hands.
  ///
  /// - Throws: ``ExperimentError``, as ``run(flow:order:)``.
  package func walk(
    flow experiment: Experiment, without leftOut: Set<FlowStep> = [],
    nextWeek: NextWeek = .ordinary
  ) throws(ExperimentError) -> FlowWalk {
    let watch = self.watch { _ in true }
    try watch.enter(.reading)
    var run = try FlowRun(experiment, runner: self, nextWeek: nextWeek)
    var reports: [StepReport] = []
    for step in FlowStep.allCases where !leftOut.contains(step) {
      try watch.enter(step.progress)
      reports.append(try run.perform(step))
      run.done.append(step)
    }
    try watch.enter(.measuring)
    let groups = run.found()
    let week = try run.assignedWeek()
    let evaluation = try run.evaluation()
    return FlowWalk(
      experiment: experiment, leftOut: leftOut, nextWeek: nextWeek, reports: reports,
      check: run.checkedRows(), scale: try run.scaledColumns(), groups: groups,
      evaluation: evaluation, week: week, decisions: run.decisions(groups, week),
      alarms: run.alarms(evaluation, week))
  }
}
