// An exercise, a seed and an answer give a verdict. One judge a kind of task: choose
// (Question.swift), tune, order, write. Malformed, wrong and right are three answers: the first
// is an error, the others are verdicts.

package import Courseware
package import Experiments

/// What an answer to a stage of an instance earns, and why.
///
/// - Parameter markers: who marks written answers.
/// - Throws: ``AnswerError`` for an answer that cannot be graded; it costs no attempt.
package func grade(
  _ instance: Instance, _ stage: Stage, _ answer: Answer, runner: Runner, markers: Markers = .none
) throws(AnswerError) -> Verdict {
  switch stage.task {
  case .choose(let choice):
    let question =
      instance.question(of: stage)
      ?? Question(
        choice: choice, base: instance.settings(for: stage), seed: instance.seed, name: stage.id)
    return try question.grade(answer, runner: runner)
  case .tune(let tuning):
    guard case .settings(let settings) = answer else {
      throw .wrongKind(expected: "settings, such as \(tuning.example)")
    }
    return try instance.grade(tuning, of: stage, try tuning.checked(settings), runner: runner)
  case .order(let ordering):
    guard case .order(let steps) = answer else {
      throw .wrongKind(expected: "the steps in order: \(ordering.names.joined(separator: ", "))")
    }
    return try instance.grade(ordering, of: stage, try ordering.checked(steps), runner: runner)
  case .write(let writing):
    guard case .text(let text) = answer else { throw .wrongKind(expected: "a written answer") }
    return try writing.grade(text, markers: markers)
  }
}
