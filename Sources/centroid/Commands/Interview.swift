import ArgumentParser
import Courseware
import Tutoring

struct Interview: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Interview questions: write your answer, then compare it with a senior one.")

  @Argument(
    help: "The id of a question; a choice of all if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.interview) })
  var id: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    if let id { return try options.open(.interview, id) }
    try options.open { course, _ in
      guard let topic = course.course.topics.first else {
        throw Failure("this course has no topic")
      }
      return .interview(topic: topic.id)
    }
  }
}
