// What grades an exercise is spoilt in a copy of the repository's course, and doing the exercise
// shows it, at the line and column where it was spoilt.

import BuiltProgram
import Foundation
import Testing

private let groups = "Drills/concept/how-many-groups.md"
private let lab = "Drills/labs/loud-feature.md"
private let moons = "Drills/labs/half-moons.md"
private let outlier = "Drills/labs/outlier-and-eps.md"
private let flow = "Drills/flows/table-to-decision.md"
private let lesson = "Lessons/01-what-is-clustering/lesson.md"

private let keys = [
  Slip(lab, "answer: {loudest: distance}", "answer: ¦spend", "e.g. `answer: {loudest: distance}`"),
  Slip(
    groups, "answer: {highest: silhouette, over: {k: 2...6}}", "answer: ¦3",
    "e.g. `answer: {highest: silhouette, over: {k: 2...6}}`"),
  Slip(
    lesson, "answer: {highest: silhouette, over: {k: 2...5}}", "answer: ¦3",
    "e.g. `answer: {highest: silhouette, over: {k: 2...5}}`"),
  // The right option is now among those that have a reply for being wrong.
  Slip(
    moons, "  highest: agreement\n  among:\n    restarts: {restarts: 50}",
    "  ¦lowest: agreement\n  among:\n    restarts: {scale: robust}", "or give it a reply too"),
  // Two of the four do the same.
  Slip(
    moons,
    """
      highest: agreement
      among:
        restarts: {restarts: 50}
    """,
    """
      ¦highest: agreement
      among:
        restarts: {algorithm: agglomerative, linkage: single}
    """, "is nearly a tie"),
  Slip(
    lesson, "answer: {highest: silhouette, among: {cents: {scale: none}, scaled: {scale: standard}",
    "answer: ¦{highest: silhouette, among: {cents: {scale: none}, scaled: {scale: none}",
    "ask where one option is clearly ahead"),
  Slip(
    lab, "  - id: visits\n    text: visits", "  - ¦id: visits\n    text: spend",
    "a text of its own"),
]

private let tasks = [
  Slip(lab, "solution: {scale: standard}", "solution: ¦{k: 4}", "give a solution that holds"),
  Slip(
    lab, "with: {features: \"spend\"}", "with: ¦{scale: standard, restarts: 50}",
    "and the goal refuse it"),
  Slip(
    lab, "with: {restarts: 50}\n    reply: More", "with: ¦{restarts: 20}\n    reply: More",
    "make the form offer it"),
  Slip(lab, "at-least: 0.9}", "at-least: ¦-0.5}", "or ask for more"),
  Slip(moons, "at-least: 0.98}", "at-least: ¦1.5}", "change the settings, the premises"),
  Slip(
    flow, "- before: evaluate\n    after: assign", "- ¦before: assign\n    after: evaluate",
    "turn the rule round"),
  Slip(
    flow, "- before: check\n    after: assign", "- ¦before: assign\n    after: check",
    "remove one of them, or turn it round"),
  Slip(flow, "weight: 2\n", "weight: ¦0\n", "write a positive number"),
  Slip(flow, "question: Put", "weight: ¦0.5\nquestion: Put", "let them sum to 1"),
  Slip(lab, "pass: 0.6", "pass: ¦0", "such as `pass: 0.6`"),
]

