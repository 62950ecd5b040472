// "I did say that": what learners dispute about the marks of their written answers, and a
// person's word on it.

import ArgumentParser
import Courseware
import Grading
import Tutoring

struct Disputes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Points of written answers that are disputed, for a person to settle.",
    discussion: """
      A learner who did say what the tutor did not find can say so. The grade stays until \
      somebody has read the answer and settled it with `centroid settle`. With --opinion the \
      command that you have named for it is given each answer, and what it says of the disputed \
      point stands beside (see `centroid help mark`); it settles nothing.
      """)

  @Flag(help: "Those that are settled too.")
  var all = false

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "What a command of your own says of every disputed point.")
  var opinion = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let course = try course.open()
    var disputes = Dispute.all(in: try Learner().progress, course).filter { all || $0.isWaiting }
    let hasAll = opinion ? try askOpinions(on: &disputes, in: course) : true
    if json {
      try Output.json(disputes)
    } else {
      disputes.forEach { $0.tell() }
      if disputes.isEmpty {
        Output.line(all ? "Nothing was disputed." : "Nothing is waiting to be settled.")
      }
    }
    if !hasAll { throw Failure() }
  }

  /// Asks once about every answer, however many of its points are disputed.
  ///
  /// - Returns: Whether there is an opinion on each.
  private func askOpinions(
    on disputes: inout [Dispute], in course: OpenCourse
  ) throws -> Bool {
    guard !disputes.isEmpty else { return true }
    var asking = OpinionAsking(course)
    var known: [String: Opinion?] = [:]
    for (index, dispute) in disputes.enumerated() {
      guard let prompt = dispute.prompt else { continue }
      let opinion =
        try known[dispute.event]
        ?? asking.opinion(
          on: AnswerLine(id: dispute.event, text: dispute.answer),
          to: course.writing(prompt))
      known[dispute.event] = .some(opinion)
      disputes[index].opinion = opinion.flatMap { OpinionReport($0).points[dispute.point] }
    }
    return asking.hasAll
  }
}
