// New cards are rationed: twenty a day. Whoever counts cards is told so.

import Courseware
import Scheduling
import Testing
import Tutoring

@Suite struct `The daily ration of new cards` {
  @Test func `home says how many of the new cards are for today`() throws {
    let sitting = try Sitting()
    let count = sitting.course.topics.flatMap(\.cards).count
    try #require(count > 20)
    #expect(sitting.tutor.scene.place.hasPrefix("cards: 0 due, 20 of \(count) new today"))
  }

  @Test func `a deck without a ration only says how many are new`() throws {
    var sitting = try Sitting()
    let topic = try #require(sitting.course.topics.first)
    sitting.perform(.open(.cards(topic: topic.id)))
    #expect(sitting.tutor.scene.place.hasPrefix("0 due · \(topic.cards.count) new · "))
  }

  @Test func `after the last card of today, those that wait are told`() throws {
    var sitting = try Sitting()
    let count = sitting.course.topics.flatMap(\.cards).count
    sitting.perform(.open(.cards(topic: nil)))
    for _ in 0..<20 { sitting.perform(.enter, .grade(.easy)) }
    let words = sitting.tutor.scene.words
    #expect(words.contains("No card is due now."))
    let waiting = count - 20 == 1 ? "1 new card waits" : "\(count - 20) new cards wait"
    #expect(words.contains("\(waiting) for another day"), "\(words)")
  }
}
