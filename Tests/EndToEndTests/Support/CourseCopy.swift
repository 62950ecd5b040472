// A copy of the course of the repository, to be spoilt by a test.

import BuiltProgram
import Foundation
import ScriptedLearner

extension Desk {
  func copyCourse() throws {
    let course = folder.appending(path: "course")
    try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
    for name in ["Lessons", "Drills"] {
      try FileManager.default.copyItem(
        at: RepositoryCourse.root.appending(path: name), to: course.appending(path: name))
    }
  }

  func change(_ file: String, _ body: (String) throws -> String) throws {
    try write(try body(try read("course/\(file)")), to: "course/\(file)")
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try write("", to: name)
    try Data(bytes).write(to: folder.appending(path: name))
  }
}
