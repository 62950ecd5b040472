import Courseware
import Scheduling
import Testing
import Tutoring

@Suite struct `What is known of a concept` {
  let course: Course

  init() throws { course = try SmallTopics.course() }

  private func standing(_ concept: String, _ past: Past, day: Int64 = 0) throws -> Standing {
    let found = try #require(course.concepts.first { $0.id == concept })
    return past.progress.standing(of: found.material, at: Past.noon(day))
  }

  @Test func `the concepts come in the order of the lessons`() {
    #expect(course.concepts.map(\.id) == ["clusters", "centers", "distance", "slope"])
  }

  @Test func `a concept is called by the words of its id, or as its lesson calls it`() throws {
    var texts = SmallTopics.texts
    let path = "Lessons/03-lines/lesson.md"
    texts[path] = texts[path]?.replacing(
      "concepts: [slope]",
      with: "concepts: [k-means-cost, trade-offs]\nnames: {trade-offs: trade-offs}")
    texts["Drills/concept/steep.md"] = nil
    let files = CourseFiles(content: texts.mapValues { Array($0.utf8) }, sources: [:])
    let course = try #require(read(files).0)
    #expect(course.concepts.suffix(2).map(\.title) == ["k-means cost", "trade-offs"])
  }

  @Test func `nothing is known before anything is done`() throws {
    let standing = try standing("clusters", Past())
    #expect(!standing.isBegun && standing.shown == 0)
    #expect((standing.read.of, standing.drilled.of, standing.recall.cards) == (1, 2, 1))
    #expect(standing.explained.of == 0)
  }

  @Test func `a page counts for its own concepts, and reading shows nothing`() throws {
    var past = Past()
    past.on(0, .seen(item: "groups/lesson#alike"))
    #expect(try standing("clusters", past).read == Standing.Share(done: 1, of: 1))
    #expect(try standing("clusters", past).shown == 0)
    #expect(try standing("centers", past).read.done == 0)
  }

  @Test func `a page that names no concept is about all of its text`() throws {
    var past = Past()
    past.on(0, .seen(item: "near/lesson#one-page"))
    #expect(try standing("distance", past).read == Standing.Share(done: 1, of: 1))
  }

  @Test func `shown is the mean of exercises, cards and answers`() throws {
    var past = Past()
    past.on(0, .passed("short"), .passed("long"), .graded("groups/group", .easy))
    #expect(try standing("clusters", past).shown == 1)
    past.on(0, .graded("groups/center", .easy))
    // Drills 1, cards 1, and the question not answered.
    #expect(abs(try standing("centers", past).shown - 2.0 / 3) < 1e-12)
  }

  @Test func `hints lower what an exercise shows, and are named`() throws {
    var past = Past()
    past.on(0, .passed("far", score: 0.65, hints: 2))
    let standing = try standing("distance", past)
    #expect(standing.shown == 0.65)
    #expect(
      standing.weaknesses.map(\.words)
        == ["The drill \"The far drill\" was passed only with 2 hints, at 65 %."])
    past.on(1, .passed("far", score: 0.9))
    #expect(try self.standing("distance", past).weaknesses.isEmpty)
  }

  @Test func `an exercise that failed is weak until it is passed`() throws {
    var past = Past()
    past.on(0, .failed("far", score: 0.2), .failed("far", score: 0.4))
    #expect(
      try standing("distance", past).weaknesses.map(\.words)
        == ["The drill \"The far drill\" was tried 2 times and is not passed, with 40 % at best."])
    past.on(1, .passed("far"))
    #expect(try standing("distance", past).weaknesses.isEmpty)
  }

  @Test func `recall falls with the days, and the sentence says how far`() throws {
    var past = Past()
    past.on(0, .graded("groups/group", .good), .graded("groups/group", .good))
    let recall = past.progress.recall(of: ["groups/group"], at: Past.noon(9))
    let percent = Int(((recall.chance ?? 0) * 100).rounded())
    #expect((50..<90).contains(percent))
    #expect(
      try standing("clusters", past, day: 9).weaknesses.map(\.words)
        == ["Recall fell to \(percent) % over 1 card, last seen 9 days ago."])
    #expect(try standing("clusters", past, day: 0).weaknesses.isEmpty)
  }

  @Test func `a card that was just forgotten is not recalled, whatever its schedule says`() throws {
    var past = Past()
    past.on(0, .graded("groups/group", .easy))
    past.on(4, .graded("groups/group", .again))
    let recall = past.progress.recall(of: ["groups/group", "groups/center"], at: Past.noon(4))
    #expect((recall.begun, recall.forgotten, recall.chance, recall.share) == (1, 1, 0, 0))
    #expect(
      try standing("clusters", past, day: 4).weaknesses.map(\.words)
        == ["Recall fell to 0 % over 1 card, 1 of them forgotten, last seen today."])
  }
}

