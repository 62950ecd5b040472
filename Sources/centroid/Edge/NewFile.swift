// Files that a learner saves. One that is there already is never written over.

import Experiments
import Foundation

enum NewFile {
  static func write(_ text: String, to path: String) throws(Failure) {
    let name = URL(filePath: path).lastPathComponent
    guard FileKind(path) == .absent else {
      throw Failure("\(name) is there already; give another name")
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard isFolder(folder) else {
      throw Failure("\(folder.path): there is no such folder; give another place for \(name)")
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw Failure("\(path): cannot be written; give a place that you may write to")
    }
  }
}

extension OwnFiles {
  /// Files by their path from the working folder.
  static let here = OwnFiles(
    folder: FileManager.default.currentDirectoryPath,
    read: { path throws(Refusal) in
      // What flows may have no end.
      guard FileKind(path) != .flowing else {
        throw Refusal("\(path) is no file; copy what it gives into one")
      }
      do throws(Failure) {
        return try Input.bytes(of: path)
      } catch {
        throw Refusal(error.message ?? "\(path): cannot be read")
      }
    }, stamp: FileKind.stamp, isThere: { FileKind($0) != .absent })
}
