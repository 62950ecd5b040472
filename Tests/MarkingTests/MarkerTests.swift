// What a marker credits and what it does not, on a rubric of three points.

import Marking
import Testing

private let words = Lexicon(ideas: [
  "near": ["near", "close", "next to", "alike"],
  "group": ["group", "cluster", "bunch"],
  "label": ["label", "answer-key", "right-answer"],
  "bunch": ["[group]", "heap"],
])

private func marker(
  lesson: [String] = [], leavingOut isLeftOut: (String) -> Bool = { _ in false }
) throws -> Marker {
  try Marker(
    rubric: Rubric(
      question: "What does clustering do with points and income?",
      points: [
        .init(
          id: "within", idea: "Points of one group are alike.",
          said: ["[group] > are/is [near]", "[near] point > together"],
          denied: ["[group] > are/is far"]),
        .init(id: "no-labels", idea: "There are no labels.", said: ["no [label]"]),
        .init(
          id: "dominates", idea: "Income dominates the distance.",
          said: ["income > dominate/rule", "dominated by > income"],
          denied: ["age > dominate"], seen: ["a1": ["income > shouts"]]),
      ], wrong: ["number of groups > always right"]),
    lexicon: words, lesson: lesson, leavingOut: isLeftOut)
}

private func credited(_ answer: String, by marker: Marker? = nil) throws -> [String] {
  let marker = try marker ?? MarkingTests.marker()
  return marker.mark(answer).points.filter(\.isCredited).map(\.id)
}

@Suite struct `A point is credited` {
  @Test(arguments: [
    "Every cluster is made of people who are alike, so each bunch is close.",
    "In one group the points are next to one another.",
    "close points go together",
  ])
  func `in whatever words its phrasings allow`(_ answer: String) throws {
    #expect(try credited(answer) == ["within"])
  }

  @Test(arguments: ["a clutser is allike inside: the gruops are clsoe", "the groups are alike"])
  func `in spite of its spelling`(_ answer: String) throws {
    #expect(try credited(answer) == ["within"])
  }

  @Test(arguments: [
    "Nobody gave us labels.", "there isn't any answer key", "w/o labels", "Without a right answer.",
    "It never had labels to learn from.",
  ])
  func `when what must be denied is denied`(_ answer: String) throws {
    #expect(try credited(answer) == ["no-labels"])
  }

  @Test func `with the words that it was taken from`() throws {
    let mark = try marker().mark("I think that income, being large, rules everything.")
    #expect(mark.points[2].finding == .said("income, being large, rules"))
  }

  @Test func `when a wrong idea stands there only to be rejected`() throws {
    let answer = "People say that age dominates, but income rules the distance."
    let mark = try marker().mark(answer)
    #expect(mark.points.filter(\.isCredited).map(\.id) == ["dominates"])
    #expect(mark.contradiction == nil)
  }

  @Test func `when the writer corrects it`() throws {
    let mark = try marker().mark("Age dominates... no wait, the other way round, income dominates.")
    #expect(mark.points.filter(\.isCredited).map(\.id) == ["dominates"])
    #expect(mark.contradiction == nil)
  }
}

@Suite struct `A point is not credited` {
  @Test(arguments: ["The groups are not alike.", "A cluster is never close."])
  func `when it is denied, and nobody is accused`(_ answer: String) throws {
    let mark = try marker().mark(answer)
    #expect(mark.points.allSatisfy { !$0.isCredited })
    #expect(mark.contradiction == nil)
  }

  @Test func `and the denying word is quoted`() throws {
    let mark = try marker().mark("I think the groups are not alike.")
    #expect(mark.points[0].finding == .denied("groups are not alike"))
    #expect(try marker().mark("We had no labels.").points[1].finding == .said("no labels"))
  }

  @Test func `when its author foresaw the opposite, which is a contradiction`() throws {
    let mark = try marker().mark("Every group is far from itself.")
    #expect(mark.points[0].finding == .opposed("group is far"))
    #expect(mark.contradiction == "group is far")
  }

