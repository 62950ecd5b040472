// An exercise is a recipe, an instance is what one seed makes of it: which values were drawn,
// which table is dealt, which option is right. The same seed gives the same instance everywhere.
//
// A draw that breaks a premise, or leaves a question without a clear answer, is not dealt:
// another follows from the same seed, so that a learner never meets a table on which the
// exercise does not teach what it promises.

import Clustering
package import Courseware
package import Experiments

/// An exercise as one seed deals it.
package struct Instance: Sendable {
  /// As many draws are tried before the exercise is called broken.
  package static let mostAttempts = 50

  package let exercise: Exercise
  /// The learner's seed.
  package let seed: UInt64
  /// How many draws were refused before this one.
  package let redraws: Int
  /// What the seed decided: the drawn settings, then the seed of the data.
  package let drawn: [Setting]
  /// What each stage starts from, by its id.
  private var experiments: [String: Experiment] = [:]
  /// The answer of each question, computed while dealing, by the stage's id.
  private var keys: [String: KeyResult] = [:]

  /// The seed itself is the first data seed, so that the line that runs a table again is the
  /// one that a learner would guess.
  init(exercise: Exercise, seed: UInt64, attempt: Int) {
    self.exercise = exercise
    self.seed = seed
    self.redraws = attempt
    let draws = exercise.draws.map { draw in
      var numbers = generator(
        seed: seed, for: "draw \(exercise.id) \(draw.setting) \(attempt)")
      let index = numbers.nextIndex(below: draw.values.count)
      return Setting(draw.setting, draw.values.indices.contains(index) ? draw.values[index] : "")
    }
    let dataSeed = attempt == 0 ? seed : derivedSeed(seed, for: "draw \(exercise.id) \(attempt)")
    self.drawn = draws + [Setting("seed", String(dataSeed))]
  }
}

// MARK: - Dealing

extension Exercise {
  /// What `seed` makes of this exercise, with everything that it promises checked by running.
  package func instance(seed: UInt64, runner: Runner) throws(GradingError) -> Instance {
    var last: Refusal?
    for attempt in 0..<Instance.mostAttempts {
      var draft = Instance(exercise: self, seed: seed, attempt: attempt)
      last = try draft.deal(runner: runner)
      if last == nil { return draft }
    }
    throw .noDeal(exercise: id, seed: seed, attempts: Instance.mostAttempts, last: last)
  }
}

extension Instance {
  /// Fills in what depends on the draw, or says why this draw is no good.
  fileprivate mutating func deal(runner: Runner) throws(GradingError) -> Refusal? {
    // An interview question is about no table: there is nothing to run.
    if exercise.experiment.isEmpty, exercise.isOnlyWritten { return nil }
    let base = try Experiment(layers: [exercise.experiment, drawn])
    for stage in exercise.stages {
      experiments[stage.id] = try base.with(stage.settings)
    }
    if let refusal = try exercise.brokenPremise(base: base, runner: runner) { return refusal }
    for stage in exercise.stages {
      guard let question = question(of: stage) else { continue }
      let key = try question.key(runner: runner)
      guard key.isClear else { return .nearTie(stage: stage.id, finding: key.finding) }
      keys[stage.id] = key
    }
    return nil
  }
}

extension Exercise {
  fileprivate var isOnlyWritten: Bool {
    stages.allSatisfy { stage in
      if case .write = stage.task { true } else { false }
    }
  }

  /// The first premise that does not hold on a table.
  func brokenPremise(base: Experiment, runner: Runner) throws(GradingError) -> Refusal? {
    for premise in premises {
      let trace = try runner.trace(of: base.with(premise.settings))
      let value = trace.value(of: premise.condition.measure)
      guard let value, premise.condition.holds(for: value) else {
        return .premise(premise, value: value)
      }
    }
    return nil
  }
}

// MARK: - What a stage starts from

extension Instance {
  /// The settings that all stages share.
  package var common: [Setting] {
    exercise.experiment.overlaid(with: drawn)
  }

  /// The settings that a stage starts from, all of them.
  package func settings(for stage: Stage) -> [Setting] {
    experiments[stage.id]?.settings ?? []
  }

  /// The experiment of a stage, with the learner's own settings laid over it.
  package func experiment(
    for stage: Stage, learner: [Setting] = []
  ) throws(GradingError) -> Experiment {
    guard let start = experiments[stage.id] else {
      return try Experiment(layers: [exercise.experiment, drawn, stage.settings])
        .with(form: learner)
    }
    return try start.with(form: learner)
  }
}

// MARK: - What a stage shows

extension Instance {
  /// The question of a `choose` stage; nil for the other tasks.
  package func question(of stage: Stage) -> Question? {
    guard case .choose(let choice) = stage.task else { return nil }
    return Question(
      choice: choice, base: settings(for: stage), seed: seed,
      name: "\(exercise.id)/\(stage.id)", known: keys[stage.id])
  }

  /// The options of a `choose` stage in the order in which they are shown.
  package func options(of stage: Stage) -> [Choice.Option] {
    question(of: stage)?.options ?? []
  }

  /// The steps of an `order` stage as they are dealt: never in a valid order.
  package func dealt(of stage: Stage) -> [Ordering.Step] {
    guard case .order(let ordering) = stage.task else { return [] }
    return ordering.dealt(seed: seed, name: "\(exercise.id)/\(stage.id)")
  }
}
