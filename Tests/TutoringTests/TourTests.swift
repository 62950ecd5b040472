// The first look around, as a learner meets it.

import Charts
import Courseware
import Experiments
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

private func tour(seed: UInt64 = 1) throws -> Sitting {
  var sitting = try Sitting(seed: seed)
  sitting.perform(.open(.tour))
  return sitting
}

extension Scene {
  fileprivate var scatter: ScatterChart? {
    for case .chart(.scatter(let chart)) in main { return chart }
    return nil
  }

  fileprivate var verdict: (headline: String, tone: Tone)? {
    for case .verdict(let headline, let tone, _) in aside { return (headline, tone) }
    return nil
  }
}

@Test func `the tour goes on when the line it speaks of is taken`() throws {
  var sitting = try tour()
  sitting.perform(.pick(0))
  #expect(sitting.tutor.scene.place == "1 of 5 pages")
  #expect(sitting.tutor.scene.notice == "That was line 1. Nothing is lost: take line 2.")
  sitting.perform(.move(1), .enter)
  #expect(sitting.tutor.scene.place == "2 of 5 pages")
}

@Test(arguments: 1...20 as ClosedRange<UInt64>)
func `the tour asks before it tells, and a run answers`(seed: UInt64) throws {
  var sitting = try tour(seed: seed)
  sitting.perform(.next)
  let asked = sitting.tutor.scene
  #expect(asked.verdict == nil)
  let chart = try #require(asked.scatter)
  let point = try #require(chart.work?.focus)
  #expect(chart.points.count == 12)
  // The run took the nearest center, which the learner can see.
  let distances = try #require(chart.centers).map { center in
    let (x, y) = (center.x - chart.points[point].x, center.y - chart.points[point].y)
    return x * x + y * y
  }
  let nearest = try #require(distances.indices.min { distances[$0] < distances[$1] })
  for group in distances.indices {
    var answered = sitting
    answered.perform(.pick(group))
    let verdict = try #require(answered.tutor.scene.verdict)
    #expect((verdict.tone == .good) == (group == nearest), "\(verdict.headline)")
    #expect(verdict.headline.hasSuffix("joined \(groupName(nearest))."))
    #expect(answered.tutor.scene.scatter?.work == nil)
  }
}

@Test func `before the answer no word says the group of the point in question`() throws {
  var sitting = try tour()
  sitting.perform(.next)
  let chart = try #require(sitting.tutor.scene.scatter)
  let point = try #require(chart.work?.focus)
  #expect(chart.work?.undecided == [point])
  let told = Charts.sentences(for: .scatter(chart)).joined() + sitting.tutor.scene.words
  #expect(!told.contains("joined"))
}

@Test func `the prediction is still there after a restart`() throws {
  var sitting = try tour()
  sitting.perform(.next, .pick(1))
  let verdict = sitting.tutor.scene.verdict?.headline
  #expect(verdict != nil)
  #expect(try sitting.reopened().tutor.scene.verdict?.headline == verdict)
}

@Test(arguments: 0...4)
func `the tour can be left at any page and is then over`(pages: Int) throws {
  var sitting = try tour()
  for _ in 0..<pages { sitting.perform(.next) }
  sitting.perform(.back)
  #expect(sitting.tutor.bookmark.route == .home)
  #expect(sitting.tutor.world.progress.preference("tour") == "done")
  #expect(try sitting.reopened().tutor.bookmark.route == .home)
}

@Test func `the last page leads home`() throws {
  var sitting = try tour()
  sitting.perform(.next, .next, .next, .next)
  #expect(sitting.tutor.scene.place == "5 of 5 pages")
  sitting.perform(.enter)
  #expect(sitting.tutor.bookmark.route == .home)
}

@Test func `opened again from home it begins at its first page`() throws {
  var sitting = try tour()
  sitting.perform(.next, .next, .back)
  let again = try #require(sitting.tutor.scene.actions.first { $0.word == "tour" })
  sitting.perform(again.event)
  #expect(sitting.tutor.scene.place == "1 of 5 pages")
}

@Test func `every page of the tour names a way on and a way out`() throws {
  var sitting = try tour()
  for page in 1...5 {
    let events = sitting.tutor.scene.actions.map(\.event)
    #expect(events.contains(.next) && events.contains(.back) && events.contains(.quit), "\(page)")
    sitting.perform(.next)
  }
}
