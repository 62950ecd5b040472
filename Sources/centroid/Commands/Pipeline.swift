import ArgumentParser
import Courseware
import Tutoring

struct Pipeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walk along the production pipeline, stage by stage.",
    discussion: """
      Each stage shows what goes in and what comes out of a real run, and what would happen \
      without it.
      """)

  @Argument(
    help: "The flow whose pipeline it is; the first of the course if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.flow) })
  var flow: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { course, _ in
      guard let flow else {
        guard let first = course.course.firstFlow else {
          throw Failure("this course has no flow to walk along")
        }
        return .pipeline(first.id)
      }
      guard course.course.flow(flow) != nil else {
        let flows = course.course.topics.flatMap(\.exercises).filter { $0.kind == .flow }
        throw course.unknown(flow, among: flows.map(\.id))
      }
      return .pipeline(flow)
    }
  }
}
