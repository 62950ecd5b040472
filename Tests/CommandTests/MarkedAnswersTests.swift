// How far the shipped rubrics agree with people, on answers that lie beside this file.

import BuiltProgram
import Foundation
import Testing

@Suite struct `The shipped rubrics` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/MarkedAnswers")

  /// The first figure of a row of `centroid check --answers`.
  private func figure(_ row: String, in output: String) throws -> Double {
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix(row) })
    let fields = line.dropFirst(row.count).split(separator: " ")
    return try #require(fields.first.flatMap { Double($0) })
  }

  @Test(arguments: [("Read", 0.9, 0.02), ("Unread", 0.85, 0.06)])
  func `agree with the people who marked the answers`(
    _ set: String, _ kappa: Double, _ falseCredit: Double
  ) throws {
    let run = try Desk().run("check", "--answers", Self.folder.appending(path: set).path)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try figure("kappa, pooled", in: run.output) >= kappa)
    #expect(try figure("false credit, misleading", in: run.output) <= falseCredit)
    #expect(try figure("contradiction, kappa", in: run.output) >= 0.8)
  }
}
