import ArgumentParser
import Tutoring

struct ShowMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Every topic of the course, what it builds on, and how far you are.")

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open { _, _ in .map } }
}
