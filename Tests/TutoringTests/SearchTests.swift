import Courseware
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

private func matches(_ words: String, _ text: String) -> [String] {
  let text = SearchText(text)
  return Pattern(words)?.matches(in: text).map { String(text.characters[$0]) } ?? []
}

@Suite struct `Words are found` {
  @Test func `small letters find capitals, and a capital means itself`() {
    #expect(matches("k-means", "K-means, k-Means") == ["K-means", "k-Means"])
    #expect(matches("K-means", "K-means, k-means") == ["K-means"])
  }

  @Test func `accents do not count`() {
    #expect(matches("schlussel", "Der Schlüssel, der SCHLU\u{308}SSEL").count == 2)
    #expect(matches("café", "a cafe") == ["cafe"])
  }

  @Test func `a run of blanks is one blank`() {
    #expect(matches("two  words", "two\n   words") == ["two\n   words"])
    #expect(matches("two words", "two\u{A0}words").count == 1)
  }

  @Test func `no hit lies inside another`() {
    #expect(matches("aa", "aaaaa").count == 2)
  }

  @Test func `nothing is looked for where there are no words`() {
    #expect(Pattern("") == nil)
    #expect(Pattern(" \t\n") == nil)
    #expect(matches("longer than the text", "text").isEmpty)
  }

  @Test func `letters of every script are found`() {
    #expect(matches("聚类", "什么是聚类？") == ["聚类"])
    #expect(matches("ΣΊΣΥΦΟΣ", "ΣΊΣΥΦΟΣ").count == 1)
    #expect(matches("привет", "ПРИВЕТ") == ["ПРИВЕТ"])
    #expect(matches("👍", "so 👍🏽 so").count == 1)
  }
}

@Suite struct `A search gives nothing away` {
  let course: Course

  init() throws { course = try SmallTopics.course() }

  private func found(_ words: String, _ past: Past = Past()) -> [String] {
    guard let pattern = Pattern(words) else { return [] }
    return SearchIndex(of: course, past.progress).hits(for: pattern).map {
      "\($0.place.kind): \($0.place.title)"
    }
  }

  private func answered(_ item: String, _ part: String) -> Happening {
    .answered(
      Answered(
        item: item, part: part, seed: 1, attempt: "one", answer: "2", score: 0, passed: false))
  }

  @Test func `what can be seen by now is found, part by part`() {
    #expect(
      found("center") == [
        "lesson: In the middle", "cards: What is a center?", "interview: Say what a center is",
      ])
    #expect(found("look first").count == 4, "the first step of every drill")
  }

  @Test func `what follows a question is found once the question is answered`() {
    #expect(found("schlusselwort").isEmpty)
    #expect(found("which number of groups") == ["lesson: Alike"])
    var past = Past()
    past.on(0, answered("groups/lesson", "how-many"))
    #expect(found("schlusselwort", past) == ["lesson: Alike"])
  }

  @Test func `the back of a card is found once it was turned`() {
    #expect(found("in a bundle").isEmpty)
    var past = Past()
    past.on(0, .graded("groups/group", .good))
    #expect(found("in a bundle", past) == ["cards: What is a group?"])
  }

  @Test func `a step of an exercise is found once it was reached`() {
    #expect(found("aftermath").isEmpty)
    var past = Past()
    past.on(0, answered("short", "predict"))
    #expect(found("aftermath", past) == ["concept: The short drill"])
  }

  @Test(arguments: [
    "It goes down", "A telling reply", "A costly hint", "Said afterwards", "secret of the rubric",
    "The senior speaks",
  ]) func `options, replies, hints, afterwords and model answers are never found`(words: String) {
    var past = Past()
    past.on(
      0, answered("short", "predict"), answered("short", "then"), .passed("short"),
      answered("say-center", "say-center"), .passed("say-center"))
    #expect(found(words, past).isEmpty)
  }
}

@Suite struct `Looking for words` {
  var sitting: Sitting

  init() throws {
    sitting = try Sitting(on: SmallTopics.files)
  }

  private mutating func type(_ words: String) {
    for letter in words { sitting.perform(.edit(.insert(String(letter)))) }
  }

