import Courseware
import Marking
import Testing

/// The small course with phrasings for one of its questions.
private func rubrics(
  _ text: String, named name: String = "objective", words: String? = nil
) throws -> (rubrics: Rubrics, mistakes: [String], course: Course) {
  var added = ["Lessons/01-groups/rubrics/\(name).md": text]
  if let words { added["Lessons/01-groups/rubrics/words.md"] = words }
  let files = SmallCourse.files(added)
  let course = try #require(read(files).course)
  let (rubrics, mistakes) = readRubrics(files, of: course)
  return (rubrics, mistakes.filter { $0.severity == .error }.map(\.description), course)
}

private let place = "Lessons/01-groups/rubrics/objective.md"

@Suite struct `A file of the folder rubrics` {
  @Test func `mark the answers to a question by what stands in its file`() throws {
    let (rubrics, mistakes, course) = try rubrics(
      """
      How it is recognized.

      ```words
      near: [close, alike]
      ```

      ```phrasings
      within:
        said:
          - "[group] > [near]"
        denied: ["[group] > far"]
        seen: {r1: [heaps match]}
      between: {said: [unlike]}
      wrong: [always ten groups]
      ```
      """, words: "```words\ngroup: [cluster, bunch]\n```\n")
    #expect(mistakes == [])
    let writing = try #require(course.writings.first { $0.prompt == "objective" })
    let marker = try #require(try rubrics.marker(for: writing))
    #expect(marker.mark("Each cluster is close.").points[0].isCredited)
    #expect(marker.mark("Heaps match.").points[0].isCredited)
    #expect(marker.mark("There are always ten groups.").contradiction != nil)
    let unseen = try #require(try rubrics.marker(for: writing) { $0 == "r1" })
    #expect(!unseen.mark("Heaps match.").points[0].isCredited)
  }

  @Test func `are nil for a question without a file`() throws {
    let (rubrics, _, course) = try rubrics("", named: "README")
    let writing = try #require(course.writings.first)
    #expect(try rubrics.marker(for: writing) == nil)
  }
}

@Suite struct `A slip in a rubric is reported where it stands` {
  private func mistakes(_ yaml: String, named name: String = "objective") throws -> [String] {
    try rubrics(
      "```phrasings\n\(yaml)\nbetween: {said: [unlike]}\n```\n", named: name
    ).mistakes
  }

