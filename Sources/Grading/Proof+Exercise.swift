// An exercise is proved by doing it: over many seeds the model answers must earn everything, the
// known mistakes must not pass, and what is dealt must not be solved already. A course that
// breaks one of these is told before a learner meets it.

package import Courseware
package import Experiments

/// Deals an exercise on every seed, answers it rightly and wrongly, and reports what does not
/// come out as it must.
package func prove(_ exercise: Exercise, seeds: Range<UInt64>, runner: Runner) -> Proof {
  var proof = Proof()
  for seed in seeds {
    proof.seeds += 1
    do {
      let instance = try exercise.instance(seed: seed, runner: runner)
      proof.redraws += instance.redraws
      for stage in exercise.stages {
        StageProof(instance: instance, stage: stage, runner: runner).findings
          .forEach { proof.add($0) }
      }
    } catch {
      proof.add(
        Finding(
          exercise: exercise.id, stage: nil, seed: seed, what: "it cannot be dealt: \(error)",
          remedy: "change the settings, the premises or the draw until every seed deals"))
    }
  }
  return proof
}

/// One stage of one instance, tried out.
private struct StageProof {
  let instance: Instance
  let stage: Stage
  let runner: Runner

  var findings: [Finding] {
    switch stage.task {
    case .choose(let choice): findings(choice)
    case .tune(let tuning): findings(tuning)
    case .order(let ordering): findings(ordering)
    case .write(let writing): findings(writing)
    }
  }

  private func found(_ what: String, _ remedy: String) -> Finding {
    Finding(
      exercise: instance.exercise.id, stage: stage.id, seed: instance.seed, what: what,
      remedy: remedy)
  }

  /// Grades an answer and looks at the verdict; nil where it is as it must be.
  private func expect(
    _ answer: Answer, _ name: String, remedy: String, _ isRight: (Verdict) -> Bool
  ) -> Finding? {
    do {
      let verdict = try grade(instance, stage, answer, runner: runner)
      return isRight(verdict) ? nil : found("\(name): \(verdict.headline)", remedy)
    } catch {
      return found("\(name) cannot be graded: \(error)", remedy)
    }
  }
}

// MARK: - One task a kind

extension StageProof {
  /// The key's option earns everything, every other one nothing.
  private func findings(_ choice: Choice) -> [Finding] {
    guard let question = instance.question(of: stage),
      let key = try? question.key(runner: runner)
    else { return [found("the key cannot be computed", "write a key that runs")] }
    guard choice.option(key.option) != nil else {
      return [
        found(
          "the answer “\(key.option)” is not among the options: \(key.finding)",
          "add it to the options, or change what is drawn")
      ]
    }
    return choice.options.compactMap { option in
      let isKey = option.id == key.option
      return expect(
        .choice(option.id), "option “\(option.id)”", remedy: "give each option an id of its own"
      ) { ($0.passed, $0.score) == (isKey, isKey ? 1 : 0) }
    }
  }

  /// The solution passes; the start and the near misses do not.
  private func findings(_ tuning: Tuning) -> [Finding] {
    let solution = expect(
      .settings(tuning.solution), "the solution \(tuning.solution.words)",
      remedy: "give a solution that holds on every table, or ask for less"
    ) { $0.passed && $0.score == 1 }
    let start = expect(
      .settings([]), "unchanged settings",
      remedy: "start the stage with a fault, or ask for more"
    ) { !$0.passed && $0.score < 1 }
    let misses = tuning.nearMisses.map { miss in
      expect(
        .settings(miss.settings), "the near miss \(miss.settings.words)",
        remedy: "make the form offer it, and the goal refuse it"
      ) { !$0.passed && $0.score < 1 }
    }
    return ([solution, start] + misses).compactMap { $0 }
  }

  /// The right order earns everything; what is dealt does not.
  private func findings(_ ordering: Ordering) -> [Finding] {
    let solution = expect(
      .order(ordering.solution), "the right order",
      remedy: "write rules that some order keeps, without a circle"
    ) { $0.passed && $0.score == 1 }
    let deal = expect(
      .order(instance.dealt(of: stage).map(\.step)), "the order that is dealt",
      remedy: "write rules that some order breaks"
    ) { !$0.passed && $0.score < 1 }
    return [solution, deal].compactMap { $0 }
  }

  /// All points pass, none do not.
  private func findings(_ writing: Writing) -> [Finding] {
    let all = try? selfMark(writing, found: writing.points.map(\.id))
    let none = try? selfMark(writing, found: [])
    guard let all, let none, all.passed, all.score == 1, !none.passed else {
      return [
        found(
          "all points do not pass, or none do",
          "give at least one point, and a pass mark above 0 and up to 1")
      ]
    }
    return []
  }
}
