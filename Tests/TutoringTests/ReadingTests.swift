import Courseware
import Scheduling
import Testing
import Tutoring

@Suite struct `Reading` {
  private let lesson = "what-is-clustering/lesson"

  @Test func `turning every page passes nothing`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)))
    for _ in 0..<30 { sitting.perform(.next) }
    #expect(sitting.status(of: lesson) == .seen)
    #expect(sitting.tutor.bookmark.route == .home)
  }

  @Test func `what follows a question is hidden until it is answered`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)), .next)
    let before = sitting.tutor.scene
    #expect(!before.words.contains("Mean silhouette for each number of groups"))
    sitting.perform(.pick(0))
    let after = sitting.tutor.scene
    #expect(after.words.contains("Mean silhouette for each number of groups"))
    #expect(after.aside.isEmpty)
  }

  @Test func `a page counts as read with its last question answered, and not by being shown`()
    throws
  {
    var sitting = try Sitting()
    let reading = try #require(sitting.course.reading(lesson))
    let page = Item.page(reading.pages[1], of: reading)
    sitting.perform(.open(.reading(lesson)), .next)
    #expect(sitting.tutor.world.progress.record(of: page) == nil)
    sitting.perform(.pick(0))
    #expect(sitting.tutor.world.progress.record(of: page) != nil)
  }

  @Test func `an answer is saved before its outcome can be seen`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)), .next)
    let moment = Moment(now: Instant(milliseconds: 1_800_000_000_000), nonce: "answer")
    sitting.perform(.confidence(.fairly))
    let effects = sitting.tutor.handle(.pick(0), at: moment)
    let answers = effects.compactMap { effect -> Answered? in
      guard case .save(let event) = effect, case .answered(let answer) = event.happening else {
        return nil
      }
      return answer
    }
    #expect(answers.map(\.part) == ["how-many"])
    #expect(answers.first?.confidence == .fairly)
  }

  @Test func `a wrong answer can be tried again, and the first one keeps its score`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)), .next, .pick(0))
    #expect(sitting.tutor.scene.words.contains("The run says: 3"))
    sitting.perform(.undo)
    #expect(!sitting.tutor.scene.aside.isEmpty)
    sitting.perform(.pick(1))
    try sitting.learn { $0.status(of: lesson) == .passed }
    let score = try #require(sitting.tutor.world.progress.record(of: lesson)?.bestScore)
    #expect(score < 1)
  }

  @Test func `a number that is not there is refused, and nothing is recorded`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.reading(lesson)), .next)
    let count = sitting.saved.count
    sitting.perform(.pick(7))
    #expect(sitting.tutor.scene.notice == "Choose a number from 1 to 4.")
    #expect(sitting.saved.count == count)
  }
}
