// The learner changed settings until a goal held. Whether it holds is run twice: on the
// learner's own table, and on tables that the learner has not seen (other data, other starts).
// A repair that only got lucky on one table is refused, and told so.

import Courseware
import Experiments

extension Instance {
  func grade(
    _ tuning: Tuning, of stage: Stage, _ settings: [Setting], runner: Runner
  ) throws(AnswerError) -> Verdict {
    do {
      let experiment = try experiment(for: stage, learner: settings)
      let own = try tuning.trial(of: experiment, runner: runner)
      let unseen =
        try own.holds ? unseenTrials(of: tuning, experiment, runner: runner) : []
      let verdict = TuningVerdict(
        tuning: tuning, own: own, unseen: unseen,
        isUnchanged: experiment == (try self.experiment(for: stage)))
      return verdict.verdict(
        shown: verdict.passed ? nil : try nearMiss(of: tuning, stage, experiment))
    } catch {
      throw .notRun(error)
    }
  }

  /// The settings on further tables, each of which keeps the exercise's premises.
  private func unseenTrials(
    of tuning: Tuning, _ experiment: Experiment, runner: Runner
  ) throws(GradingError) -> [Trial] {
    var trials: [Trial] = []
    for table in 0..<max(0, tuning.heldBackSeeds) {
      let seed = try unseenSeed(table, experiment, runner: runner)
      let further = try experiment.with([Setting("seed", String(seed))])
      trials.append(try tuning.trial(of: further, runner: runner))
    }
    return trials
  }

  /// What was drawn stays; only the table and the start of the algorithm are new.
  private func unseenSeed(
    _ table: Int, _ experiment: Experiment, runner: Runner
  ) throws(GradingError) -> UInt64 {
    let what = "held back \(exercise.id) \(table), seed \(seed), not \(experiment.seed)"
    return try runner.once(what, exercise.experiment + drawn) { () throws(GradingError) in
      try drawnUnseenSeed(table, experiment, runner: runner)
    }
  }

  private func drawnUnseenSeed(
    _ table: Int, _ experiment: Experiment, runner: Runner
  ) throws(GradingError) -> UInt64 {
    var last: Refusal?
    for attempt in 0..<Instance.mostAttempts {
      let seed = derivedSeed(self.seed, for: "held back \(exercise.id) \(table) \(attempt)")
      // The learner's own table is not unseen.
      guard seed != experiment.seed else { continue }
      let base = try Experiment(
        layers: [exercise.experiment, drawn, [Setting("seed", String(seed))]])
      last = try exercise.brokenPremise(base: base, runner: runner)
      if last == nil { return seed }
    }
    throw .noDeal(
      exercise: exercise.id, seed: seed, attempts: Instance.mostAttempts, last: last)
  }

  /// The most specific known mistake that the learner's settings contain, by its effect: the
  /// learner has what it sets, and the stage did not start with it.
  private func nearMiss(
    of tuning: Tuning, _ stage: Stage, _ experiment: Experiment
  ) throws(GradingError) -> NearMiss? {
    let start = try self.experiment(for: stage)
    var best: NearMiss?
    for miss in tuning.nearMisses where miss.settings.count > best?.settings.count ?? 0 {
      // A mistake with another algorithm's settings does not even apply, and is not this one.
      guard let same = try? experiment.with(miss.settings),
        let changed = try? start.with(miss.settings)
      else { continue }
      if same == experiment, changed != start { best = miss }
    }
    return best
  }
}

// MARK: - One table

/// The conditions of a goal on one table.
struct Trial {
  let settings: [Setting]
  let outcomes: [Outcome]

  struct Outcome {
    let condition: Condition
    /// The figure, or why there is none.
    let figure: MeasureOutcome

    var value: Double? {
      if case .value(let value) = figure { value } else { nil }
    }

    var holds: Bool { value.map(condition.holds) ?? false }

    var words: String {
      switch figure {
      case .value(let value): condition.written(value)
      case .undefined: "not defined"
      }
    }

    var why: String {
      switch figure {
      case .value: "it is \(words)"
      case .undefined(let reason): "it is not defined: \(reason)"
      }
    }

    /// How far the figure is on the right side of the bound; a missing one is worst.
    var slack: Double {
      guard let value else { return -.infinity }
      return condition.relation == .atLeast ? value - condition.bound : condition.bound - value
    }
  }

  var holds: Bool { outcomes.allSatisfy(\.holds) }
}

extension Tuning {
  func trial(of experiment: Experiment, runner: Runner) throws(GradingError) -> Trial {
    let trace = try runner.trace(of: experiment)
    return Trial(
      settings: experiment.settings,
      outcomes: conditions.map {
        Trial.Outcome(condition: $0, figure: trace.outcome(of: $0.measure))
      })
  }
}
