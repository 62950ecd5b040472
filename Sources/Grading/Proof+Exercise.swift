// An exercise is proved by doing it: over many seeds the model answers must earn everything, the
// known mistakes must not pass, an empty answer must earn nothing, and what is dealt must not be
// solved already. A course that breaks one of these is told before a learner meets it.

package import Courseware
package import Experiments
import Markup

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
        for fault in StageProof(instance: instance, stage: stage, runner: runner).faults {
          proof.add(
            Finding(
              exercise: exercise.id, stage: stage.id, position: stage.places[fault.path],
              seed: seed, what: fault.what, remedy: fault.remedy))
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
    case .noDeal, .cannotRun, .undefined:
      return places.start
    }
  }
}

/// One stage of one instance, tried out.
private struct StageProof {
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
  private func expect(
    _ answer: Answer, _ name: String, remedy: String, at path: String, _ isRight: (Verdict) -> Bool
  ) -> Fault? {
    do {
      let typed = try Answer(text: answer.text, for: stage)
      let verdict = try grade(instance, stage, typed, runner: runner)
      return isRight(verdict) ? nil : Fault("\(name): \(verdict.headline)", remedy, at: path)
    } catch {
      return Fault("\(name) cannot be graded: \(error)", remedy, at: path)
    }
  }
}

extension Verdict {
  fileprivate var isFull: Bool { passed && score == 1 }
  fileprivate var isNothing: Bool { !passed && score == 0 }
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

  /// The right order earns everything and runs without trouble; what is dealt does not pass, and
  /// backwards earns nothing.
  private func faults(_ ordering: Ordering) -> [Fault] {
    let solution = expect(
      .order(ordering.solution), "the right order",
      remedy: "write rules that some order keeps, without a circle", at: "constraints"
    ) { $0.isFull }
    let deal = expect(
      .order(instance.dealt(of: stage).map(\.step)), "the order that is dealt",
      remedy: "write rules that some order breaks", at: "constraints"
    ) { !$0.passed && $0.score < 1 }
    guard solution == nil, deal == nil else { return [solution, deal].compactMap { $0 } }
    let backwards = expect(
      .order(ordering.solution.reversed()), "the right order backwards",
      remedy: "write rules for more of the pairs", at: "constraints"
    ) { $0.isNothing }
    return ([backwards, trouble(in: ordering)] + swaps(of: ordering)).compactMap { $0 }
  }

  /// Two neighbours of the right order change places: the least that can be wrong with it.
  private func swaps(of ordering: Ordering) -> [Fault?] {
    let rules = ordering.rules
    return rules.validOrder.indices.dropLast().map { place in
      var order = rules.validOrder
      order.swapAt(place, place + 1)
      let isValid = rules.violations(in: order) == 0
      let words = order.map { ordering.steps[$0].step }
      return expect(
        .order(words), "the order \(words.map(\.rawValue).joined(separator: " "))",
        remedy: "let the weights differ less", at: "constraints"
      ) { isValid ? $0.isFull : !$0.passed && $0.score > 0 && $0.score < 1 }
    }
  }

  /// All points pass, none do not.
  private func faults(_ writing: Writing) -> [Fault] {
    let all = try? selfMark(writing, found: writing.points.map(\.id))
    let none = try? selfMark(writing, found: [])
    guard let all, let none, all.passed, all.score == 1, !none.passed else {
      return [
        Fault(
          "all points do not pass, or none do",
          "give at least one point, and a pass mark above 0 and up to 1", at: "rubric/pass")
      ]
    }
    return []
  }
}

// MARK: - The right order, as it runs

extension StageProof {
  /// An order that the rules call right and the run does not. The rule at fault is the one that
  /// has only to be turned round.
  private func trouble(in ordering: Ordering) -> Fault? {
    guard let trouble = trouble(on: ordering) else { return nil }
    let culprit = ordering.constraints.indices.first { index in
      let turned = ordering.turning(index)
      return turned.rules.circle == nil && self.trouble(on: turned) == nil
    }
    return Fault(
      "the right order runs into trouble: \(trouble)",
      "turn the rule round, or change what is run",
      at: culprit.map { "constraints/\($0)" } ?? "constraints")
  }

  private func trouble(on ordering: Ordering) -> String? {
    do {
      let reports = try runner.flow(instance.experiment(for: stage), ordering.solution)
      return reports.first { $0.state != .good }.map { "\($0.step.rawValue): \($0.sentence)" }
    } catch {
      return "\(error)"
    }
  }
}
