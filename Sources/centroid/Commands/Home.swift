import ArgumentParser

struct Home: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Where you left off; the same as no command at all.")

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open(nil) }
}
