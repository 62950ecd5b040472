// An exercise is proved by doing it: over many seeds the model answers must earn everything, the
// known mistakes must not pass, an empty answer must earn nothing, and what is dealt must not be
// solved already. A course that breaks one of these is told before a learner meets it.

package import Courseware
package import Experiments
import Markup
import Wording

/// Deals an exercise on every seed, answers it rightly and wrongly, and reports what does not
/// come out as it must.
///
/// - Parameter rubrics: how written answers are marked, which is proved with them.
package func prove(
  _ exercise: Exercise, seeds: Range<UInt64>, runner: Runner, rubrics: Rubrics = Rubrics()
) -> Proof {
  var proof = Proof()
  let marking = MarkingProof(exercise, rubrics)
  for seed in seeds {
    proof.seeds += 1
    do {
      let instance = try exercise.instance(seed: seed, runner: runner)
      proof.redraws += instance.redraws
      for stage in exercise.stages {
        let trial = StageProof(instance: instance, stage: stage, runner: runner)
        let ofMarking = seed == seeds.lowerBound ? marking.faults(of: stage) : []
        for fault in trial.faults + ofMarking {
          proof.add(
            Finding(
              exercise: exercise.id, stage: stage.id, file: fault.elsewhere?.file,
              position: fault.elsewhere?.position ?? stage.places[fault.path], seed: seed,
              what: fault.what, remedy: fault.remedy))
        }
      }
    } catch {
      proof.add(
        Finding(
          exercise: exercise.id, stage: nil, position: exercise.position(of: error), seed: seed,
          what: "it cannot be dealt: \(error)",
          remedy: "change the settings, the premises or the draw until every seed deals"))
    }
  }
  return proof
}

extension Exercise {
  /// The premise or the key that refused the last draw; the experiment, where it is neither.
  fileprivate func position(of error: GradingError) -> Position {
    switch error {
    case .noDeal(_, _, _, .premise(let premise, _)?):
      let bounds = places.bounds(in: "premise")
      let index = premises.firstIndex(of: premise)
      return places[index.flatMap { bounds.indices.contains($0) ? bounds[$0] : nil } ?? "premise"]
    case .noDeal(_, _, _, .nearTie(let id, _)?):
      return stages.first { $0.id == id }?.places["answer"] ?? places.start
    case .noDeal, .cannotRun, .undefined, .unknownColumn:
      return places.start
    }
  }
}

/// One stage of one instance, tried out.
struct StageProof {
  let instance: Instance
  let stage: Stage
  let runner: Runner

  var faults: [Fault] {
    switch stage.task {
    case .choose:
      instance.question(of: stage)?.faults(hints: stage.hints, runner: runner) ?? []
    case .tune(let tuning): faults(tuning)
    case .order(let ordering): faults(ordering)
    case .write(let writing): faults(writing)
    }
  }

  /// Grades an answer as it is typed, and looks at the verdict; nil where it is as it must be.
  func expect(
    _ answer: Answer, _ name: String, remedy: String, at path: String, _ isRight: (Verdict) -> Bool
  ) -> Fault? {
    do {
      let typed = try Answer(text: answer.text, for: stage)
      let verdict = try grade(instance, stage, typed, runner: runner)
      return isRight(verdict)
        ? nil : Fault("\(name): \(verdict.headline.withoutStop)", remedy, at: path)
    } catch {
      return Fault("\(name) cannot be graded: \(error)", remedy, at: path)
    }
  }
}

extension Verdict {
  var isFull: Bool { passed && score == 1 }
  var isNothing: Bool { !passed && score == 0 }
}

// MARK: - One task a kind

extension StageProof {
  /// The solution passes; the near misses do not, and what is there at the start earns nothing.
  private func faults(_ tuning: Tuning) -> [Fault] {
    let solution = expect(
      .settings(tuning.solution), "the solution \(tuning.solution.words)",
      remedy: "give a solution that holds on every table, or ask for less", at: "solution"
    ) { $0.isFull }
    let start = expect(
      .settings([]), "unchanged settings",
      remedy: "start the stage with a fault, or ask for more",
      at: stage.places.bounds(in: "conditions").first ?? "conditions"
    ) { $0.isNothing }
    let misses = tuning.nearMisses.enumerated().map { index, miss in
      expect(
        .settings(miss.settings), "the near miss \(miss.settings.words)",
        remedy: "make the form offer it, and the goal refuse it", at: "near-misses/\(index)/with"
      ) { !$0.passed && $0.score < 1 }
    }
    return ([solution, start] + misses).compactMap { $0 }
  }

  /// All points pass, none do not.
  private func faults(_ writing: Writing) -> [Fault] {
    let all = writing.verdict(own: writing.points.map(\.id))
    guard all.passed, all.score == 1, !writing.verdict(own: []).passed else {
      return [
        Fault(
          "all points do not pass, or none do",
          "give at least one point, and a pass mark above 0 and up to 1", at: "rubric/pass")
      ]
    }
    return []
  }
}
