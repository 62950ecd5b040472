import ArgumentParser
import Tutoring

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a method at work, step by step, forwards and back.")

  @Argument(help: "The method: k-means, dbscan or agglomerative.")
  var method = Scenery.kMeans

  @OptionGroup var options: TutorOptions

  func run() throws {
    try options.open { _, _ in .watch(method.rawValue) }
  }
}

extension Scenery: ExpressibleByArgument {}
