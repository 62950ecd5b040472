// The production pipeline, walked stage by stage: what goes in, what comes out, and what would
// happen without it. Here and there the learner is asked first; what is said is kept with how sure
// it was, and counts for no grade. A stage can be left out, and everything after it then shows what
// it makes of that.

package import Courseware
import Experiments
import Grading
import Scheduling
import Screen

struct PipelineSession: Session {
  let flow: Exercise
  private(set) var seed: UInt64
  private(set) var attempt: String
  /// The settings of the run, with its seed.
  private(set) var settings: [Setting]
  /// The stage being looked at, from 0.
  private(set) var position = 0
  /// Stages whose output was looked at.
  private(set) var seen: Set<Int> = []
  /// What was said before an output was seen, as positions of options.
  private(set) var guesses: [FlowStage: Int] = [:]
  private(set) var leftOut: Set<FlowStep> = []
  private(set) var nextWeek = NextWeek.ordinary
  private(set) var panel = QuestionPanel()
  /// The column whose values are drawn.
  private(set) var column = 0
  /// Walked to the end and left: the next time it begins anew.
  private(set) var isOver = false

  init?(_ bookmark: Bookmark, in world: World) {
    guard case .pipeline(let id) = bookmark.route, let flow = world.course.flow(id) else {
      return nil
    }
    let seed = bookmark.seed ?? world.freshSeed(for: Item.pipeline(id))
    guard let settings = flow.settings(ofFlow: seed, in: world) else { return nil }
    self.flow = flow
    self.seed = seed
    self.settings = settings
    attempt = bookmark.attempt ?? world.nonce
    take(bookmark)
  }

  mutating func appear(in world: inout World) {
    world.record(.seen(item: Item.pipeline(flow.id)))
    look(in: &world)
  }

  static let stages = FlowStage.allCases
  var stage: FlowStage { Self.stages[position] }
  var isLast: Bool { position == Self.stages.count - 1 }

  /// What is asked before the output of the stage is shown.
  var question: Prediction? {
    seen.contains(position) ? nil : Prediction(before: stage, of: settings)
  }
}

// MARK: - The place

extension PipelineSession {
  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .pipeline(flow.id))
    bookmark.attempt = attempt
    bookmark.seed = seed
    bookmark.position = position
    bookmark.cursor = panel.cursor
    bookmark.found = seen.sorted()
    bookmark.settings =
      FlowStep.allCases.filter(leftOut.contains).map { Setting("without", $0.rawValue) }
      + [Setting("week", nextWeek.rawValue), Setting("column", "\(column)")]
      + Self.stages.compactMap { stage in
        guesses[stage].map { Setting("guess.\(stage.rawValue)", "\($0)") }
      }
    return bookmark
  }

  /// A journal may come from anywhere: what is not possible is passed over.
  private mutating func take(_ bookmark: Bookmark) {
    position = min(max(0, bookmark.position ?? 0), Self.stages.count - 1)
    seen = Set((bookmark.found ?? []).filter(Self.stages.indices.contains))
    for setting in bookmark.settings ?? [] {
      switch setting.name {
      case "without":
        if let step = FlowStep(rawValue: setting.value) { leftOut.insert(step) }
      case "week": nextWeek = NextWeek(rawValue: setting.value) ?? .ordinary
      case "column": column = min(max(0, Int(setting.value) ?? 0), max(0, columns.count - 1))
      default:
        for stage in Self.stages where setting.name == "guess.\(stage.rawValue)" {
          guesses[stage] = Int(setting.value)
        }
      }
    }
    panel.cursor = min(max(0, bookmark.cursor ?? 0), max(0, (question?.options.count ?? 1) - 1))
  }

  var columns: [String] {
    (try? Experiment(settings: settings)).map(Prediction.columns) ?? []
  }
}

// MARK: - Events

extension PipelineSession {
  mutating func handle(_ event: Event, in world: inout World) {
    if let question, panel.handle(event, options: question.options.count) { return }
    switch event {
    case .back: world.wish = .back
    case .pick(let index): pick(index, in: &world)
    case .enter where question != nil: answer(panel.cursor, in: &world)
    case .enter, .next: goOn(in: &world)
    case .previous: go(to: position - 1, in: &world)
    case .turn(let step): turn(step)
    case .set("without", let value): leaveOut(value, in: &world)
    case .set("week", let value): nextWeek = NextWeek(rawValue: value) ?? nextWeek
    case .restart: restart(in: &world)
    default: break
    }
  }

