// A lesson or a walkthrough, page by page. What follows a question on its page stays hidden
// until the question is answered. Reading passes nothing: a reading is passed when each of
// its questions has been answered right.

import Courseware
import Experiments
import Grading
import Scheduling
import Screen

struct ReadingSession: Session {
  let reading: Reading
  private(set) var attempt: String
  private(set) var seed: UInt64
  private(set) var page: Int
  private var panel = QuestionPanel()
  /// The question that is asked once more after a wrong answer.
  private var retrying: String?

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .reading(let id) = bookmark.route, let reading = world.course.reading(id),
      !reading.pages.isEmpty
    else { return nil }
    self.reading = reading
    let run = world.progress.record(of: id)?.runs.last
    attempt = bookmark.attempt ?? run?.attempt ?? world.nonce
    seed = bookmark.seed ?? run?.seed ?? world.freshSeed(for: id)
    page = min(max(0, bookmark.position ?? 0), reading.pages.count - 1)
    panel.cursor = bookmark.cursor ?? 0
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .reading(reading.id))
    bookmark.attempt = attempt
    bookmark.seed = seed
    bookmark.position = page
    bookmark.cursor = panel.cursor
    return bookmark
  }

  mutating func appear(in world: inout World) {
    world.record(.seen(item: reading.id))
  }

  mutating func handle(_ event: Event, in world: inout World) {
    if let check = openCheck(in: world),
      panel.handle(event, options: question(check).options.count)
    {
      return
    }
    switch event {
    case .pick(let index): pick(index, in: &world)
    case .enter: answer(in: &world)
    case .next: turn(by: 1, in: &world)
    case .previous: turn(by: -1, in: &world)
    case .undo: retry(in: world)
    case .restart: restart(in: &world)
    case .back: world.wish = .back
    default: break
    }
  }
}

// MARK: - Events

extension ReadingSession {
  private mutating func pick(_ index: Int, in world: inout World) {
    guard let check = openCheck(in: world) else { return }
    let question = question(check)
    guard question.options.indices.contains(index) else {
      world.notice = "Choose a number from 1 to \(question.options.count)."
      return
    }
    panel.cursor = index
    answer(in: &world)
  }

  private mutating func answer(in world: inout World) {
    guard let check = openCheck(in: world) else { return turn(by: 1, in: &world) }
    do {
      let question = question(check)
      let option = question.options[min(panel.cursor, question.options.count - 1)].id
      let verdict = try question.grade(.choice(option), runner: world.bench.runner)
      world.record(
        .answered(
          Answered(
            item: reading.id, part: check.id, seed: seed, attempt: attempt, answer: option,
            confidence: panel.confidence,
            chance: panel.said(among: question.options.count)?.chance,
            score: verdict.score, passed: verdict.passed,
            misconceptions: verdict.misconceptions)))
      noteRead(answering: check, in: &world)
      retrying = nil
      panel = QuestionPanel()
      finishIfDone(with: check.id, verdict, in: &world)
    } catch {
      world.notice = "\(error)"
    }
  }

  /// With the last of its questions answered a page is read, whether it is turned or not.
  private func noteRead(answering check: Check, in world: inout World) {
    let isLast = visibleChecks.allSatisfy {
      $0.id == check.id || lastAnswer(to: $0, in: world) != nil
    }
    if isLast { world.record(.seen(item: Item.page(reading.pages[page], of: reading))) }
  }

  /// The last right answer ends the run-through. The score counts first answers only.
  private func finishIfDone(with part: String, _ verdict: Verdict, in world: inout World) {
    let run = world.progress.record(of: reading.id)?.run(attempt)
    guard run?.finish == nil else { return }
    let checks = checks.map(\.id)
    let isDone = checks.allSatisfy { id in
      id == part ? verdict.passed : run?.answer(to: id)?.passed == true
    }
    guard isDone else { return }
    let firsts = checks.map { id in
      run?.answers.first { $0.part == id }?.score ?? verdict.score
    }
    world.record(
      .finished(
        Finished(
          item: reading.id, attempt: attempt, seed: seed,
          score: firsts.reduce(0, +) / Double(max(1, firsts.count)), passed: true)))
    world.notice = "Every question of this text is answered right: it counts as passed."
  }

  private mutating func turn(by step: Int, in world: inout World) {
    let next = page + step
    // A page is read to its end when it is turned with nothing of it hidden.
    if step > 0, openCheck(in: world) == nil {
      world.record(.seen(item: Item.page(reading.pages[page], of: reading)))
    }
    retrying = nil
    panel = QuestionPanel()
    if reading.pages.indices.contains(next) {
      page = next
    } else if next >= reading.pages.count {
      world.wish = .back
      page = firstOpenPage(in: world) ?? 0
      if let open = checks.first(where: { isOpen($0, in: world) }) {
        world.notice = "Still open here, on page \(page + 1): \"\(open.choice.question)\""
      }
    }
  }

  private mutating func retry(in world: World) {
    retrying = visibleChecks.last { lastAnswer(to: $0, in: world)?.passed == false }?.id
    panel = QuestionPanel()
  }

  private mutating func restart(in world: inout World) {
    attempt = world.nonce
    seed = world.freshSeed(for: reading.id)
    page = 0
    retrying = nil
    panel = QuestionPanel()
    world.notice = "All questions are open again."
  }
}

// MARK: - What is open

