import ArgumentParser
import Foundation
import Journal
import Scheduling

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds the events of an export; those that are already here are left alone.")

  @Argument(help: "The file to read; - is standard input.", completion: .file())
  var file: String

  func run() throws {
    let journal = try Learner().journal
    let lines = Data(try Input.bytes(of: file))
    // The clocks of two machines may differ, by a time zone at most.
    let latest = Instant.now.adding(days: 1)
    let report = try orFail { () throws(JournalError) in
      try journal.importLines(lines, notAfter: latest)
    }
    for refused in report.refused {
      Output.diagnostic("\(file):\(refused.line): this line \(refused.reason)")
    }
    Output.line(
      "\(report.added) added, \(report.alreadyThere) already there, "
        + "\(report.refused.count) refused")
    if !report.refused.isEmpty { throw Failure() }
  }
}