  @Test mutating func `in the course lists the places, and opens one with the words marked`() {
    sitting.perform(.open(.find("")))
    type("mean of")
    #expect(sitting.tutor.scene.place == "1 hit in 1 place")
    #expect(sitting.tutor.scene.menus.first?.items.map(\.note) == ["page 2"])
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.place == "2 of 2 pages")
    #expect(sitting.status == "hit 1 of 1 · page 2 of \"Groups\"")
    sitting.perform(.back)
    #expect(sitting.tutor.bookmark.route == .find("mean of"))
  }

  @Test mutating func `enter goes to the first hit at or after the page where one is`() {
    sitting.perform(.open(.reading("groups/lesson")), .pick(0), .next, .find(.ask))
    type("rows")
    #expect(sitting.tutor.scene.input == .line(label: "/", Draft(text: "rows", cursor: 4)))
    sitting.perform(.enter)
    #expect(sitting.status == "hit 2 of 2 · page 2 of \"Groups\"")
    sitting.perform(.find(.look("on distance")))
    #expect(sitting.status == "hit 1 of 1 · page 1 of \"What is near?\"")
  }

  @Test mutating func `n and N go through every place in the order of the course, and around`() {
    sitting.perform(.open(.home), .find(.look("center")))
    var seen: [String] = []
    for _ in 0..<6 {
      seen.append(sitting.status)
      sitting.perform(.find(.next))
    }
    #expect(
      seen == [
        "hit 1 of 5 · page 2 of \"Groups\"", "hit 2 of 5 · page 2 of \"Groups\"",
        "hit 3 of 5 · card \"What is a center?\"",
        "hit 4 of 5 · interview \"Say what a center is\"",
        "hit 5 of 5 · interview \"Say what a center is\"", "hit 1 of 5 · page 2 of \"Groups\"",
      ])
    sitting.perform(.find(.previous), .find(.previous))
    #expect(sitting.status == "hit 5 of 5 · interview \"Say what a center is\"")
    #expect(sitting.tutor.bookmark.route == .exercise("say-center"))
  }

  @Test mutating func `from home too`() {
    sitting.perform(.open(.home), .find(.ask))
    type("steep")
    sitting.perform(.enter)
    #expect(sitting.tutor.bookmark.route == .exercise("steep"))
    sitting.perform(.back)
    #expect(sitting.tutor.bookmark.route == .home)
  }

  @Test mutating func `esc goes back to where one came from, as it was`() {
    sitting.perform(.open(.exercise("short")), .move(1))
    let before = sitting.tutor.scene
    sitting.perform(.find(.look("mean of")))
    #expect(sitting.tutor.bookmark.route == .reading("groups/lesson"))
    sitting.perform(.back)
    #expect(sitting.tutor.scene == before)
    #expect(sitting.status(of: "groups/lesson") == .unseen, "to be shown a hit is no visit")
  }

  @Test mutating func `whoever goes on reading at a hit stays there`() {
    sitting.perform(.open(.home), .find(.look("number of groups")))
    let forN = sitting.tutor.scene.actions.filter { $0.keys.contains { $0.name == "n" } }
    #expect(forN.map(\.event) == [.find(.next)])
    sitting.perform(.pick(0))
    #expect(sitting.tutor.scene.aside.isEmpty, "the question is answered all the same")
    #expect(sitting.tutor.scene.find != nil)
    sitting.perform(.next)
    #expect(sitting.tutor.scene.place == "2 of 2 pages")
    #expect(sitting.tutor.scene.find == nil, "another page, another search")
    #expect(sitting.status(of: "groups/lesson") > .unseen)
  }

  @Test mutating func `what is done at a hit is not lost, and counts as one visit`() {
    sitting.perform(.open(.home), .find(.look("number of groups")))
    let before = sitting.saved.count
    sitting.perform(.pick(0), .move(1), .move(-1))
    let visits = sitting.saved.dropFirst(before).count { event in
      event.happening == .seen(item: "groups/lesson")
    }
    #expect(visits == 1)
    let done = sitting.tutor.bookmark
    sitting.perform(.back)
    #expect(sitting.tutor.scene.find == nil)
    #expect(sitting.tutor.bookmark.route == done.route, "esc ends the search, and one stays")
    sitting.perform(.back)
    #expect(sitting.tutor.bookmark.route == .home)
  }

  @Test mutating func `an answer can be written at a hit`() {
    sitting.perform(.open(.home), .find(.look("Say what a center is")))
    #expect(sitting.tutor.bookmark.route == .exercise("say-center"))
    #expect(sitting.tutor.scene.actions.first?.event == .find(.stay))
    sitting.perform(.find(.stay))
    #expect(sitting.tutor.scene.find == nil)
    #expect(sitting.tutor.scene.input == .text(Draft()))
  }

  @Test mutating func `a hit on a card opens that card, and grades nothing`() {
    sitting.perform(.open(.home), .find(.look("is a center?")))
    #expect(sitting.tutor.scene.words.contains("What is a center?"))
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.words.contains("mean of its rows"))
    #expect(
      !sitting.tutor.scene.actions.contains { if case .grade = $0.event { true } else { false } })
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.words.contains("What is a group?"), "the deck in its turn")
    #expect(sitting.tutor.world.progress.card("groups/center") == nil)
  }

  @Test mutating func `of a card that was graded the back is found, and shown`() {
    sitting.perform(.open(.cards(topic: "groups")), .enter, .grade(.good), .find(.look("bundle")))
    #expect(sitting.status == "hit 1 of 1 · card \"What is a group?\"")
    #expect(sitting.tutor.scene.words.contains("in a bundle"))
  }

  @Test mutating func `words that stand nowhere are said to, and can be mended`() {
    sitting.perform(.open(.home), .find(.ask))
    type("xyzzy")
    sitting.perform(.enter)
    #expect(sitting.status == "no hit in the course")
    sitting.perform(.edit(.eraseLine))
    type("steep")
    sitting.perform(.enter)
    #expect(sitting.tutor.bookmark.route == .exercise("steep"))
    sitting.perform(.back, .find(.look("xyzzy")))
    #expect(sitting.tutor.scene.notice?.contains("\"xyzzy\"") == true)
    #expect(sitting.tutor.scene.find == nil)
  }

  @Test mutating func `a screen that is no part of the course is looked through first`() {
    sitting.perform(.open(.playground(file: nil)), .find(.look("algorithm")))
    #expect(sitting.status.hasSuffix("· this screen"))
    #expect(sitting.tutor.bookmark.route == .playground(file: nil))
  }

  @Test mutating func `what the page has that one comes from is listed first`() {
    sitting.perform(.open(.reading("groups/lesson")), .pick(0), .next, .open(.find("rows")))
    let items = sitting.tutor.scene.menus.first?.items ?? []
    #expect(items.first?.text.hasPrefix("In the middle") == true)
    #expect(items.first?.note == "this page")
    #expect(items.dropFirst().first?.note.hasPrefix("page 1") == true)
    sitting.perform(.open(.home), .open(.find("rows")))
    let elsewhere = sitting.tutor.scene.menus.first?.items ?? []
    #expect(elsewhere.first?.note.hasPrefix("page 1") == true)
    #expect(elsewhere.count == items.count)
  }

  @Test mutating func `asking once more looks in the whole course for the same words`() {
    sitting.perform(.open(.reading("groups/lesson")), .find(.ask))
    type("drill")
    sitting.perform(.enter, .find(.ask))
    #expect(sitting.tutor.bookmark.route == .find("drill"))
    #expect(sitting.tutor.scene.menus.first?.items.count == 4)
  }

  @Test mutating func `an empty search ends as if it had not been`() {
    sitting.perform(.open(.reading("groups/lesson")))
    let before = sitting.tutor.scene
    sitting.perform(.find(.ask), .enter)
    #expect(sitting.tutor.scene == before)
    sitting.perform(.find(.ask), .back)
    #expect(sitting.tutor.scene == before)
  }

  @Test mutating func `a slash asks for words and is none of them`() {
    sitting.perform(.open(.home), .find(.ask))
    type("/steep")
    #expect(sitting.tutor.scene.find?.words == "steep")
    sitting.perform(.back, .open(.find("center")))
    type("/steep")
    #expect(sitting.tutor.scene.find?.words == "steep", "it begins anew")
    type("/a")
    #expect(sitting.tutor.scene.find?.words == "steep/a")
  }

  @Test func `a figure that was not computed is a blank, and that is said`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.find("__")))
    #expect(sitting.tutor.scene.menus.first?.items.first?.text.contains("__") == true)
    #expect(sitting.tutor.scene.words.contains("__ stands for a figure"))
    sitting.perform(.edit(.eraseLine), .edit(.insert("rubric")))
    #expect(!sitting.tutor.scene.words.contains("stands for a figure"))
  }

  @Test mutating func `pasted lines are one line`() {
    sitting.perform(.open(.find("")), .edit(.insert("mean\nof")))
    #expect(sitting.tutor.scene.place == "1 hit in 1 place")
  }

  @Test mutating func `a search is found again after a new start`() throws {
    sitting.perform(.open(.find("center")), .move(1))
    let later = try Sitting(after: sitting.saved, on: SmallTopics.files)
    #expect(later.tutor.scene == sitting.tutor.scene)
  }
}

extension Sitting {
  /// What is said of the search that is going on.
  fileprivate var status: String { tutor.scene.find?.status ?? "" }
}
