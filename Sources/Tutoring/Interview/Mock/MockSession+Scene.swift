// What is seen of a mock interview. While questions are asked it holds the question and what is
// being written, and nothing else: no point, no mark, no senior answer.

import Courseware
import Scheduling
import Screen
import Wording

extension MockSession {
  func scene(in world: World) -> Scene {
    guard let sheet else { return form(in: world) }
    if let (index, exercise) = asked { return asking(exercise, index, sheet, in: world) }
    if let index = sheet.current { return gone(index, sheet) }
    if let index = sheet.looked, let review {
      return looking(at: review, index, sheet, in: world)
    }
    return summary(sheet, in: world)
  }

  static let title = "Mock interview"
}

// MARK: - Before

extension MockSession {
  private func form(in world: World) -> Scene {
    let fields = MockPlan.Name.allCases.map { name in
      Field(
        name: name.rawValue, label: name.rawValue, value: plan.value(of: name),
        choices: plan.choices(of: name, among: questions))
    }
    let past = world.course.table(of: world.progress.mocks.suffix(Self.shownPast), world.progress)
    return Scene(
      title: Self.title, place: "\(counted(questions.count, "question")) in the course",
      main: [.prose([Span(Self.introduction)]), .gap, .form(fields, cursor: field)]
        + (past.isEmpty ? [] : [.gap, .heading("Interviews so far")] + past),
      actions: [
        .enter("begin"), .up(.move(-1)), .down(.move(1)),
        Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
        Action(keys: [.left], word: "left", label: "change back", event: .turn(-1)),
      ] + Action.always)
  }

  private static let shownPast = 5

  private static let introduction =
    "Questions come one after the other. Nothing is told before the last answer is committed: "
    + "then you see each answer beside the senior one, mark it, and see the machine's marks. "
    + "Time is for the whole, in minutes, or own for each question's own minutes. "
    + "The clock stands still while you are away."
}

// MARK: - Asking

extension MockSession {
  private func asking(
    _ exercise: Exercise, _ index: Int, _ sheet: MockSheet, in world: World
  ) -> Scene {
    let more = max(0, world.now.milliseconds - since.milliseconds)
    let time = MockTime(sheet, index, more: more)
    let structure = exercise.writing?.writing.structure ?? []
    let items = structure.enumerated().map { place, line in
      Element.item(mark: "\(place + 1).", [Span(line, .muted)])
    }
    var scene = Scene(
      title: Self.title,
      place: "question \(index + 1) of \(sheet.questions.count) · \(exercise.level)",
      main: [.heading(exercise.title), .prose([Span(exercise.question, .bold)])] + items
        + (time.map { [.gap, $0.element(questions: sheet.questions.count - index)] } ?? []),
      aside: [.writing],
      actions: [.commitAnswer, .skipQuestion, .endInterview] + Action.always,
      input: .text(draft), pace: time == nil ? nil : Self.second)
    scene.clock = time?.clock
    return scene
  }

  private static let second = 1000
}

extension Exercise {
  var question: String { writing?.writing.question ?? title }
}

extension Action {
  fileprivate static let commitAnswer = Action(
    keys: [.control("d")], word: "commit", label: "commit", event: .submit)
  fileprivate static let skipQuestion = Action(
    keys: [.function(3)], word: "skip", label: "skip", event: .next)
  fileprivate static let endInterview = Action(
    keys: [.function(4)], word: "end", label: "end the interview",
    event: .set(field: MockSession.ending, value: "now"))
}

// MARK: - A question that is gone

extension MockSession {
  /// The course was changed in the meantime. Nothing is thrown away unasked: with the course as it
  /// was, the interview goes on as it was.
  private func gone(_ index: Int, _ sheet: MockSheet) -> Scene {
    Scene(
      title: Self.title, place: "question \(index + 1) of \(sheet.questions.count)",
      main: [
        .prose([
          Span(
            "The course does not have this question any more: “\(sheet.questions[index])”.", .bold)
        ]),
        .prose([
          Span(
            "Go on without it; or leave, and come back once the course has it again. What you have "
              + "written to the other questions is kept, and the clock stands still here.")
        ]),
      ],
      actions: [
        Action(
          keys: [.enter, .function(3)], word: "skip", label: "go on without it", event: .next),
        .endInterview,
      ] + Action.always)
  }
}

// MARK: - Looking

extension MockSession {
  /// The question's own scene, its two halves put beside each other: mine and the senior's.
  private func looking(
    at review: ExerciseSession, _ index: Int, _ sheet: MockSheet, in world: World
  ) -> Scene {
    let scene = review.scene(in: world)
    let (mine, senior) = Self.halves(of: scene)
    let isLast = !(index + 1..<sheet.questions.count).contains { reviews[$0] != nil }
    let actions = scene.actions.compactMap { action -> Action? in
      switch action.event {
      case .restart, .previous, .hint: nil
      case .next:
        Action(
          keys: action.keys, word: action.word, label: isLast ? "the result" : "next answer",
          event: .next)
      default: action
      }
    }
    var compared = Scene(
      title: Self.title,
      place: "answer \(index + 1) of \(sheet.questions.count)"
        + (sheet.late.contains(index) ? " · finished after time" : ""),
      main: mine, aside: senior, actions: actions, notice: scene.notice)
    compared.comparesTexts = true
    return compared
  }

  private static func halves(of scene: Scene) -> (mine: [Element], senior: [Element]) {
    let start = Element.heading(ExerciseSession.seniorTitle)
    func cut(_ elements: [Element]) -> (before: [Element], from: [Element]) {
      let place = elements.firstIndex(of: start) ?? elements.count
      return (Array(elements[..<place]), Array(elements[place...]))
    }
    let (main, aside) = (cut(scene.main), cut(scene.aside))
    // While marking the senior answer stands in the main part, afterwards beside it.
    return main.from.isEmpty
      ? (main.before + aside.before, aside.from) : (main.before, main.from + [.gap] + scene.aside)
  }
}

// MARK: - The result

extension MockSession {
  private func summary(_ sheet: MockSheet, in world: World) -> Scene {
    guard case .mocked(let interview) = sheet.happening else { return form(in: world) }
    let report = world.course.report(of: interview, world.progress)
    return Scene(
      title: Self.title, place: "result",
      main: [
        .verdict(headline: report.headline, report.tone, lines: report.lines), .gap,
        .table(header: MockReport.header, rows: report.rows), .gap,
        .prose([Span(Self.meaning, .muted)]),
      ],
      actions: [
        Action(
          keys: [.enter, .character("n"), .space], word: "next", label: "back", event: .next),
        Action(keys: [.character("x")], word: "another", label: "another one", event: .restart),
        Action(
          keys: [.character("d")], word: "marks", label: "your marks beside the machine's",
          event: .open(.selfMarks)),
      ] + Action.always)
  }

  private static let meaning =
    "What counts are the points that the machine credits; where it does not mark, those that you "
    + "credit. What a person decided goes over both. Structure is told beside them and counts for nothing here."
}
