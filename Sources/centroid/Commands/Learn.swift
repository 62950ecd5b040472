import ArgumentParser
import Courseware
import Scheduling
import Tutoring

struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a lesson, and answer its questions.")

  @Argument(help: "Its id, or that of its topic; the first that you have not passed if not given.")
  var reading: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { course, learner in
      let topics = course.course.topics
      guard let reading else {
        let open = topics.first { learner.progress.status(of: $0.lesson.id) < .passed }
        guard let topic = open ?? topics.first else { throw Failure("this course has no lesson") }
        return .reading(topic.lesson.id)
      }
      if let topic = topics.first(where: { $0.id == reading || "\($0.number)" == reading }) {
        return .reading(topic.lesson.id)
      }
      guard course.course.reading(reading) != nil else {
        throw course.unknown(reading, among: topics.map(\.id))
      }
      return .reading(reading)
    }
  }
}
