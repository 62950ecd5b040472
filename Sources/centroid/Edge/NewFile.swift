// Files that a learner saves. One that is there already is never written over, and one that is
// written is there whole or not at all, whenever the program or the machine stops.

import Foundation

enum NewFile {
  static func write(_ text: String, to path: String) throws(Failure) {
    let name = URL(filePath: path).lastPathComponent
    let taken = Failure("\(name) is there already; give another name")
    guard FileKind(path) == .absent else { throw taken }
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard isFolder(folder) else {
      throw Failure("\(folder.path): there is no such folder; give another place for \(name)")
    }
    // Beside its place until all of it is on the disk.
    let draft = folder.appending(path: ".\(UUID().uuidString).centroid").path
    defer { unlink(draft) }
    guard store(Array(text.utf8), at: draft) else {
      throw Failure("\(path): cannot be written; give a place with room that you may write to")
    }
    guard place(draft, at: path) else {
      if FileKind(path) != .absent { throw taken }
      throw Failure("\(path): cannot be written; give another name or place")
    }
  }

  /// Whether the bytes are on the disk.
  private static func store(_ bytes: [UInt8], at path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isStored = rest.isEmpty && fsync(file) == 0
    return close(file) == 0 && isStored
  }

  /// Gives a file its name, unless another has it: a link, unlike a move, takes no place that is
  /// taken. Some disks, such as memory sticks, know no links.
  private static func place(_ draft: String, at path: String) -> Bool {
    if link(draft, path) == 0 { return true }
    guard errno != EEXIST, FileKind(path) == .absent else { return false }
    return rename(draft, path) == 0
  }
}
