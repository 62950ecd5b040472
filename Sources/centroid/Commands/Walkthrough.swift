import ArgumentParser
import Courseware
import Tutoring

struct Walkthrough: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walk through the source of the core that did it all.")

  @Argument(help: "The topic; the first with a walkthrough if not given.")
  var topic: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { course, _ in
      let topics = course.course.topics.filter { $0.walkthrough != nil }
      guard let found = topics.first(where: { topic == nil || $0.id == topic })?.walkthrough else {
        throw course.unknown(topic ?? "walkthrough", among: topics.map(\.id))
      }
      return .reading(found.id)
    }
  }
}
