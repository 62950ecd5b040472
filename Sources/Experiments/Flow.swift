// The production pipeline, run in any order.
//
//     check → scale → cluster → evaluate → assign
//
// Every step works on what the steps before it left behind, exactly as in production: a check
// that comes late drops rows that have already bent the scaler, a scaler that comes late leaves
// the centers in the old units, newcomers are assigned by whatever model there is. Nothing here
// knows which order is right; the figures tell.

import Clustering

/// A step of the pipeline, in the right order.
package enum FlowStep: String, Sendable, CaseIterable, Codable {
  /// Drop the rows that break the contract of the table.
  case check
  /// Fit a scaler on the rows there are, and use it from now on.
  case scale
  /// k-means on the rows there are.
  case cluster
  /// Look at the silhouette and at the agreement with the planted kinds.
  case evaluate
  /// Give next week's customers the group of the nearest center.
  case assign
}

/// A named figure; shares are 0...1.
package struct Figure: Sendable, Equatable {
  package let name: String
  package let value: Double

  package init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// What one step did, at its place in the order.
package struct StepReport: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case good
    /// It ran, and something is amiss.
    case weak
    /// It ran, and its result misleads.
    case bad
    /// There was nothing to do.
    case idle
  }

  package let step: FlowStep
  package let state: State
  package let sentence: String
  package let figures: [Figure]

  init(_ step: FlowStep, _ state: State, _ sentence: String, _ figures: [Figure] = []) {
    self.step = step
    self.state = state
    self.sentence = sentence
    self.figures = figures
  }
}

/// The pipeline in one order, with what became of it.
package struct FlowTrace: Sendable, Equatable {
  package let order: [FlowStep]
  package let reports: [StepReport]
  /// Agreement of the groups with the planted kinds over the sound rows; nil when nothing was
  /// clustered.
  package let agreement: Double?
  /// Share of the customers whose group is another one next week, 0...1; nil when nobody was
  /// assigned. It says little alone: with everybody in one group nobody changes.
  package let changedShare: Double?
  /// Agreement of next week's groups with the planted kinds.
  package let batchAgreement: Double?
  /// The sound rows in the chosen units, for the picture.
  package let table: Table
  /// The group of each of them, as the model has it; nil where it has none.
  package let labels: [Int?]
}

extension Runner {
  /// Runs the steps in the given order on a table of customers.
  ///
  /// - Throws: ``ExperimentError``; among others when the data is not `customers`, the algorithm
  ///   is not k-means, or a step is missing or named twice.
  package func run(
    flow experiment: Experiment, order: [FlowStep]
  ) throws(ExperimentError) -> FlowTrace {
    guard order.count == FlowStep.allCases.count, FlowStep.allCases.allSatisfy(order.contains)
    else { throw .settings([.steps(order)]) }
    var run = try FlowRun(experiment, runner: self)
    var reports: [StepReport] = []
    for step in order {
      reports.append(try run.perform(step))
      run.done.append(step)
    }
    return try run.trace(order: order, reports: reports)
  }
}

extension SettingFault {
  fileprivate static func steps(_ order: [FlowStep]) -> SettingFault {
    let steps = FlowStep.allCases.map(\.rawValue).joined(separator: ", ")
    return SettingFault(
      name: "order", value: order.map(\.rawValue).joined(separator: ", "),
      problem: .notAllowed(expected: "each of the steps \(steps) once"))
  }
}
