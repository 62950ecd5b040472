import ArgumentParser
import Tutoring

struct Home: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Where you left off; the same as no command at all.")

  @OptionGroup var options: TutorOptions

  /// Who is here for the first time, and not a script, is shown around.
  func run() throws {
    try options.open { _, learner in
      learner.isNew && Surroundings.now.inputIsTerminal ? .tour : nil
    }
  }
}
