// Files that only their owner may read. What a learner answers, and how often wrongly, is
// nobody else's business, so files are made with mode 0600 and folders with 0700; those that are
// already there are left as their owner wants them.

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum PrivateFile {
  /// Makes an empty file at `path`, and the folders above it, where there are none.
  ///
  /// A file that exists is not even opened here: closing it again would drop the locks that
  /// SQLite may hold on it in this very process.
  static func create(at path: String) throws(JournalError) {
    let folder = parent(of: path)
    if let reason = makeFolder(folder) {
      throw JournalError(path: path, problem: .noFolder(folder, reason: reason))
    }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
      // The name of a new file is only safe from a power cut when its folder is.
      sync(folder: folder)
    } else if errno != EEXIST {
      throw JournalError(path: path, problem: .notWritable(lastReason))
    } else if !isRegularFile(path) {
      throw JournalError(path: path, problem: .notAJournal)
    }
  }

  /// Writes `text` to a new file at `path`; false when that failed, or the file exists.
  static func write(_ text: String, toNewFileAt path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      return true
    } catch {
      unlink(path)
      return false
    }
  }

  /// Makes `folder` and those above it; the reason if that failed.
  private static func makeFolder(_ folder: String) -> String? {
    if FileManager.default.fileExists(atPath: folder) { return nil }
    let parent = parent(of: folder)
    if parent != folder, let reason = makeFolder(parent) { return reason }
    // Another process may have made it just now.
    return mkdir(folder, 0o700) == 0 || errno == EEXIST ? nil : lastReason
  }

  /// Absolute, also for a path that is not.
  private static func parent(of path: String) -> String {
    URL(filePath: path).deletingLastPathComponent().standardizedFileURL.path
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    let target = (path as NSString).resolvingSymlinksInPath
    let kind =
      try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
    return kind == .typeRegular
  }

  private static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static var lastReason: String { String(cString: strerror(errno)) }
}
