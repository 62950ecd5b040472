// Runs the built program as a person or a script would, without a terminal.

import Foundation
import Testing

struct Run {
  let status: Int32
  let output: String
  let diagnostics: String
}

/// A folder of its own for each test, removed with it.
final class Desk {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "centroid-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs the program in this folder with a journal of its own.
  func run(_ arguments: String..., input: String = "", home: String = "home") throws -> Run {
    let process = Process()
    let program: URL = try #require(builtProgram())
    process.executableURL = program
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
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: ".output"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: ".diagnostics"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try read(".output"),
      diagnostics: try read(".diagnostics"))
  }
}

/// The program is built beside the tests.
private func builtProgram() -> URL? {
  let starts = [CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.executableURL]
  let bundles = Bundle.allBundles.map(\.bundleURL)
  for start in starts.compactMap(\.self) + bundles {
    var folder = start.resolvingSymlinksInPath()
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      let program = folder.appending(path: "centroid")
      if FileManager.default.isExecutableFile(atPath: program.path),
        (try? program.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
      {
        return program
      }
    }
  }
  return nil
}
