// Each trial of a rubric, and the slip that it is there to find: in a small rubric that passes all of
// them, one phrasing is changed.

import Courseware
import Grading
import Marking
import Markup
import Testing

@Suite struct `The proof of a rubric` {
  /// How people say the points of the small question, and what an author may change about it.
  private struct Sample {
    var question = "Why do people put things into clusters?"
    var ideas = [
      "within": "Points of one group are alike.", "between": "Points of other groups are far away.",
      "use": "It serves a decision.",
    ]
    var said = [
      "within": ["same > near"], "between": ["other > far"], "use": ["serve > decision"],
    ]
    var denied = ["within": ["same > far"]]
    var bands = Bands()
    var model = """
      Points of the same group are near each other. Points of other groups are far away. Groups that
      hold serve a decision of somebody who pays for it.
      """
  }

  private func findings(
    seeds: Range<UInt64> = 1..<3, _ change: (inout Sample) -> Void = { _ in }
  ) throws -> [Finding] {
    var sample = Sample()
    change(&sample)
    let ids = ["within", "between", "use"]
    let writing = Writing(
      prompt: "explain", question: sample.question, structure: [],
      points: ids.map { Writing.Point(id: $0, idea: sample.ideas[$0] ?? "") },
      model: try Document(parsing: Array(sample.model.utf8)).blocks, passMark: 0.6,
      bands: sample.bands)
    var points: [String: Phrasings.Point] = [:]
    for id in ids {
      points[id] = Phrasings.Point()
      points[id]?.said = sample.said[id] ?? []
      points[id]?.denied = sample.denied[id] ?? []
    }
    let places = [
      "within": Position(line: 4, column: 1), "between": Position(line: 9, column: 1),
      "use": Position(line: 14, column: 3),
    ]
    let rubrics = Rubrics(
      phrasings: ["explain": Phrasings(points: points)],
      files: ["explain": RubricFile(path: "rubrics/explain.md", points: places)])
    return prove(
      exercise([stage("one", .write(writing))]), seeds: seeds, runner: runner, rubrics: rubrics
    ).findings
  }

  /// The one finding there is to be, which names its point in the file of the rubric.
  private func only(_ found: [Finding], at line: Int) throws -> String {
    #expect(found.count == 1, "\(found)")
    let finding = try #require(found.first)
    #expect(finding.file == "rubrics/explain.md" && finding.position.line == line, "\(finding)")
    return finding.what
  }

  @Test func `is silent about a rubric that does what it must`() throws {
    #expect(try findings().map(\.what) == [])
  }

  @Test func `finds a point that the model answer does not make`() throws {
    let found = try findings { $0.said["use"] = ["help > choose"] }
    #expect(try only(found, at: 14) == "the model answer earns 0.67; not credited: use")
  }

  @Test func `finds a phrasing that the question itself holds`() throws {
    let found = try findings {
      $0.question = "Why clusters?"
      $0.said["within"] = ["same > near", "why > cluster"]
    }
    #expect(try only(found, at: 4) == "the question repeated earns 0.33; credited: within")
  }

  @Test func `finds a phrasing that is only the words of its idea`() throws {
    let found = try findings {
      $0.ideas = ["within": "Points alike.", "between": "Others far.", "use": "It serves."]
      $0.said["within"] = ["same > near", "alike > far"]
    }
    #expect(
      try only(found, at: 4) == "the rubric's words in a row earns 0.33; credited: within")
  }

  @Test func `finds an idea that is credited where it is denied`() throws {
    let found = try findings { sample in
      sample.ideas["use"] = "It serves a decision. Somebody decides."
      sample.said["use"] = ["serve > decision", "somebody > decides"]
    }
    #expect(try only(found, at: 14) == "every idea denied earns 0.33; credited: use")
  }

  @Test func `finds phrasings that shuffled words meet`() throws {
    let found = try findings {
      $0.said["within"] = ["near"]
      $0.said["between"] = ["far"]
      $0.said["use"] = ["decision"]
      $0.denied = [:]
      $0.bands = Bands([.words: 1])
    }
    #expect(found.count == 1, "\(found)")
    let words = "the model answer with its words shuffled earns "
    #expect(found.allSatisfy { $0.what.hasPrefix(words) && $0.file == "rubrics/explain.md" })
  }

  @Test func `finds a denial that is not told to be false where it is said`() throws {
    let found = try findings {
      $0.denied["between"] = ["far > apart > outlier > noise > border > edge > rim"]
    }
    #expect(
      try only(found, at: 9).hasPrefix("the denial “far > apart > outlier > noise > border"))
  }

  @Test func `lets an author widen a band, and says nothing then`() throws {
    let found = try findings {
      $0.ideas["use"] = "It serves a decision. Somebody decides."
      $0.said["use"] = ["serve > decision", "somebody > decides"]
      $0.bands = Bands([.denied: 0.34])
    }
    #expect(found.map(\.what) == [])
  }
}