  private mutating func pick(_ index: Int, in world: inout World) {
    if question != nil {
      answer(index, in: &world)
    } else if Self.stages.indices.contains(index) {
      go(to: index, in: &world)
    } else {
      world.notice = "Choose a stage from 1 to \(Self.stages.count)."
    }
  }

  private mutating func answer(_ index: Int, in world: inout World) {
    guard let question else { return }
    guard question.options.indices.contains(index) else {
      world.notice = "Choose a number from 1 to \(question.options.count)."
      return
    }
    guesses[stage] = index
    record(question, index, in: &world)
    panel = QuestionPanel()
    show(in: &world)
  }

  /// Puts the prediction on record, before the output can be seen.
  private func record(_ question: Prediction, _ index: Int, in world: inout World) {
    let walk = try? world.bench.walk(settings, without: leftOut, nextWeek: nextWeek)
    guard let right = walk.flatMap(question.right) else { return }
    world.record(
      .answered(
        Answered(
          item: Item.pipeline(flow.id), part: stage.rawValue, seed: seed, attempt: attempt,
          answer: question.options[index], confidence: panel.confidence,
          chance: panel.said(among: question.options.count)?.chance,
          score: index == right ? 1 : 0, passed: index == right)))
  }

  /// Shows what is asked for, or goes to the next stage where all is shown.
  private mutating func goOn(in world: inout World) {
    if question != nil { return show(in: &world) }
    guard isLast else { return go(to: position + 1, in: &world) }
    let open = Self.stages.indices.filter { !seen.contains($0) }
    if let first = open.first {
      let names = open.map { Self.stages[$0].rawValue }.joined(separator: ", ")
      world.notice = "Not looked at yet: \(names)."
      return go(to: first, in: &world)
    }
    isOver = true
    world.wish = .back
  }

  private mutating func go(to index: Int, in world: inout World) {
    guard Self.stages.indices.contains(index) else { return }
    position = index
    panel = QuestionPanel()
    look(in: &world)
  }

  /// Draws the values of another column.
  private mutating func turn(_ step: Int) {
    let count = max(1, columns.count)
    column = (column + step % count + count) % count
  }

  private mutating func leaveOut(_ name: String, in world: inout World) {
    guard let step = FlowStep(rawValue: name) else { return }
    leftOut.formSymmetricDifference([step])
    // What was said was said of another run.
    guesses = [:]
    world.notice =
      leftOut.contains(step)
      ? "The stage \(step.rawValue) is left out. Below each stage stands what becomes of it now."
      : "The stage \(step.rawValue) is back."
  }

  private mutating func restart(in world: inout World) {
    let met = Set(
      world.progress.record(of: Item.pipeline(flow.id))?.tries.compactMap(\.seed) ?? [])
    let next = shortSeed(from: seed, for: Item.pipeline(flow.id), notIn: met.union([seed]))
    guard let settings = flow.settings(ofFlow: next, in: world) else { return }
    (seed, self.settings) = (next, settings)
    guesses = [:]
    world.notice = "Another table: seed \(next)."
  }
}

// MARK: - What was looked at

extension PipelineSession {
  /// Where nothing is asked, the output is seen at once.
  private mutating func look(in world: inout World) {
    if question == nil || Prediction(before: stage, of: settings) == nil { show(in: &world) }
  }

  /// Who has seen the output of every stage has walked the pipeline.
  private mutating func show(in world: inout World) {
    seen.insert(position)
    let item = Item.pipeline(flow.id)
    guard seen.count == Self.stages.count,
      world.progress.record(of: item)?.run(attempt)?.finish == nil
    else { return }
    world.record(
      .finished(Finished(item: item, attempt: attempt, seed: seed, score: 1, passed: true)))
    world.notice = "You have seen every stage: the pipeline counts as walked."
  }
}

// MARK: - The flow of a course

extension Course {
  /// The flow exercise with this id.
  package func flow(_ id: String) -> Exercise? {
    exercise(id).flatMap { $0.ordering == nil ? nil : $0 }
  }

  /// The first flow of the course.
  package var firstFlow: Exercise? {
    topics.lazy.flatMap(\.exercises).first { $0.ordering != nil }
  }
}

extension Exercise {
  /// The stage at which the steps are put in order.
  var ordering: Stage? {
    stages.first { if case .order = $0.task { true } else { false } }
  }

  /// The run of the exercise at a seed: who walks it first meets the same table there.
  fileprivate func settings(ofFlow seed: UInt64, in world: World) -> [Setting]? {
    guard let ordering, let instance = try? instance(seed: seed, runner: world.bench.runner)
    else { return nil }
    return instance.settings(for: ordering)
  }
}
