// A second opinion on a written answer, where the learner has configured one and asks for it. It is
// shown beside the mark and changes nothing: no grade, no score, nothing on record.

import Courseware
import Experiments
import Grading
import Scheduling
import Screen
import Wording

extension ExerciseSession {
  /// Nothing where nobody can be asked.
  func opinion(
    beside verdict: Verdict, _ writing: Writing, _ stage: Stage, in world: World
  ) -> [Element] {
    guard let second = world.bench.secondOpinion,
      let text = run(in: world)?.answer(to: stage.id)?.answer
    else { return [] }
    guard desk.opinionsAsked > 0 else { return [.gap, .prose([Span(second.offer, .muted)])] }
    let opinion = world.bench.opinion(on: text, to: writing, asked: desk.opinionsAsked)
    return [.gap, .heading("A second opinion")] + elements(opinion, verdict, second, writing)
  }

  /// One request at a time.
  func askingOpinion(_ stage: Stage, in world: World) -> [Action] {
    guard case .write(let writing) = stage.task, world.bench.secondOpinion != nil,
      let text = run(in: world)?.answer(to: stage.id)?.answer
    else { return [] }
    if desk.opinionsAsked > 0,
      case .pending = world.bench.opinion(on: text, to: writing, asked: desk.opinionsAsked)
    {
      return []
    }
    let label = desk.opinionsAsked == 0 ? "second opinion" : "ask again"
    return [Action(keys: [.character("o")], word: "opinion", label: label, event: .opinion)]
  }

  /// False where there is nobody to ask, or nothing to ask about.
  mutating func askOpinion(_ stage: Stage, in world: World) -> Bool {
    guard case .write = stage.task, world.bench.secondOpinion != nil else { return false }
    desk.opinionsAsked += 1
    return true
  }
}

// MARK: - In words

extension ExerciseSession {
  private func elements(
    _ opinion: Bench.OpinionResult, _ verdict: Verdict, _ second: SecondOpinion, _ writing: Writing
  ) -> [Element] {
    // Another headline each time: what comes then is new, even where it says the same.
    let count = desk.opinionsAsked > 1 ? "Asked \(desk.opinionsAsked) times: " : ""
    func saying(_ headline: String, _ lines: [String] = []) -> [Element] {
      [.verdict(headline: "\(count)\(headline) No mark changes.", .neutral, lines: lines)]
    }
    return switch opinion {
    case .pending:
      [.verdict(headline: "Asking \(second.name) …", .neutral, lines: [])]
    case .known(.failure(.calledOff)):
      saying("It was called off.")
    case .known(.failure(.failed(let reason))):
      saying("There is none.", reason.split(separator: "\n").map(String.init))
    case .known(.success(let opinion)):
      saying(
        opinion.agreement(with: verdict.credited ?? []),
        opinion.lines(beside: verdict.credited ?? [], writing)) + disputable(opinion, verdict)
    }
  }

  /// What to do about a point that only the second opinion finds.
  private func disputable(_ opinion: Opinion, _ verdict: Verdict) -> [Element] {
    let credited = verdict.credited ?? []
    let found = opinion.points.filter { $0.said == true && !credited.contains($0.id) }
    guard !found.isEmpty else { return [] }
    return [
      .prose([
        Span(
          "Where you agree with it and not with the mark, say “I did say that”: a person decides.")
      ])
    ]
  }
}

extension SecondOpinion {
  fileprivate var offer: String {
    "You can ask for a second opinion (\(name)). The question, its points and your answer are then "
      + "given to the command in your configuration. No mark changes."
  }
}

extension Opinion {
  fileprivate func agreement(with credited: [String]) -> String {
    let judged = points.filter { $0.said != nil }
    let same = judged.count { $0.said == credited.contains($0.id) }
    return "\(name) agrees with the mark on \(same) of \(counted(judged.count, "point"))."
  }

  fileprivate func lines(beside credited: [String], _ writing: Writing) -> [String] {
    let ideas = zip(points, writing.points).map { point, known in
      point.line(known.idea, isCredited: credited.contains(point.id))
    }
    return ideas + (remark.map { ["It remarks: \($0)"] } ?? []) + notes
  }
}

extension Opinion.Point {
  /// `[x] The idea (“words”; why; the mark says no)`
  fileprivate func line(_ idea: String, isCredited: Bool) -> String {
    guard let said else { return "[?] \(idea) (it says nothing of this)" }
    let quote = words.map { "“\($0)”" + (areTheirs ? "" : ", which you did not write") }
    let difference = said == isCredited ? nil : "the mark says \(isCredited ? "yes" : "no")"
    let reasons = [quote, why, difference].compactMap(\.self)
    return "\(said ? "[x]" : "[ ]") \(idea)"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))")
  }
}

// MARK: - Asking

extension Bench {
  enum OpinionResult {
    case pending
    case known(Result<Opinion, OpinionFailure>)
  }

  private struct OpinionKey: Hashable {
    let prompt: String
    let text: String
    /// Who asks again wants to hear again.
    let asked: Int
  }

  /// One that was called off, by leaving the page too, is not asked again by itself: it may cost
  /// money.
  func opinion(on text: String, to writing: Writing, asked: Int) -> OpinionResult {
    guard let secondOpinion else { return .known(.failure(.calledOff)) }
    let key = OpinionKey(prompt: writing.prompt, text: text, asked: asked)
    do {
      return .known(
        try result(of: key) { _ in secondOpinion.on(text, to: writing, isWanted: { isWanted }) })
    } catch {
      return error.isUnfinished ? .pending : .known(.failure(.calledOff))
    }
  }
}