/// One of each kind of task; for a question also with words that only the key makes a leak.
private let hints = [
  Slip(
    outlier, "- {price: 0.1, text: \"Which of the groups has",
    "- ¦{price: 0.1, text: \"Scale with median and quartiles. Which of the groups has",
    "names the option \"scale with median and quartiles\""),
  Slip(
    moons, "- price: 0.1\n    text: \"All rows",
    "- ¦price: 0.1\n    text: \"Try single linkage. All",
    "points at the right answer, “single”"),
  Slip(
    lab, "- {price: 0.1, text: \"The run is",
    "- ¦{price: 0.1, text: \"Standard scaling. The run is",
    "names `scale: standard` of the solution"),
  Slip(
    flow, "- price: 0.1\n    text: \"For",
    "- ¦price: 0.1\n    text: \"Check first, then scale. For",
    "`check` comes right before `scale`"),
  Slip(
    lab, "  - Say how you would check it.\n",
    """
      - Say how you would check it.
    hints:
      - ¦{price: 0.1, text: Income has larger numbers and dominates the distance.}
      - {price: 0.1, text: Look again.}

    """, "says most of the point `dominates`"),
]

@Test(arguments: keys + tasks + hints)
func `what spoils the grading of an exercise is reported at its place`(slip: Slip) throws {
  let desk = try Desk()
  try desk.copyCourse()
  let place = try desk.make(slip)
  let run = try desk.run("check", "--seeds", "2", "course/\(slip.file)")
  #expect(run.status == 1)
  #expect(
    run.output.split(separator: "\n").contains {
      $0.hasPrefix("\(place): error: ") && $0.contains(slip.remedy)
    }, "expected \(place)… \(slip.remedy)\n\(run.output)")
}

@Test func `an author is warned of weights that make guessing pay`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  let place = try desk.make(Slip(flow, "\nconstraints:", "\n¦constraints:", ""))
  try desk.change(flow) { $0.replacing("weight: 2", with: "weight: 10", maxReplacements: 1) }
  let run = try desk.run("check", "--seeds", "0", "course/\(flow)")
  #expect(run.output.hasPrefix("\(place): warning: a few pairs have most of the weight"))
  #expect(run.status == 0)
}

// MARK: - Rubrics

private let rubrics = "Lessons/01-what-is-clustering/rubrics"

/// What a slip makes of the phrasings of one point, and what is then found at that point.
struct RubricSlip: Sendable, CustomTestStringConvertible {
  let prompt: String
  let point: String
  /// The lines that stand in the place of what is said of the point.
  let wrong: String
  let found: String

  var testDescription: String { "\(prompt), \(point): \(found)" }
}

private let rubricSlips = [
  RubricSlip(
    prompt: "check-inertia", point: "elbow", wrong: "  said: [words that nobody ever writes]\n",
    found: "the model answer earns 0.83; not credited: elbow"),
  RubricSlip(
    prompt: "check-inertia", point: "elbow",
    wrong: "  said: [elbow]\n  denied: [the > elbow]\n",
    found: "the model answer earns 0.83; not credited: elbow"),
  RubricSlip(
    prompt: "check-inertia", point: "elbow",
    wrong: "  said: [elbow]\n  denied: [far > apart > outlier > noise > border > edge > rim]\n",
    found: "is not told to be false where it is said"),
]

@Test(arguments: rubricSlips)
func `what spoils a rubric is reported at its point`(slip: RubricSlip) throws {
  let desk = try Desk()
  try desk.copyCourse()
  let file = "\(rubrics)/\(slip.prompt).md"
  try desk.change(file) { text in
    let lines = text.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "\(slip.point):"))
    // Up to the next point, or the end of the block.
    let end = try #require(
      lines[(start + 1)...].firstIndex { $0.first.map { $0 != " " } ?? false })
    return (lines[...start] + [slip.wrong] + lines[end...]).joined(separator: "\n")
  }
  let lines = try desk.read("course/\(file)").components(separatedBy: "\n")
  let place = "course/\(file):\((lines.firstIndex(of: "\(slip.point):") ?? 0) + 1):1: error: "
  for path in [file, "Lessons", ""] {
    let run = try desk.run("check", "--seeds", "2", "course/\(path)")
    #expect(run.status == 1)
    #expect(
      run.output.split(separator: "\n").contains {
        $0.hasPrefix(place) && $0.contains(slip.found)
      }, "expected \(place)… \(slip.found)\n\(run.output)")
  }
}
