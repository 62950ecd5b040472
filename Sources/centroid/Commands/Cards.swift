import ArgumentParser
import Courseware
import Tutoring

struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Flash cards: those that are due, then new ones.")

  @Argument(help: "The topic; the cards of all topics if not given.")
  var topic: String?

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { course, _ in
      if let topic, course.course.topic(topic) == nil {
        throw course.unknown(topic, among: course.course.topics.map(\.id))
      }
      return .cards(topic: topic)
    }
  }
}
