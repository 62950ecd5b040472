// What lies at the end of a path, links followed.

import Foundation

enum FileKind {
  case regular, folder, absent
  /// A device, a pipe or a socket: it flows, and must not be replaced.
  case flowing

  init(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else {
      self = .absent
      return
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    default: self = .flowing
    }
  }

  /// In bytes; nil for what is not there.
  static func size(_ path: String) -> Int? {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : nil
  }

  /// Another one whenever a file was written, replaced or removed, or may be read no more.
  @Sendable static func stamp(_ path: String) -> String {
    var found = stat()
    guard stat(path, &found) == 0 else { return "absent" }
    let modified = found.modified
    let state = "\(found.st_ino) \(found.st_size) \(modified.tv_sec).\(modified.tv_nsec)"
    return access(path, R_OK) == 0 ? state : state + " unreadable"
  }
}

extension stat {
  fileprivate var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}
