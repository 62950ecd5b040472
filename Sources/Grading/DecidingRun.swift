// A figure that decided a verdict can be had again by anybody: from the settings of its run, and
// from what was looked at in it. Written as a line for the command line it gives the same figure on
// any machine.

import Clustering
package import Courseware
package import Experiments
import Wording

/// What was looked at in a run.
package enum DecidingFigure: Sendable, Equatable {
  case measure(Measure)
  /// A measure with the bound that was asked for.
  case condition(Condition)
  /// The share of one column in the squared distance.
  case share(of: String)
  /// How far the groups agree with those of the same run with these settings changed.
  case regrouping([Setting])
  /// The best that the same run reaches on so many tables of noise.
  case noise(Measure, tables: Int)
  /// The steps of a pipeline in this order.
  case flow([FlowStep])
}

/// A run with the figure that was looked at.
package struct DecidingRun: Sendable, Equatable {
  package let settings: [Setting]
  package let figure: DecidingFigure
  /// The folder of the course whose file it runs on, where its line has to name it.
  private(set) var course: String?

  package init(settings: [Setting], figure: DecidingFigure) {
    self.settings = settings
    self.figure = figure
  }

  /// The same run, for a line that is told about a course.
  ///
  /// - Parameter course: its folder; nil for the course beside the program.
  package func told(of course: String?) -> DecidingRun {
    guard case .file = (try? Experiment(settings: settings))?.data else { return self }
    var run = self
    run.course = course
    return run
  }
}

extension Evidence {
  package var run: DecidingRun { DecidingRun(settings: settings, figure: figure) }
}

// MARK: - Running it again

extension DecidingRun {
  /// What a run of it gives, with what there is to say beside the figure.
  package struct Outcome: Sendable, Equatable {
    package let name: String
    package let value: String
    /// Each step of a flow, as it went.
    package var steps: [StepReport] = []
    /// Whether a condition holds; nil where none was asked.
    package var holds: Bool?
  }

  package func outcome(runner: Runner) throws(GradingError) -> Outcome {
    let experiment = try Experiment(layers: [settings])
    switch figure {
    case .measure(let measure):
      let value = try runner.trace(of: experiment).value(of: measure)
      return Outcome(name: measure.words, value: value.map(measure.written) ?? "not defined")
    case .condition(let condition):
      let value = try runner.trace(of: experiment).value(of: condition.measure)
      var outcome = Outcome(
        name: condition.measure.words, value: value.map(condition.written) ?? "not defined")
      outcome.holds = value.map(condition.holds) ?? false
      return outcome
    case .share(let column):
      let trace = try runner.trace(of: experiment)
      let place = trace.selected.columns.firstIndex(of: column)
      guard let place else { throw .unknownColumn(column, used: trace.selected.columns) }
      return Outcome(
        name: "share of \(column)", value: shareOfWhole(trace.distanceShares[place]))
    case .regrouping(let changes):
      return Outcome(
        name: "agreement of the groups before and after",
        value: fixed(try runner.regrouping(experiment, changes), 2))
    case .noise(let measure, let tables):
      let trace = try runner.trace(of: experiment)
      let best = try runner.noise(measure, like: trace, count: tables).max()
      return Outcome(
        name: "\(measure.words), best of \(tables) tables of noise",
        value: best.map(measure.written) ?? "not defined")
    case .flow(let order):
      let reports = try runner.flow(experiment, order)
      return Outcome(name: "good steps", value: reports.goodSteps, steps: reports)
    }
  }
}

extension Runner {
  /// How far the groups of a run agree with those of the run with some settings changed.
  func regrouping(
    _ base: Experiment, _ changes: [Setting]
  ) throws(GradingError) -> Double {
    let changed = try base.with(changes)
    let (before, after) = (try trace(of: base), try trace(of: changed))
    do {
      return try Agreement.adjustedRand(before.labels, after.labels)
    } catch {
      throw .undefined(.agreement, changed.settings)
    }
  }
}

extension [StepReport] {
  /// "3 of 5".
  package var goodSteps: String { "\(count { $0.state == .good }) of \(count)" }
}
