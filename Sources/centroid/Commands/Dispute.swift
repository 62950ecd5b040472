// A point that a learner says to have made, with all that is known of it: the answer, what the tutor
// says now, what counts on record, and what a person decided.

import Courseware
import Grading
import Marking
import Scheduling
import Screen
import Tutoring
import Wording

/// A disputed point of an answer. All keys of the JSON are always there, and stay.
struct Dispute: Encodable {
  /// The answer's event.
  let event: String
  let item: String
  /// The question; nil where the course no longer has it.
  let prompt: String?
  let point: String
  /// Nil where the course no longer has the point.
  let idea: String?
  let answer: String
  /// What the tutor has to say about the point now.
  let machine: String
  /// Whether the tutor credits it now.
  let isFound: Bool
  /// Whether the point counts as made on record.
  let isCredited: Bool
  /// What a person decided; nil while nobody has.
  let settled: Bool?
  /// The whole score that a person decided; nil while nobody has.
  let score: Double?
  let by: String?
  let because: String?
  /// Whether a person has still to decide.
  let isWaiting: Bool
  /// What the user's own command says of the point; nil where it was not asked or said nothing.
  var opinion: OpinionReport.Point?

  private enum Key: String, CodingKey {
    case event, item, prompt, point, idea, answer, machine, settled, score, by, because, opinion
    case isFound = "found"
    case isCredited = "credited"
    case isWaiting = "waiting"
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(event, forKey: .event)
    try members.encode(item, forKey: .item)
    try members.encode(prompt, forKey: .prompt)
    try members.encode(point, forKey: .point)
    try members.encode(idea, forKey: .idea)
    try members.encode(answer, forKey: .answer)
    try members.encode(machine, forKey: .machine)
    try members.encode(isFound, forKey: .isFound)
    try members.encode(isCredited, forKey: .isCredited)
    try members.encode(settled, forKey: .settled)
    try members.encode(score, forKey: .score)
    try members.encode(by, forKey: .by)
    try members.encode(because, forKey: .because)
    try members.encode(isWaiting, forKey: .isWaiting)
    try members.encode(opinion, forKey: .opinion)
  }
}

// MARK: - From the record

extension Dispute {
  /// By item, then by run-through. What the course no longer has is listed too: it was said.
  static func all(in progress: Progress, _ course: OpenCourse) -> [Dispute] {
    progress.itemIDs.flatMap { item in
      (progress.record(of: item)?.runs ?? []).flatMap { run in
        Set(run.answers.map(\.part)).sorted().flatMap { part in
          disputes(in: run, of: item, part, course)
        }
      }
    }
  }

  private static func disputes(
    in run: Scheduling.Run, of item: String, _ part: String, _ course: OpenCourse
  ) -> [Dispute] {
    let disputed = run.disputedPoints(of: part)
    guard !disputed.isEmpty, let given = run.given(to: part) else { return [] }
    let stage = course.course.exercise(item)?.stages.first { $0.id == part }
    guard case .write(let writing)? = stage?.task else {
      return disputed.map {
        Dispute(given, $0, in: nil, machine: "the course no longer has this question", false)
      }
    }
    let markers = course.bench.markers
    let mark = markers.marker(for: writing)?.mark(given.answer.answer)
    let unmarked = markers.broken(writing).map { "cannot mark it now: \($0)" } ?? "marks it not"
    return disputed.map { id in
      let point = writing.points.first { $0.id == id }
      let found = mark?.points.first { $0.id == id }
      return Dispute(
        given, id, in: writing,
        machine: point == nil
          ? "the question no longer has this point" : found?.finding.words ?? unmarked,
        found?.isCredited ?? false)
    }
  }

  private init(
    _ given: GivenAnswer, _ point: String, in writing: Writing?, machine: String, _ isFound: Bool
  ) {
    let decision = given.decisions.decision(on: point) ?? given.decisions.decision()
    self.init(
      event: given.event.text, item: given.answer.item, prompt: writing?.prompt, point: point,
      idea: writing?.points.first { $0.id == point }?.idea,
      answer: given.answer.answer, machine: machine, isFound: isFound,
      isCredited: given.answer.points?.contains(point) ?? false,
      settled: given.decisions.points[point], score: given.decisions.score, by: decision?.by,
      because: decision?.because,
      isWaiting: given.openDisputes.contains(point)
        && !(given.answer.points?.contains(point) ?? false))
  }
}

// MARK: - In words

extension Dispute {
  func tell() {
    Output.wrapped("\(item), \(point)" + (idea.map { ": \($0)" } ?? ""))
    Output.wrapped("  answer: \(TextWidth.sanitised(answer))")
    Output.wrapped("  tutor: \(TextWidth.sanitised(machine))")
    if let opinion {
      let quote = opinion.words.map { "“\($0)”" }
      let reasons = [opinion.said ? "said" : "not said", quote, opinion.why].compactMap(\.self)
      Output.wrapped("  second opinion: \(reasons.joined(separator: "; "))")
    }
    for line in outcome { Output.wrapped("  " + TextWidth.sanitised(line)) }
    Output.line()
  }

  private var outcome: [String] {
    let words = [by, because].compactMap(\.self).filter { !$0.isEmpty }
    let note = words.isEmpty ? "" : " (\(words.joined(separator: ": ")))"
    let decided =
      settled.map { "settled: \($0 ? "said" : "not said")\(note)" }
      ?? score.map { "settled: the whole answer is worth \(percentage($0))\(note)" }
    if !isWaiting { return [decided ?? "credited by now: nothing is left to settle"] }
    return [decided.map { $0 + ", and disputed again" }, whatNow].compactMap(\.self)
  }

  /// What can be done about it.
  private var whatNow: String {
    if idea == nil { return "centroid settle \(event) --score 0.5" }
    return isFound && settled == nil
      ? "credited by now: `centroid regrade --apply` puts it on record"
      : "centroid settle \(event) \(point) yes"
  }
}
