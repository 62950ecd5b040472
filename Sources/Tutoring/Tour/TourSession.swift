// The first minute: a few short pages on the real program, each of which lets its learner do
// what it speaks of. Shown once to whoever has no journal yet; it can be left at any moment, is
// not shown again, and stays within reach from home.

import Charts
import Courseware
import Experiments
import Scheduling
import Screen

struct TourSession: Session {
  enum Page: Int, CaseIterable {
    case moving, predicting, saving, helping, seeing
  }

  private(set) var page: Page
  private(set) var panel = QuestionPanel()
  /// The group that was predicted, as a position among the options.
  private(set) var guess: Int?
  private let seed: UInt64

  /// The preference that keeps the tour from being shown again.
  package static let preference = (key: "tour", done: "done")

  init(_ bookmark: Bookmark, in world: World) {
    page = bookmark.position.flatMap(Page.init(rawValue:)) ?? .moving
    panel.cursor = bookmark.cursor ?? 0
    guess = bookmark.found?.first
    seed = bookmark.seed ?? world.seed
  }

  var bookmark: Bookmark {
    var bookmark = Bookmark(route: .tour)
    bookmark.position = page.rawValue
    bookmark.cursor = panel.cursor
    bookmark.found = guess.map { [$0] }
    bookmark.seed = seed
    return bookmark
  }

  /// Whoever left it begins at its first page again.
  var isOver: Bool { true }
}

// MARK: - Events

extension TourSession {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .move, .confidence: _ = panel.handle(event, options: optionCount(world))
    case .pick(let index): take(index, in: &world)
    case .enter where isAsking: take(panel.cursor, in: &world)
    case .enter, .next: turn(by: 1, in: &world)
    case .previous: turn(by: -1, in: &world)
    case .back: leave("f on this screen opens this first look again.", in: &world)
    default: break
    }
  }

  /// Whether something on this page waits to be chosen.
  var isAsking: Bool { page == .moving || page == .predicting && guess == nil }

  private func optionCount(_ world: World) -> Int {
    guard isAsking else { return 0 }
    return page == .moving ? Self.lines.count : (try? prediction(in: world))?.groups.count ?? 0
  }

  private mutating func take(_ index: Int, in world: inout World) {
    let count = optionCount(world)
    guard isAsking, (0..<count).contains(index) else {
      if count > 0 { world.notice = "Choose a number from 1 to \(count)." }
      return
    }
    panel.cursor = index
    if page == .predicting {
      guess = index
      record(index, among: count, in: &world)
    } else if index == Self.wantedLine {
      turn(by: 1, in: &world)
      world.notice = "That is all there is to moving."
    } else {
      world.notice =
        "That was line \(index + 1). Nothing is lost: take line \(Self.wantedLine + 1)."
    }
  }

  private mutating func turn(by step: Int, in world: inout World) {
    guard page.rawValue + step < Page.allCases.count else {
      return leave("This is where you choose what comes next.", in: &world)
    }
    page = Page(rawValue: page.rawValue + step) ?? page
    panel = QuestionPanel()
  }

  /// Puts the prediction on record, before the run tells. A seed shows the same points again: who
  /// has seen them once predicts nothing the second time.
  private func record(_ index: Int, among count: Int, in world: inout World) {
    guard let answer = (try? prediction(in: world))?.answer else { return }
    world.record(
      .answered(
        Answered(
          item: Item.tour, part: "letter", seed: seed, attempt: "\(Item.tour)-\(seed)",
          answer: groupName(index), confidence: panel.confidence,
          chance: panel.said(among: count)?.chance, score: index == answer ? 1 : 0,
          passed: index == answer)))
  }

  private func leave(_ words: String, in world: inout World) {
    if world.progress.preference(Self.preference.key) != Self.preference.done {
      world.record(.preferred(key: Self.preference.key, value: Self.preference.done))
    }
    world.notice = words
    world.wish = .back
  }
}

extension TourSession {
  /// What can be chosen on the first page, and what should be.
  static let lines = ["not this line", "this line", "not this line either"]
  static let wantedLine = 1

  func prediction(in world: World) throws(ExperimentError) -> TourPrediction {
    try TourPrediction(seed: seed, bench: world.bench)
  }
}
