// A mock interview: questions drawn by seed, asked one after the other, under a clock if wanted.
// Only after the last answer is committed, or the learner ends the interview, are the answers put
// on record; then each is looked at beside the senior one, marked by the learner, and only then
// shown with the machine's marks. That part is the written stage of each question itself.
//
//   setup → asking, question by question → looking, answer by answer → summary
//
// The clock stands still while the learner is away: what is kept is the time of writing.

import Courseware
import Experiments
import Grading
import Scheduling

struct MockSession: Session {
  let questions: [Exercise]
  var plan = MockPlan()
  /// The field of the form under the cursor.
  var field = 0
  var sheet: MockSheet?
  var draft = Draft()
  /// The answers on record, by their place; nil where nothing was answered.
  var reviews: [Int: ExerciseSession] = [:]
  /// Since when time counts that is not on the sheet yet.
  private(set) var since: Instant
  /// What was asked for once, and is done when it is asked for again.
  private var doubted: Doubted?
  /// Whether an interview was under way that cannot be read any more.
  private var wasUnreadable = false
  private var hasAppeared = false

  init?(_ bookmark: Bookmark, in world: World) {
    questions = world.course.interviewQuestions
    guard !questions.isEmpty else { return nil }
    since = world.now
    plan.count = min(plan.count, questions.count)
    for setting in bookmark.settings ?? [] {
      guard let name = MockPlan.Name(rawValue: setting.name) else { continue }
      try? plan.set(name, to: setting.value, among: questions)
    }
    field = min(max(0, bookmark.cursor ?? 0), MockPlan.Name.allCases.count - 1)
    draft = bookmark.draft ?? Draft()
    sheet = bookmark.interview?.sound
    wasUnreadable = bookmark.interview != nil && sheet == nil
    if sheet?.current != nil { sheet?.pauses += 1 }
    openReviews(bookmark, in: world)
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .mock)
    bookmark.settings = MockPlan.Name.allCases.map { Setting($0.rawValue, plan.value(of: $0)) }
    bookmark.interview = sheet
    if let review {
      bookmark.cursor = review.desk.cursor
      bookmark.found = review.bookmark.found
    } else {
      bookmark.cursor = field
      bookmark.draft = sheet?.current == nil ? nil : draft
    }
    return bookmark
  }

  /// An interview that is not begun, or looked at to its end, is nothing to come back to.
  var isOver: Bool { sheet.map { $0.looked == $0.questions.count } ?? true }

  mutating func appear(in world: inout World) {
    since = world.now
    if hasAppeared, sheet?.current != nil { sheet?.pauses += 1 }
    hasAppeared = true
    if wasUnreadable {
      world.notice = "The interview that was under way here cannot be read any more."
      wasUnreadable = false
    }
  }

  mutating func handle(_ event: Event, in world: inout World) {
    if event == .back { return leave(in: &world) }
    guard let sheet else { return setUp(event, in: &world) }
    if sheet.current != nil {
      ask(event, in: &world)
    } else if sheet.looked == sheet.questions.count {
      close(event, in: &world)
    } else {
      look(event, in: &world)
    }
  }

  private mutating func leave(in world: inout World) {
    rest(in: world)
    world.wish = .back
  }

  mutating func rest(in world: World) { count(until: world.now) }
}

extension MockSession {
  /// A question of the sheet; nil where the course does not have it any more.
  func question(_ index: Int, of sheet: MockSheet) -> Exercise? {
    questions.first { $0.id == sheet.questions[index] }
  }

  /// The question that is asked now.
  var asked: (index: Int, exercise: Exercise)? {
    guard let sheet, let index = sheet.current, let exercise = question(index, of: sheet) else {
      return nil
    }
    return (index, exercise)
  }

  /// The answer that is looked at now.
  var review: ExerciseSession? { sheet?.looked.flatMap { reviews[$0] } }
}

// MARK: - Before

