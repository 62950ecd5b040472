import ArgumentParser
import Courseware

struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Break a clustering, find out why, repair it, explain it.")

  @Argument(
    help: "Its id; the first that you have not passed if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.lab) })
  var id: String?

  @OptionGroup var options: TutorOptions

  func run() throws { try options.open(.lab, id) }
}
