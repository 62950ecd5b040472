import ArgumentParser
import Tutoring

struct FindWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Look for words in lessons, exercises, cards and interview questions.",
    discussion: """
      Small letters find capitals too, and accents do not count. What answers a question is left \
      out until you have answered it.
      """)

  @Argument(help: "The words; asked for if not given.")
  var words: [String] = []

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open { _, _ in .find(words.joined(separator: " ")) } }
}
