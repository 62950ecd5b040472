import ArgumentParser
import Tutoring

struct Home: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The first screen: what there is, how far you are, what comes next.")

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { _, learner in learner.isNewcomer ? .tour : .home }
  }
}

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Where you left off; the same as no command at all.")

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { _, learner in learner.isNewcomer ? .tour : nil }
  }
}

extension Learner {
  /// Who is here for the first time, and not a script, is shown around.
  fileprivate var isNewcomer: Bool { isNew && Surroundings.now.inputIsTerminal }
}