@Suite struct `The one best thing to do next` {
  let course: Course

  init() throws { course = try SmallTopics.course() }

  private func advice(_ past: Past, day: Int64 = 0) -> Advice? {
    past.progress.advice(on: course, at: Past.noon(day))
  }

  private var readAll: [Happening] {
    ["groups/lesson#alike", "groups/lesson#middle"].map { .seen(item: $0) }
  }

  @Test func `a beginner reads the first page`() {
    #expect(advice(Past())?.title == "Read \"Alike\"")
    #expect(advice(Past())?.page == 0)
  }

  @Test func `reading goes on at the first unread page`() {
    var past = Past()
    past.on(0, .seen(item: "groups/lesson#alike"))
    #expect(advice(past)?.title == "Read \"In the middle\"")
    #expect(advice(past)?.note == "lesson, page 2 · about 5 min")
  }

  @Test func `what was shown without the page need not be read`() {
    var past = Past()
    past.on(
      0, .passed("short"), .passed("long"), .graded("groups/group", .easy),
      .graded("groups/center", .easy))
    #expect(advice(past)?.route == .exercise("say-center"))
  }

  @Test func `after reading comes the shortest drill of the weakest concept`() {
    var past = Past()
    for page in readAll { past.on(0, page) }
    #expect(advice(past)?.route == .exercise("short"))
    #expect(
      advice(past)?.why
        == "Your weakest concept is clusters: 0 % of it is shown. This is the shortest way on.")
    past.on(0, .passed("short"))
    #expect(advice(past)?.route == .exercise("long"), "centers are weaker now")
  }

  @Test func `practice comes before recall, and recall before explaining`() {
    var past = Past()
    for page in readAll { past.on(0, page) }
    past.on(0, .passed("short"), .passed("long"))
    #expect(advice(past)?.route == .cards(topic: "groups"))
    past.on(0, .graded("groups/group", .easy), .graded("groups/center", .easy))
    #expect(advice(past)?.route == .exercise("say-center"))
  }

  @Test func `a card that is due comes before everything new`() {
    var past = Past()
    past.on(0, .graded("groups/group", .easy))
    #expect(advice(past)?.title == "Read \"In the middle\"")
    let later = advice(past, day: 30)
    #expect(later?.title == "Review 1 card")
    #expect(later?.route == .cards(topic: nil))
    #expect(later?.why.hasPrefix("1 card of yours is due, with recall down to ") == true)
  }

  @Test func `the next topic comes once the one that it builds on is known`() {
    var past = Past()
    past.on(
      0, .passed("short"), .passed("long"), .passed("say-center"),
      .graded("groups/group", .easy), .graded("groups/center", .easy))
    #expect(advice(past)?.route == .reading("near/lesson"))
  }

  @Test func `a topic that is passed with many hints is not enough to build on`() {
    var past = Past()
    past.on(
      0, .seen(item: "groups/lesson#alike"), .seen(item: "groups/lesson#middle"),
      .passed("short", score: 0.2, hints: 3), .passed("long", score: 0.2, hints: 3),
      .passed("say-center", score: 0.2, hints: 3), .graded("groups/group", .easy),
      .graded("groups/center", .easy))
    #expect(advice(past)?.route == .reading("lines/lesson"), "the other track does not wait")
  }

  @Test func `where all is passed there is nothing to advise`() {
    var past = Past()
    past.on(
      0, .passed("short"), .passed("long"), .passed("say-center"), .passed("far"),
      .passed("steep"), .graded("groups/group", .easy), .graded("groups/center", .easy))
    #expect(advice(past) == nil)
  }
}
