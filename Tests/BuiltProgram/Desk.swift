// Runs the built program as a person or a script would, without a terminal.

package import Foundation

package struct Run {
  package let status: Int32
  package let output: String
  package let diagnostics: String
}

/// A folder of its own for each test, removed with it.
package final class Desk {
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "centroid-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func path(_ name: String) -> String { folder.appending(path: name).path }

  package func write(_ text: String, to name: String) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: path(target))
  }

  package func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  package func run(_ arguments: String..., input: String = "", home: String = "home") throws
    -> Run
  {
    try run(arguments, input: input, home: home)
  }

  /// Runs the program in this folder with a journal of its own.
  ///
  /// - Parameter piped: what flows in through a pipe instead of `input`; less than a pipe holds.
  package func run(
    _ arguments: [String], input: String = "", piped: String? = nil, home: String = "home"
  ) throws -> Run {
    let process = Process()
    process.executableURL = try builtProgram()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "CENTROID_HOME": path(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb",
    ]
    // Files, not pipes: a full pipe would hold up whoever writes first.
    try write(input, to: ".input")
    try write("", to: ".output")
    try write("", to: ".diagnostics")
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: ".input"))
    if let piped { process.standardInput = try filledPipe(piped) }
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: ".output"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: ".diagnostics"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try read(".output"),
      diagnostics: try read(".diagnostics"))
  }

  private func filledPipe(_ text: String) throws -> Pipe {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    return pipe
  }
}
