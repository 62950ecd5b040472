import Experiments
import Scheduling
import Testing
import Tutoring

private let lab = "loud-feature"
private let interview = "interview-objective"

extension Sitting {
  fileprivate var marks: [String] {
    (tutor.scene.main + tutor.scene.aside).flatMap { element -> [String] in
      if case .menu(let items, _) = element { items.map(\.mark) } else { [] }
    }
  }
}

@Test func `a written answer that waits for its marks waits after a visit elsewhere too`() throws {
  var sitting = try Sitting()
  sitting.perform(
    .open(.exercise(interview)), .write("It makes groups whose points are alike."))
  #expect(sitting.marks.contains("[ ]"))
  sitting.perform(.back, .open(.exercise(interview)))
  #expect(sitting.marks.contains("[ ]"), "\(sitting.tutor.scene)")
}

@Test func `it waits after a start without any bookmark`() throws {
  var sitting = try Sitting()
  sitting.perform(
    .open(.exercise(interview)), .write("It makes groups whose points are alike."))
  let answers = sitting.saved.filter { if case .placed = $0.happening { false } else { true } }
  var later = try Sitting(after: answers)
  later.perform(.open(.exercise(interview)))
  #expect(later.marks.contains("[ ]"), "\(later.tutor.scene)")
}

@Test func `a draft and a page are found again after a visit elsewhere, and after a new start`()
  throws
{
  var sitting = try Sitting()
  sitting.perform(
    .open(.exercise(interview)), .edit(.insert("Half an answ")), .back,
    .open(.reading("what-is-clustering/lesson")), .next, .next, .back)
  var later = try Sitting(after: sitting.saved)
  later.perform(.open(.exercise(interview)))
  #expect(later.tutor.bookmark.draft?.text == "Half an answ")
  later.perform(.open(.reading("what-is-clustering/lesson")))
  #expect(later.tutor.bookmark.position == 2)
}

@Test(arguments: [
  (Route.watch("agglomerative"), "algorithm", "dbscan", "Watch agglomerative clustering"),
  (Route.playground(file: "/p.csv"), "data", "moons", "p.csv"),
  (Route.playground(file: "/p.experiment"), "data", "moons", "circles"),
])
func `who starts with a name gets what it names, and who just starts what was left`(
  route: Route, field: String, value: String, named: String
) throws {
  let files = ["/p.csv": "a,b\n1,2\n4,5\n3,9\n8,1\n", "/p.experiment": "data: circles\nk: 2\n"]
  var sitting = try Sitting(files: files)
  sitting.perform(.open(route))
  func isThere(_ scene: Scene) -> Bool { scene.title == named || scene.place == named }
  #expect(isThere(sitting.tutor.scene))
  sitting.perform(.set(field: field, value: value))
  #expect(!isThere(sitting.tutor.scene))
  #expect(try !isThere(sitting.reopened().tutor.scene))
  #expect(try isThere(sitting.reopened(at: route).tutor.scene))
}

@Test func `what was set under a name without giving up what it names is found again`() throws {
  var sitting = try Sitting()
  sitting.perform(.open(.watch("agglomerative")), .set(field: "linkage", value: "single"))
  let settings = sitting.tutor.bookmark.settings
  #expect(try sitting.reopened(at: .watch("agglomerative")).tutor.bookmark.settings == settings)
}

@Test func `marks made and not handed in are found again`() throws {
  var sitting = try Sitting()
  sitting.perform(
    .open(.exercise(interview)), .write("It makes groups whose points are alike."), .arrange([1]))
  let later = try Sitting(after: sitting.saved)
  #expect(later.marks == sitting.marks)
  #expect(later.marks.contains("[x]"))
}

@Test(arguments: [
  #"{"cursor":9223372036854775807,"route":{"home":{}}}"#,
  #"{"cursor":-5,"position":1,"route":{"reading":{"_0":"what-is-clustering/lesson"}}}"#,
  #"{"cursor":-1,"order":[7,7,7,7,7],"position":0,"route":{"exercise":{"_0":"table-to-decision"}}}"#,
  #"{"position":4,"route":{"exercise":{"_0":"loud-feature"}}}"#,
  #"{"position":0,"settings":[{"name":"data","value":"../../x.csv"}],"route":{"exercise":{"_0":"loud-feature"}}}"#,
]) func `no place in a journal can trap, skip a stage or change what is run`(bookmark: String)
  throws
{
  let place = #"{"left":[],"stack":[\#(bookmark)]}"#
  let id = try #require(EventID("stranger"))
  var sitting = try Sitting(after: [
    LearningEvent(id: id, at: Instant(milliseconds: 1), happening: .placed(place))
  ])
  #expect(sitting.tutor.bookmark.position ?? 0 <= 1)
  #expect(sitting.tutor.bookmark.settings?.contains { $0.name == "data" } != true)
  sitting.perform(.move(1), .move(-1), .enter, .enter, .back)
}

@Test func `a hint of a level that no hint has is taken for none`() throws {
  var sitting = try Sitting()
  sitting.perform(.open(.exercise(lab)), .next)
  let attempt = try #require(sitting.tutor.bookmark.attempt)
  let id = try #require(EventID("stranger"))
  let hint = Hinted(item: lab, part: "trigger", attempt: attempt, level: -3)
  var later = try Sitting(
    after: sitting.saved + [
      LearningEvent(id: id, at: Instant(milliseconds: 1), happening: .hinted(hint))
    ])
  later.perform(.enter, .hint)
  #expect(!later.tutor.scene.actions.isEmpty)
}

// MARK: - Cards

@Test func `a grade goes to the card that was seen, whatever becomes due meanwhile`() throws {
  var sitting = try Sitting()
  sitting.perform(.open(.cards(topic: nil)), .enter, .grade(.again))
  sitting.perform(.enter)
  let seen = try #require(sitting.tutor.bookmark.card)
  sitting.wait(minutes: 2)  // The first card is due again after one.
  sitting.perform(.grade(.good))
  guard
    case .reviewed(let review)? = sitting.saved.last(where: {
      if case .reviewed = $0.happening { true } else { false }
    })?.happening
  else {
    Issue.record("no review was saved")
    return
  }
  #expect(review.card == seen)
}

@Test func `a turned card that is not the first any more shows its front again`() throws {
  var sitting = try Sitting()
  sitting.perform(.open(.cards(topic: nil)), .enter, .grade(.again), .enter)
  #expect(sitting.tutor.bookmark.card != nil)
  sitting.wait(minutes: 2)
  let later = try Sitting(after: sitting.saved, minutesLater: 2)
  #expect(later.tutor.bookmark.card == nil)
}

@Test func `a lesson that was turned to its end opens at its first open question`() throws {
  var sitting = try Sitting()
  let lesson = Route.reading("what-is-clustering/lesson")
  sitting.perform(.open(lesson))
  for _ in 0..<12 { sitting.perform(.next) }
  #expect(sitting.tutor.scene.notice?.hasPrefix("Still open here, on page 2:") == true)
  sitting.perform(.open(lesson))
  #expect(sitting.tutor.scene.place == "2 of 12 pages")
}
