// The learner's own files, on this machine.

import Experiments
import Foundation

extension OwnFiles {
  /// Files by their path from the working folder.
  static let here = OwnFiles(
    folder: FileManager.default.currentDirectoryPath,
    read: { path throws(Refusal) in
      do throws(Failure) {
        try Input.checkNotFlowing(path)
        return try Input.bytes(of: path)
      } catch {
        throw Refusal(error.message ?? "\(path): cannot be read")
      }
    }, stamp: FileKind.stamp, isThere: { FileKind($0) != .absent })
}
