package import Foundation

/// The program is built beside the tests.
package func builtProgram() throws -> URL {
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
  throw NotBuilt()
}

/// The program is not beside the tests.
package struct NotBuilt: Error {}