extension ReadingSession {
  private var checks: [Check] { reading.pages.flatMap(\.checks) }
  private var visibleChecks: [Check] { reading.pages[page].checks }

  private func question(_ check: Check) -> Question {
    Question(choice: check.choice, base: [], seed: seed, name: "\(reading.id)/\(check.id)")
  }

  private func lastAnswer(to check: Check, in world: World) -> Answered? {
    lastGiven(to: check, in: world)?.answer
  }

  private func lastGiven(to check: Check, in world: World) -> GivenAnswer? {
    world.progress.record(of: reading.id)?.run(attempt)?.given(to: check.id)
  }

  /// Whether a question still waits for its right answer.
  private func isOpen(_ check: Check, in world: World) -> Bool {
    lastAnswer(to: check, in: world)?.passed != true
  }

  private func firstOpenPage(in world: World) -> Int? {
    reading.pages.firstIndex { $0.checks.contains { isOpen($0, in: world) } }
  }

  /// The first question of the page that waits for an answer.
  private func openCheck(in world: World) -> Check? {
    visibleChecks.first { check in
      check.id == retrying || lastAnswer(to: check, in: world) == nil
    }
  }
}

// MARK: - Scene

extension ReadingSession {
  func scene(in world: World) -> Scene {
    let topic = world.course.topic(ofReading: reading.id)
    let prose = world.prose(of: topic)
    let open = openCheck(in: world)
    var main: [Element] = [.heading(reading.pages[page].title)]
    for passage in reading.pages[page].passages {
      if case .check(let check) = passage, check.id == open?.id { break }
      main += elements(for: passage, prose, in: world)
    }
    return Scene(
      title: reading.title, place: "\(page + 1) of \(reading.pages.count) pages",
      main: main, aside: open.map { aside(for: $0) } ?? [], actions: actions(open, in: world))
  }

  private func elements(for passage: Passage, _ prose: Prose, in world: World) -> [Element] {
    switch passage {
    case .prose(let block): prose.elements(for: block) + [.gap]
    case .callout(let audience, let blocks):
      world.wants(audience) ? [prose.callout(audience, blocks), .gap] : []
    case .plot(let plot): world.picture(of: plot) + [.gap]
    case .check(let check): answered(check, in: world)
    case .source(let excerpt):
      [
        .prose([Span("\(excerpt.file), line \(excerpt.firstLine)", .muted)]),
        .code(excerpt.lines.joined(separator: "\n"), firstLine: excerpt.firstLine), .gap,
      ]
    }
  }

  private func aside(for check: Check) -> [Element] {
    panel.elements(
      question: check.choice.question, options: question(check).options.map(\.text))
  }

  /// An answered question keeps its answer and what the run said to it.
  private func answered(_ check: Check, in world: World) -> [Element] {
    let question = question(check)
    guard let given = lastGiven(to: check, in: world),
      let verdict = verdict(on: given.answer.answer, to: check, in: world)?
        .counting(for: given, in: .choose(check.choice))
    else { return [] }
    let answer = given.answer.answer
    let mine = question.options.first { $0.id == answer }?.text ?? answer
    return [
      .prose([Span(check.choice.question, .bold)]), .prose([Span("Your answer: \(mine)")]),
      verdict.element, .gap,
    ]
  }

  private struct Marking: Hashable {
    let reading: String
    let check: String
    let seed: UInt64
    let answer: String
  }

  /// Nil where there is none, or none yet.
  private func verdict(on answer: String, to check: Check, in world: World) -> Verdict? {
    let key = Marking(reading: reading.id, check: check.id, seed: seed, answer: answer)
    let question = question(check)
    return try? world.bench.result(of: key) { (runner) throws(ExperimentError) in
      do throws(AnswerError) {
        return try question.grade(.choice(answer), runner: runner)
      } catch {
        if case .notRun(.cannotRun(_, let reason)) = error { throw reason }
        return nil
      }
    }
  }

  private func actions(_ open: Check?, in world: World) -> [Action] {
    let isLast = page == reading.pages.count - 1
    let question = open == nil ? [] : panel.actions
    let wrong = visibleChecks.contains { lastAnswer(to: $0, in: world)?.passed == false }
    let next = Action(
      keys: [.space, .character("n"), .right] + (open == nil ? [.enter] : []), word: "next",
      label: isLast ? "finish" : "next page", event: .next)
    let previous = Action(
      keys: [.character("b"), .character("p"), .left], word: "previous", label: "page back",
      event: .previous)
    let retry = Action(
      keys: [.character("t")], word: "try", label: "try again", event: .undo)
    let restart = Action(
      keys: [.character("x")], word: "reset", label: "ask all questions again", event: .restart)
    let answered = visibleChecks.last { $0.id != open?.id && lastAnswer(to: $0, in: world) != nil }
    let evidence = answered.map { [Action.evidence(reading.id, $0.id)] } ?? []
    return question + [next] + (page > 0 ? [previous] : []) + (wrong ? [retry] : []) + evidence
      + Action.always + [restart]
  }
}

extension Page {
  var checks: [Check] {
    passages.compactMap { passage in
      guard case .check(let check) = passage else { return nil }
      return check
    }
  }
}

extension World {
  /// Call-outs follow the level that the learner chose; both are shown until then.
  func wants(_ audience: Audience) -> Bool {
    switch progress.preference("level") {
    case "first-time": audience == .firstTime
    case "production": audience == .production
    default: true
    }
  }
}
