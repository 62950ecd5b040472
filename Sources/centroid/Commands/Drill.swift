import ArgumentParser
import Courseware

struct Drill: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predict what a clustering will do, change it, and see.")

  @Argument(
    help: "Its id; the first that you have not passed if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.concept) })
  var id: String?

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open(.concept, id) }
}
