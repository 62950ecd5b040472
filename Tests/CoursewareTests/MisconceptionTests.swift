import Courseware
import Testing

@Suite struct `Names of misconceptions` {
  private let declaring = SmallCourse.cardsText.replacing(
    "card: what-is-near", with: "card: what-is-near; misconception: near-is-far")

  private func mistakes(naming id: String, cards: String? = nil) -> [String] {
    let drill = SmallCourse.drillText.replacing(
      "{id: stays, text: Nothing}", with: "{id: stays, text: Nothing, misconception: \(id)}")
    let files = SmallCourse.files([
      SmallCourse.drill: drill, SmallCourse.cards: cards ?? declaring,
    ])
    return read(files).mistakes.map(\.description)
  }

  @Test func `may stand in any file, once a card declares them`() throws {
    #expect(mistakes(naming: "near-is-far") == [])
    let drill = SmallCourse.drillText.replacing(
      "{id: stays, text: Nothing}",
      with: "{id: stays, text: Nothing, misconception: near-is-far}")
    let course = try #require(
      read(SmallCourse.files([SmallCourse.drill: drill, SmallCourse.cards: declaring])).course)
    let known = try #require(course.misconceptions.first)
    #expect(known.card == "groups/what-is-near" && known.words == "near is far")
    #expect(known.places.map(\.item) == ["how-many-groups"])
  }

  @Test func `that no card declares are reported where they stand, with the nearest`() {
    #expect(
      mistakes(naming: "near-is-fat") == [
        "Drills/concept/how-many.md:31:47: error: no card puts the misconception `near-is-fat` "
          + "right; did you mean `near-is-far`?",
        "Lessons/01-groups/cards.md:13:41: warning: no answer shows the misconception "
          + "`near-is-far`; name it at a wrong option, a constraint or a near miss",
      ])
    #expect(
      mistakes(naming: "near-is-far", cards: SmallCourse.cardsText) == [
        "Drills/concept/how-many.md:31:47: error: no card puts the misconception `near-is-far` "
          + "right; write `<!-- card: an-id; misconception: near-is-far -->` under a card's heading"
      ])
  }

  @Test func `have one card each`() {
    let twice = declaring.replacing(
      "features -->", with: "features;\n  misconception: near-is-far -->")
    #expect(
      mistakes(naming: "near-is-far", cards: twice) == [
        "Lessons/01-groups/cards.md:14:41: error: the misconception `near-is-far` has a card "
          + "already, at Lessons/01-groups/cards.md:8:18; take it out of one of them"
      ])
  }

  @Test func `are ids`() {
    #expect(
      mistakes(naming: "x", cards: declaring.replacing("near-is-far", with: "Near is far"))
        .contains {
          $0.hasPrefix("Lessons/01-groups/cards.md:13:1: error: `Near is far` is not an id")
        })
  }
}
