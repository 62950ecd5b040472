// The order in which things reach the disk: first the journal, then the files that the learner asked
// for. What cannot be saved is said, and nothing that could be is lost.

import BuiltProgram
import Foundation
import GRDB
import Testing

private let shop = "spend,visits\n12.5,3\n40.2,1\n11,4\n80.1,9\n77.7,8\n"

/// A playground in plain lines, ready for the first line.
private func playing(_ desk: Desk) throws -> PipedProgram {
  try desk.write(shop, to: "shop.csv")
  let program = try desk.inPipe("play", desk.path("shop.csv"))
  try program.wait(for: "): ")
  return program
}

@Test func `where the journal fails, no file is written`() throws {
  let desk = try Desk()
  let program = try playing(desk)
  try DatabaseQueue(path: desk.journal).write {
    try $0.execute(sql: "DROP TABLE events; DROP TABLE place")
  }
  program.say("k=4, save=\(desk.path("two"))")
  try program.wait(for: "Not saved")
  #expect(!FileManager.default.fileExists(atPath: desk.path("two.experiment")))
}

@Test func `where a file cannot be written, the rest is kept, and a second try works`() throws {
  let desk = try Desk()
  let program = try playing(desk)
  program.say("k=4, save=\(desk.path("nowhere/two"))")
  try program.wait(for: "two.experiment")
  let told = program.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(
    told.contains("Not saved: \(desk.path("nowhere")): there is no such folder; give another"))
  program.say("save=\(desk.path("two"))")
  try program.wait(for: "Saved. It opens with")
  #expect(try desk.read("two.experiment").contains("\nk: 4\n"))
  program.say("quit")
  #expect(program.waitForExit() == 0)
}

@Test func `who quits with a file unwritten may, and the exit status tells`() throws {
  let desk = try Desk()
  try FileManager.default.createDirectory(
    atPath: desk.path("taken.experiment"), withIntermediateDirectories: true)
  let program = try playing(desk)
  program.say("save=\(desk.path("taken"))")
  try program.wait(for: "Not saved: taken.experiment is there already")
  program.say("quit")
  #expect(program.waitForExit() == 1)
}

@Test func `a file is there whole, with nothing beside it`() throws {
  let desk = try Desk()
  let program = try playing(desk)
  program.say("save=\(desk.path("runs"))")
  try program.wait(for: "Saved. It opens with")
  program.say("svg=\(desk.path("picture"))")
  try program.wait(for: "Saved as picture.svg")
  let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
  #expect(names.filter { $0.hasSuffix(".centroid") } == [])
  #expect(try desk.read("picture.svg").hasSuffix("</svg>\n"))
}