  @Test func `when its relation is turned round`() throws {
    let mark = try marker().mark("Age dominates income.")
    #expect(mark.points.allSatisfy { !$0.isCredited })
    #expect(mark.contradiction == "Age dominates")
  }

  @Test func `when the passive turns its relation round`() throws {
    #expect(try credited("Income is dominated by age.") == [])
    #expect(try credited("The distance is dominated by income.") == ["dominates"])
  }

  @Test(arguments: [
    "groups close points income dominate distance label scale alike",
    "groups, close points, income, dominated distance, labels, alike",
  ])
  func `for a list of the right words`(_ answer: String) throws {
    #expect(try credited(answer) == [])
  }

  @Test func `for the question repeated`() throws {
    let echo = try Marker(
      rubric: Rubric(
        question: "Why do groups of points lie close together?",
        points: [.init(id: "a", idea: "", said: ["group close"])]))
    let mark = echo.mark("Groups of points lie close together.")
    #expect(mark.points[0].finding == .repeated("Groups of points lie close"))
  }

  @Test func `for a sentence of the lesson`() throws {
    let sentence = "In a good clustering every group is near in all of its features."
    let mark = try marker(lesson: [sentence]).mark(sentence)
    #expect(mark.points[0].finding == .copied("group is near"))
    #expect(try credited("Each group is near, I would say in my own words.") == ["within"])
  }

  @Test(arguments: [
    "", "?", "dont know", "\u{0}\u{1B}[31m", String(repeating: "a ", count: 50_000),
  ])
  func `where nothing is said`(_ answer: String) throws {
    let mark = try marker().mark(answer)
    #expect(mark.points.allSatisfy { $0.finding == .missing })
    #expect(mark.contradiction == nil)
  }
}

@Suite struct `A marker` {
  @Test func `notices a false statement that belongs to no point`() throws {
    let mark = try marker().mark("The number of groups is always right.")
    #expect(mark.contradiction == "number of groups is always right")
  }

  @Test func `can leave out what was learned from one answer`() throws {
    #expect(try credited("income shouts") == ["dominates"])
    #expect(try credited("income shouts", by: marker(leavingOut: { $0 == "a1" })) == [])
    #expect(try credited("income shouts", by: marker(leavingOut: { $0 == "a2" })) == ["dominates"])
  }

  @Test func `says the same of the same answer`() throws {
    let answer = "The groups are alike, nobody has labels; income dominates."
    let marks = try (0..<5).map { _ in try marker().mark(answer) }
    #expect(Set(marks.map { "\($0)" }).count == 1)
  }
}

@Suite struct `A phrasing` {
  @Test func `that names an unknown idea is refused`() {
    #expect(throws: PhrasingError.unknownIdea("nears", known: words.ideas.keys.sorted())) {
      try checkPhrasing("[nears] point", words)
    }
  }

  @Test(arguments: ["", " > "])
  func `without words is refused`(_ text: String) {
    #expect(throws: PhrasingError.empty) { try checkPhrasing(text, words) }
  }

  @Test(
    arguments: [
      ("the", .nothingToLookFor("the")), ("near > no", .nothingDenied), ("no", .nothingDenied),
      ("[near point", .openBracket("[near")), ("near]", .openBracket("near]")),
      ("point k*", .shortBeginning("k*")), ("*", .shortBeginning("*")),
    ] as [(String, PhrasingError)])
  func `that would match anything or nothing is refused`(_ text: String, _ error: PhrasingError) {
    #expect(throws: error) { try checkPhrasing(text, words) }
  }

  @Test func `may name an idea that takes in another`() throws {
    let heap = try Marker(
      rubric: Rubric(
        question: "", points: [.init(id: "a", idea: "", said: ["[bunch] grows"])]),
      lexicon: words)
    #expect(heap.mark("The cluster grows.").points[0].isCredited)
    #expect(heap.mark("The heap grows.").points[0].isCredited)
  }

  @Test func `an idea that takes in itself ends`() throws {
    let circle = Lexicon(ideas: ["a": ["[b]", "one"], "b": ["[a]", "two"]])
    #expect(throws: Never.self) { try checkPhrasing("[a]", circle) }
  }
}
