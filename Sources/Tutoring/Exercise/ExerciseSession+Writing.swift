// A written answer, after its words are committed: the learner marks their own answer beside a
// senior one; then the machine's mark is laid beside theirs, with the words that it took. What it
// did not credit can be disputed, for a person to settle.

import Courseware
import Grading
import Scheduling
import Screen

// MARK: - Writing, and marking one's own

extension ExerciseSession {
  func writingTask(_ writing: Writing) -> [Element] {
    let structure = writing.structure.enumerated().map { index, line in
      Element.item(mark: "\(index + 1).", [Span(line, .muted)])
    }
    return [.prose([Span(writing.question, .bold)])] + structure + [.gap, .writing]
  }

  func marking(_ writing: Writing, in world: World) -> [Element] {
    let items = writing.points.enumerated().map { index, point in
      MenuItem(
        text: point.idea, mark: desk.found.contains(index) ? "[x]" : "[ ]", name: "\(index + 1)")
    }
    let then =
      isMarkedByMachine(writing, in: world)
      ? "Mark your own answer first; then the tutor's mark is laid beside it."
      : "Mark honestly: nobody else marks it, so your marks are its score."
    let broken = world.bench.markers.broken(writing).map {
      Element.prose([Span("The tutor cannot mark it now: \($0).", .warning)])
    }
    return [.prose([Span("Which of these did you say? ", .bold), Span(then)])]
      + [broken].compactMap(\.self) + [.menu(items, cursor: desk.cursor)]
  }

  /// The learner's text above the senior's, once it is committed.
  func answers(to stage: Stage, in world: World) -> [Element] {
    guard case .write(let writing) = stage.task else { return [] }
    return mine(stage, in: world) + [.gap, .heading(Self.seniorTitle)]
      + prose(in: world, stage).elements(for: writing.model)
  }

  func isMarkedByMachine(_ writing: Writing, in world: World) -> Bool {
    world.bench.markers.marker(for: writing) != nil
  }
}

// MARK: - Two marks side by side

extension ExerciseSession {
  func marks(
    _ verdict: Verdict, _ writing: Writing, _ stage: Stage, in world: World
  ) -> [Element] {
    guard isMarkedByMachine(writing, in: world) else { return [verdict.points] }
    let own = run(in: world)?.markedPoints ?? []
    let made = writing.points.count { own.contains($0.id) }
    let points = zip(writing.points, verdict.criteria).filter { $1.earned > 0 }
    return [
      .verdict(
        headline: verdict.headline, verdict.tone,
        lines: ["You had marked \(made) of \(writing.points.count) yourself."])
    ]
      + points.map { point, criterion in
        let reason = criterion.why + (own.contains(point.id) ? "" : "; you had not marked it")
        return .item(mark: "[x]", [Span(point.idea + " "), Span("(\(reason))", .muted)])
      } + missed(verdict, writing, stage, own: own, in: world)
  }

  /// What was not credited, to be disputed where the learner did say it.
  private func missed(
    _ verdict: Verdict, _ writing: Writing, _ stage: Stage, own: [String], in world: World
  ) -> [Element] {
    let missing = Self.missing(verdict, writing)
    guard !missing.isEmpty else { return [] }
    let disputed = run(in: world)?.given(to: stage.id)?.openDisputes ?? []
    let items = missing.enumerated().map { index, point in
      let isDisputed = disputed.contains(point.id)
      let reason: [String?] = [
        point.why, own.contains(point.id) ? "you had marked it" : nil,
        isDisputed ? "you say that you said it: a person settles that" : nil,
      ]
      let reasons = reason.compactMap(\.self).joined(separator: "; ")
      return MenuItem(
        text: "\(point.idea) (\(reasons))", mark: isDisputed ? "[?]" : "[ ]",
        name: "\(index + 1)")
    }
    return [
      .gap,
      .prose([
        Span("Not found in your words. ", .bold),
        Span("If you did say one of these, say so: it is kept for a person to settle."),
      ]), .menu(items, cursor: min(desk.cursor, items.count - 1)),
    ]
  }

  private struct MissedPoint {
    let id: String
    let idea: String
    let why: String
  }

  private static func missing(_ verdict: Verdict, _ writing: Writing) -> [MissedPoint] {
    zip(writing.points, verdict.criteria).compactMap { point, criterion in
      criterion.earned > 0
        ? nil : MissedPoint(id: point.id, idea: point.idea, why: criterion.why)
    }
  }
}

// MARK: - "I did say that"

extension ExerciseSession {
  func disputing(_ stage: Stage, in world: World) -> [Action] {
    let count = disputable(stage, in: world).count
    guard count > 0 else { return [] }
    let said = Action(
      keys: [.character("i")], word: "said", label: "I did say that",
      event: .pick(min(desk.cursor, count - 1)))
    return count == 1 ? [said] : [said, .up(.move(-1)), .down(.move(1))]
  }

  private func disputable(_ stage: Stage, in world: World) -> [MissedPoint] {
    guard case .write(let writing) = stage.task, let verdict = verdicts[stage.id],
      isMarkedByMachine(writing, in: world)
    else { return [] }
    return Self.missing(verdict, writing)
  }

  /// What can still be done with a written answer that is marked; false for everything else.
  mutating func dispute(_ event: Event, _ stage: Stage, in world: inout World) -> Bool {
    let missing = disputable(stage, in: world)
    guard !missing.isEmpty else { return false }
    switch event {
    case .move(let step): desk.move(step, count: missing.count)
    case .pick(let index) where missing.indices.contains(index):
      desk.cursor = index
      turnDispute(of: missing[index].id, stage, in: &world)
    case .pick: world.notice = "The points are 1 to \(missing.count)."
    default: return false
    }
    return true
  }

  /// Disputes a point, or takes the dispute back. What a person has settled since is disputed
  /// anew: it waits for a person once more.
  private mutating func turnDispute(of point: String, _ stage: Stage, in world: inout World) {
    let listed = run(in: world)?.disputedPoints(of: stage.id) ?? []
    let open = run(in: world)?.given(to: stage.id)?.openDisputes ?? []
    let others = listed.filter { $0 != point }
    let isTakenBack = open.contains(point)
    if listed.contains(point) { record(disputed: others, stage, in: &world) }
    if !isTakenBack { record(disputed: others + [point], stage, in: &world) }
    world.notice =
      isTakenBack
      ? "Taken back."
      : "Kept. The grade stays until a person has settled it: centroid disputes"
  }

  private func record(disputed points: [String], _ stage: Stage, in world: inout World) {
    world.record(
      .disputed(
        Disputed(item: exercise.id, part: stage.id, attempt: attempt, points: points)))
  }
}