extension MockSession {
  private mutating func setUp(_ event: Event, in world: inout World) {
    switch event {
    case .move(let step):
      field = min(max(0, field + step), MockPlan.Name.allCases.count - 1)
    case .turn(let step): turn(step)
    case .set(let field, let value): set(field, value, in: &world)
    case .enter, .submit: begin(in: &world)
    default: break
    }
  }

  private mutating func turn(_ step: Int) {
    let name = MockPlan.Name.allCases[field]
    let choices = plan.choices(of: name, among: questions)
    let now = choices.firstIndex(of: plan.value(of: name)) ?? 0
    let next = min(max(0, now + step), choices.count - 1)
    try? plan.set(name, to: choices[next], among: questions)
  }

  private mutating func set(_ field: String, _ value: String, in world: inout World) {
    guard let name = MockPlan.Name(rawValue: field) else {
      let names = MockPlan.Name.allCases.map(\.rawValue).joined(separator: ", ")
      return world.notice = "There is no \"\(field)\" here; you can set \(names)."
    }
    do throws(MockPlan.Refusal) {
      try plan.set(name, to: value, among: questions)
    } catch {
      world.notice = error.words
    }
  }

  private mutating func begin(in world: inout World) {
    let met = Set(world.progress.mocks.map(\.interview.seed))
    let seed =
      met.contains(world.seed)
      ? shortSeed(from: world.seed, for: "mock interview", notIn: met) : world.seed
    let drawn = plan.drawn(from: questions, world.progress, seed: seed)
    guard !drawn.isEmpty else {
      return world.notice = "There is no question of the tier \(plan.tier)."
    }
    var sheet = MockSheet(
      attempt: world.nonce, seed: seed, tier: plan.tier, questions: drawn.map(\.id),
      elapsed: drawn.map { _ in 0 })
    switch plan.time {
    case .free: break
    case .own: sheet.each = drawn.map { Int64($0.minutes) * 60_000 }
    case .minutes(let minutes): sheet.whole = Int64(minutes) * 60_000
    }
    if drawn.count < plan.count {
      world.notice =
        "The course has \(drawn.count) of the tier \(plan.tier): all of them are asked."
    }
    self.sheet = sheet
    draft = Draft()
    since = world.now
  }
}

// MARK: - Asking

extension MockSession {
  private mutating func ask(_ event: Event, in world: inout World) {
    // Time that passes is shown, and kept with what the learner does next, or now and then.
    let passed = world.now.milliseconds - since.milliseconds
    guard event != .tick || passed >= Self.mostUncounted else { return }
    count(until: world.now)
    guard event != .tick else { return }
    let before = doubted
    doubted = nil
    if asked == nil, [.next, .enter, .submit].contains(event) { return take("", in: &world) }
    switch event {
    case .edit(let edit): world.notice = draft.take(edit)
    case .write(let text):
      draft = Draft(text: text, cursor: text.count)
      commit(in: &world)
    case .submit: commit(in: &world)
    case .next where before == .skipping || draft.isBlank: skip(in: &world)
    case .next: doubt(.skipping, in: &world)
    case .set(Self.ending, _) where before == .ending: end(in: &world)
    case .set(Self.ending, _): doubt(.ending, in: &world)
    case .set:
      world.notice =
        "An interview is under way; this is its question. To begin another, end this one."
    default: break
    }
  }

  static let ending = "end"
  /// What is lost of the clock at most where the program is ended by force.
  private static let mostUncounted: Int64 = 15_000

  private enum Doubted {
    case skipping, ending
  }

  /// What cannot be taken back is asked for twice.
  private mutating func doubt(_ step: Doubted, in world: inout World) {
    doubted = step
    world.notice =
      switch step {
      case .skipping:
        "Once more goes to the next question: what stands here is committed as your answer."
      case .ending:
        "Once more ends the interview: what stands here is committed, and no more is asked."
      }
  }

  private mutating func skip(in world: inout World) {
    take(isAnswer(draft.text) ? draft.answer : "", in: &world)
  }

