import ArgumentParser
import Foundation
import Journal

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Everything you did as lines of JSON, for another machine or a program.")

  @Argument(help: "The file to write; standard output if not given.", completion: .file())
  var file: String?

  func run() throws {
    let journal = try Learner().journal
    let lines = try orFail { () throws(JournalError) in try journal.export() }.escapingControls
    guard let file else { return Output.data(lines) }
    do {
      try Data(lines.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw Failure("cannot write \(file); give a file in a folder that you can write to")
    }
    Output.line("\(try orFail { () throws(JournalError) in try journal.count() }) events")
  }
}
