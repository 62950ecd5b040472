import ArgumentParser
import Courseware
import Scheduling
import Tutoring

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Every part of the course with its id and what you have shown of it.")

  @OptionGroup var course: CourseOption

  func run() throws {
    let course = try course.open().course
    let progress = try Learner().progress
    for topic in course.topics {
      Output.line("\(topic.number)  \(topic.title) (\(topic.id))")
      Output.table(
        progress.parts(of: topic).map { part in
          ["  " + part.kind, part.item, part.title, "\(part.minutes) min", part.status.words]
        })
    }
  }
}
