import ScriptedLearner
import Testing
import Tutoring

@Suite struct `At home` {
  @Test func `a choice of notes says what it does, because it is seen elsewhere`() throws {
    var sitting = try Sitting(on: SmallTopics.files)
    sitting.perform(.open(.home), .set(field: "level", value: "production"))
    let notice = try #require(sitting.tutor.scene.notice)
    #expect(notice.contains("Lessons show the notes for production"))
  }

  @Test func `help tells more of a key than the last line has room for`() throws {
    var sitting = try Sitting(on: SmallTopics.files)
    sitting.perform(.open(.home), .help)
    for told in ["flash cards that are due", "finds words, here and in the whole course"] {
      #expect(sitting.tutor.scene.words.contains(told), "\(told)")
    }
  }
}