  /// Puts the time since the last event on the sheet; without a question nothing is written.
  private mutating func count(until now: Instant) {
    defer { since = now }
    guard let index = asked?.index else { return }
    sheet?.elapsed[index] += max(0, now.milliseconds - since.milliseconds)
  }

  private mutating func commit(in world: inout World) {
    guard isAnswer(draft.text) else {
      return world.notice =
        "There is hardly anything yet. Write at least a sentence, or skip the question."
    }
    take(draft.answer, in: &world)
  }

  private mutating func take(_ text: String, in world: inout World) {
    guard let index = sheet?.current else { return }
    if let left = sheet?.left(for: index), left < 0, !text.isEmpty { sheet?.late.append(index) }
    sheet?.texts.append(text)
    draft = Draft()
    if sheet?.current == nil { finish(in: &world) }
  }

  private mutating func end(in world: inout World) {
    skip(in: &world)
    guard let sheet, sheet.current != nil else { return }
    self.sheet?.texts += Array(repeating: "", count: sheet.questions.count - sheet.texts.count)
    finish(in: &world)
  }

  /// Puts all answers on record, and then the interview.
  private mutating func finish(in world: inout World) {
    guard let sheet else { return }
    let lost = sheet.questions.indices.filter {
      sheet.isAnswered($0) && question($0, of: sheet) == nil
    }
    if !lost.isEmpty {
      let names = lost.map { "“\(sheet.questions[$0])”" }.joined(separator: ", ")
      world.notice =
        "Your answer to \(names) is not kept: the course has no such question any more."
    }
    for index in sheet.questions.indices where sheet.isAnswered(index) {
      var session = answer(index, on: sheet, in: world)
      session?.commit(.text(sheet.texts[index]), in: &world)
      reviews[index] = session
    }
    world.record(sheet.happening)
    self.sheet?.looked = 0
    goToAnswer(in: &world)
  }

  /// The run-through of a question that holds an answer of this interview.
  private func answer(
    _ index: Int, on sheet: MockSheet, in world: World, _ bookmark: Bookmark? = nil
  ) -> ExerciseSession? {
    let item = sheet.questions[index]
    let attempt = sheet.attempt(index)
    var place = Bookmark(route: .exercise(item))
    place.attempt = attempt
    place.seed =
      world.progress.record(of: item)?.run(attempt)?.seed ?? world.freshSeed(for: item)
    place.position = questions.first { $0.id == item }?.stages.firstIndex { $0.isWritten } ?? 0
    place.cursor = bookmark?.cursor
    place.found = bookmark?.found
    return ExerciseSession(place, in: world)
  }
}

extension Stage {
  fileprivate var isWritten: Bool {
    if case .write = task { true } else { false }
  }
}

// MARK: - Looking

extension MockSession {
  /// Takes up again what is on record.
  private mutating func openReviews(_ bookmark: Bookmark, in world: World) {
    guard let sheet, sheet.looked != nil else { return }
    for index in sheet.questions.indices where sheet.isAnswered(index) {
      let isLookedAt = index == sheet.looked
      reviews[index] = answer(index, on: sheet, in: world, isLookedAt ? bookmark : nil)
    }
  }

  private mutating func look(_ event: Event, in world: inout World) {
    guard let index = sheet?.looked else { return }
    switch event {
    case .restart, .previous: break
    default: reviews[index]?.handle(event, in: &world)
    }
    guard let review = reviews[index], !review.isOver else {
      sheet?.looked = index + 1
      return goToAnswer(in: &world)
    }
  }

  /// Goes on over questions that were not answered.
  private mutating func goToAnswer(in world: inout World) {
    guard let sheet, var index = sheet.looked else { return }
    while index < sheet.questions.count, reviews[index] == nil { index += 1 }
    self.sheet?.looked = index
    if index < sheet.questions.count {
      world.record(.seen(item: sheet.questions[index]))
    }
  }

  private mutating func close(_ event: Event, in world: inout World) {
    switch event {
    case .next, .enter: world.wish = .back
    case .restart:
      sheet = nil
      reviews = [:]
    default: break
    }
  }
}
