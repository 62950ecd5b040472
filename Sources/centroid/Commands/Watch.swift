import ArgumentParser
import Tutoring
import Wording

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a method at work, step by step, forwards and back.",
    discussion: "Films show built-in data. \(Self.ownData)")

  @Argument(
    help: ArgumentHelp("The method: \(listed(Self.methods, "or")).", valueName: "method"),
    completion: .list(Self.methods))
  var words: [String] = []

  @OptionGroup var options: TutorOptions

  private static let methods = Scenery.allCases.map(\.rawValue)
  private static let ownData = "A table of yours is for the playground: centroid play FILE."

  func run() throws {
    let scenery = try scenery()
    try options.open { _, _ in .watch(scenery.rawValue) }
  }

  /// A file that somebody wants to watch is told where it can be taken.
  private func scenery() throws(Failure) -> Scenery {
    guard let first = words.first else { return .kMeans }
    let scenery = Scenery(rawValue: first.lowercased())
    if let scenery, words.count == 1 { return scenery }
    let rest = scenery == nil ? first : words[1]
    let hint = scenery == nil ? nearestName(to: first, among: Self.methods) : nil
    let sentence =
      hint.map { "there is no film of \(first); did you mean \($0)?" }
      ?? "there is no film of \(rest): films show \(listed(Self.methods, "or")) on built-in data. "
      + Self.ownData
    throw Failure(sentence, status: Failure.usage)
  }
}
