// The runs that decided a verdict, each with its figure, its settings, and the line that runs it
// again. From here a run can be taken to the playground. What is shown is graded again from the
// journal, so that the page says the same whenever it is opened.

import Courseware
import Experiments
import Grading
import Scheduling
import Screen
import Wording

struct EvidenceSession: Session {
  private let route: Route
  private let title: String
  private let part: String
  private let verdict: Verdict
  /// Whether the task was a text, which no run decides.
  private let isWritten: Bool
  private var cursor: Int

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .evidence(let item, let part) = bookmark.route,
      let graded = world.lastVerdict(on: item, part)
    else { return nil }
    route = bookmark.route
    self.part = part
    (title, verdict, isWritten) = graded
    cursor = min(max(0, bookmark.cursor ?? 0), max(0, verdict.evidence.count - 1))
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: route)
    bookmark.cursor = cursor
    return bookmark
  }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    let runs = verdict.evidence
    switch event {
    case .move(let step): cursor = min(max(0, cursor + step), max(0, runs.count - 1))
    case .pick(let index) where runs.indices.contains(index): cursor = index
    case .pick where !runs.isEmpty: world.notice = "Choose a run from 1 to \(runs.count)."
    case .play where runs.indices.contains(cursor): world.wish = .play(runs[cursor].settings)
    case .back: world.wish = .back
    default: break
    }
  }
}

extension EvidenceSession {
  func scene(in world: World) -> Scene {
    let runs = verdict.evidence
    let opening: [Element] = [.prose([Span(verdict.headline, .bold)]), .gap]
    guard runs.indices.contains(cursor) else {
      return Scene(
        title: "Evidence", place: "\(title), \(part)",
        main: opening + [.prose([Span(noRun)])], actions: Action.always)
    }
    let items = runs.enumerated().map { index, run in
      MenuItem(text: run.name, note: run.value, name: "\(index + 1)")
    }
    return Scene(
      title: "Evidence", place: "\(title), \(part)",
      main: opening + [.menu(items, cursor: cursor), .gap] + details(of: runs[cursor], in: world),
      actions: [Self.replay, .up(.move(-1)), .down(.move(1))] + Action.always)
  }

  private var noRun: String {
    isWritten
      ? "No run decided this: a text is held against its points, one by one."
      : "No run decided this."
  }

  private func details(of evidence: Evidence, in world: World) -> [Element] {
    let run = evidence.run.told(of: world.bench.courseFolder)
    let settings = evidence.run.leastSettings.map { "\($0.name) \($0.value)" }
    return [
      .prose([Span("\(evidence.name): \(evidence.value)", .bold)]),
      .prose([Span("The run: \(settings.joined(separator: ", ")).")]),
      .prose([Span("This line runs it again and prints the same figure:", .muted)]),
      .code(run.lines(width: Self.width).joined(separator: "\n"), firstLine: nil),
    ]
  }

  /// So that the line fits the smallest window.
  private static let width = 74

  private static let replay = Action(
    keys: [.enter, .character("p")], word: "play", label: "replay in the playground", event: .play)
}

extension Action {
  /// Opens the runs that decided a verdict.
  static func evidence(_ item: String, _ part: String) -> Action {
    Action(
      keys: [.character("e")], word: "evidence", label: "evidence",
      event: .open(.evidence(item: item, part: part)))
  }
}

// MARK: - Graded again

extension World {
  typealias Graded = (title: String, verdict: Verdict, isWritten: Bool)

  /// The verdict on the last answer to a part; nil where there was none.
  func lastVerdict(on item: String, _ part: String) -> Graded? {
    let runs = progress.record(of: item)?.runs ?? []
    guard let run = runs.last(where: { $0.answer(to: part) != nil }),
      let given = run.given(to: part)
    else { return nil }
    if let exercise = course.exercise(item) { return verdict(on: given, in: exercise, run) }
    let answer = given.answer
    guard let reading = course.reading(item),
      let check = reading.pages.flatMap(\.checks).first(where: { $0.id == part })
    else { return nil }
    let question = Question(
      choice: check.choice, base: [], seed: answer.seed, name: "\(item)/\(part)")
    let verdict = try? question.grade(.choice(answer.answer), runner: bench.runner)
    return verdict.map {
      (reading.title, $0.counting(for: given, in: .choose(check.choice)), false)
    }
  }

  /// The mark of a text is told here too only after the learner's own.
  private func verdict(on given: GivenAnswer, in exercise: Exercise, _ run: Run) -> Graded? {
    let markers = run.markedPoints == nil ? Markers.none : bench.markers
    guard let stage = exercise.stages.first(where: { $0.id == given.answer.part }),
      let instance = try? exercise.instance(seed: given.answer.seed, runner: bench.runner),
      let answer = try? Answer(text: given.answer.answer, for: stage),
      let verdict = try? grade(
        instance, stage, answer, runner: bench.runner, markers: markers)
    else { return nil }
    let isWritten = if case .write = stage.task { true } else { false }
    if isWritten, run.markedPoints == nil { return (exercise.title, verdict, isWritten) }
    return (
      exercise.title, verdict.counting(for: given, own: run.markedPoints, in: stage.task),
      isWritten
    )
  }
}
