import ArgumentParser
import Courseware

struct Flow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the steps of a pipeline in order, and have your order run.")

  @Argument(
    help: "Its id; the first that you have not passed if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.flow) })
  var id: String?

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open(.flow, id) }
}
