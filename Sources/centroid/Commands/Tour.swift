import ArgumentParser
import Tutoring

struct Tour: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A first look around, of about a minute.")

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open { _, _ in .tour } }
}