  @Test func `an idea that nobody named`() throws {
    let found = try mistakes("within: {said: [\"[grup] alike\"]}")
    #expect(
      found == [
        "\(place):2:17: error: no idea `[grup]` is named in a block `words`; there is none yet"
      ])
  }

  @Test func `a point that the question does not have, and one that is left out`() throws {
    #expect(
      try mistakes("witin: {said: [alike]}") == [
        "\(place):1:1: error: nothing says how `within` is recognized; "
          + "write `within: {said: [some words]}`",
        "\(place):2:1: error: the question `objective` has no point `witin`; "
          + "did you mean `within`?",
      ])
  }

  @Test func `a point without phrasings, and an unknown key`() throws {
    #expect(
      try mistakes("within: {sad: [alike]}") == [
        "\(place):2:1: error: the point `within` has no phrasing; write `said: [some words]`",
        "\(place):2:10: error: the point has no key `sad`; did you mean `said`?",
      ])
  }

  @Test func `a phrasing without words`() throws {
    #expect(
      try mistakes("within: {said: [alike, \">\"]}") == [
        "\(place):2:24: error: a phrasing has no words; "
          + "write the words that the idea is said with"
      ])
  }

  @Test func `a file without phrasings`() throws {
    #expect(
      try rubrics("Nothing.").mistakes == [
        "\(place):1:1: error: the file has no block `phrasings`; "
          + "write one block `phrasings` with `a-point: {said: [some words]}`"
      ])
  }

  @Test func `a file that belongs to no question`() throws {
    let found = try mistakes("within: {said: [alike]}", named: "objectiv")
    #expect(
      found == [
        "Lessons/01-groups/rubrics/objectiv.md:1:1: error: "
          + "no question has the prompt `objectiv`; did you mean `objective`?"
      ])
  }

  @Test func `a prompt that has a rubric in two topics: the first file is the one that is read`()
    throws
  {
    func text(_ words: String) -> String {
      "```phrasings\nwithin: {said: [\(words)]}\nbetween: {said: [unlike]}\n```\n"
    }
    let files = SmallCourse.files([
      place: text("alike"), "Lessons/02-more/rubrics/objective.md": text("close"),
    ])
    let course = try #require(read(SmallCourse.files()).course)
    for _ in 0..<20 {
      let (rubrics, mistakes) = readRubrics(files, of: course, only: "objective")
      #expect(rubrics.phrasings["objective"]?.points["within"]?.said == ["alike"])
      #expect(
        mistakes.map(\.description) == [
          "Lessons/02-more/rubrics/objective.md:1:1: error: `objective` has its rubric in "
            + "\(place) too; keep one of the two files, in the topic of the question"
        ])
    }
  }

  @Test func `a question without a rubric in a topic that has rubrics is worth a warning`() throws {
    let files = SmallCourse.files([
      "Lessons/01-groups/rubrics/why.md": "```phrasings\nsplits: {said: [cut]}\n```\n"
    ])
    let course = try #require(read(files).course)
    let missing = readRubrics(files, of: course).mistakes.filter { $0.severity == .warning }
    #expect(
      missing.map(\.description).contains(
        "\(SmallCourse.interview):1:1: warning: no rubric says how the points of `objective` are "
          + "recognized, so its learners mark alone; "
          + "write the file \(place)"))
  }

  @Test func `a slip in the file of the structure is none of a question's`() throws {
    let files = SmallCourse.files([
      place: "```phrasings\nwithin: {said: [alike]}\nbetween: {said: [unlike]}\n```\n",
      "Lessons/01-groups/rubrics/structure.md": "Nothing.",
    ])
    let course = try #require(read(files).course)
    #expect(readRubrics(files, of: course, only: "objective").mistakes == [])
    #expect(readRubrics(files, of: course).mistakes.contains { $0.file.hasSuffix("structure.md") })
  }

  @Test func `two questions with one prompt`() {
    #expect(
      SmallCourse.mistakes(
        in: SmallCourse.drill, replacing: "```ask why", by: "```ask why\nprompt: objective")
        == [
          "Lessons/01-groups/interview.md:1:1: error: the prompt `objective` is also that of `how-many-groups`; "
            + "write another `prompt` in one of the blocks `ask`"
        ])
  }
}

@Suite struct `The file of the structure` {
  private func structures(_ yaml: String) throws -> ([String: Structure], [String], Course) {
    let files = SmallCourse.files([
      "Lessons/01-groups/rubrics/words.md": "```words\nwatch: [observe, track]\n```\n",
      "Lessons/01-groups/rubrics/structure.md": "```phrasings\n\(yaml)\n```\n",
    ])
    let course = try #require(read(files).course)
    return (
      readStructures(files, of: course), readRubrics(files, of: course).mistakes.map(\.description),
      course
    )
  }

  private static let place = "Lessons/01-groups/rubrics/structure.md"

  @Test func `says for any question what its answers have besides content`() throws {
    let (structures, mistakes, course) = try structures(
      """
      monitoring:
        idea: Says what is watched.
        said: ["[watch] > size"]
      define: {idea: Defines it., said: [puts > groups]}
      """)
    #expect(mistakes == [])
    let structure = try #require(structures["groups"])
    #expect(
      structure.parts == [
        Structure.Part(id: "monitoring", idea: "Says what is watched."),
        Structure.Part(id: "define", idea: "Defines it."),
      ])
    let writing = try #require(course.writings.first)
    let mark = try structure.marker(for: writing).mark("I would track the size of each of them.")
    #expect(mark.points.map(\.isCredited) == [true, false])
  }

  @Test func `must say what a part is, and how it is said`() throws {
    #expect(
      try structures("define: {said: [puts > groups]}\nwatching: {idea: Watches.}").1 == [
        "\(Self.place):2:1: error: the point `define` does not say what it is; "
          + "write `idea: One sentence, which learners may read.`",
        "\(Self.place):3:1: error: the point `watching` has no phrasing; "
          + "write `said: [some words]`",
      ])
  }

  @Test func `names ideas of the topic, and no others`() throws {
    #expect(
      try structures("define: {idea: Defines it., said: [\"[wach] > it\"]}").1 == [
        "\(Self.place):2:36: error: no idea `[wach]` is named in a block `words`; "
          + "did you mean `watch`?"
      ])
  }
}
