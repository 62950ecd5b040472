// Reading files, of which nothing is known before: one may be a folder, may never end, or may be
// larger than the machine.

import Foundation
import Wording

enum Input {
  /// More bytes are refused before they are read. Twenty million rows of text take less.
  static let mostBytes = 2_000_000_000

  /// All bytes of a file, a device or a pipe; of standard input for "-".
  static func bytes(of file: String) throws(Failure) -> [UInt8] {
    if file == "-" { return try bytes(flowingFrom: .standardInput, called: "standard input") }
    switch FileKind(file) {
    case .absent: throw Failure("\(file): there is no such file; check the path")
    case .folder: throw Failure("\(file): is a folder; give a file")
    case .flowing:
      guard let handle = FileHandle(forReadingAtPath: file) else { throw unreadable(file) }
      return try bytes(flowingFrom: handle, called: file)
    case .regular:
      if let size = FileKind.size(file), size > mostBytes { throw tooLarge(file, size) }
      // Only regular files have a size to map.
      guard let data = try? Data(contentsOf: URL(filePath: file), options: .mappedIfSafe)
      else { throw unreadable(file) }
      return Array(data)
    }
  }

  /// Read to its end, which may never come.
  private static func bytes(
    flowingFrom handle: FileHandle, called name: String
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part: Data?
      do { part = try handle.read(upToCount: 1 << 20) } catch { throw unreadable(name) }
      // At its end a pipe gives nothing, which is no failure: it may be empty, as a file may.
      guard let part, !part.isEmpty else { return bytes }
      bytes += part
      if bytes.count > mostBytes { throw tooLarge(name, nil) }
    }
  }

  private static func unreadable(_ file: String) -> Failure {
    Failure("\(file): cannot be read; give a file that you may read")
  }

  private static func tooLarge(_ file: String, _ size: Int?) -> Failure {
    let has = size.map { "has \(gigabytes($0))" } ?? "does not end after \(gigabytes(mostBytes))"
    return Failure(
      "\(file): \(has), and at most \(gigabytes(mostBytes)) are read; "
        + "give a part of it, such as its first million lines")
  }

  private static func gigabytes(_ bytes: Int) -> String {
    "\(brief((Double(bytes) / 1e8).rounded(.up) / 10)) GB"
  }

  static func exists(_ file: String) -> Bool {
    file == "-" || FileKind(file) != .absent
  }

  /// For the tutor, which reads a file more than once and cannot wait for one that has no end.
  static func checkNotFlowing(_ path: String) throws(Failure) {
    guard FileKind(path) == .flowing else { return }
    throw Failure("\(path) is no file that stays; copy what it gives into one")
  }
}

// MARK: - Which file it is

extension Input {
  /// Whether two paths lead to one file.
  static func isSame(_ a: String, _ b: String) -> Bool { resolved(a) == resolved(b) }

  /// The file at the end of all links.
  static func resolved(_ path: String) -> URL {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
  }

  /// Standard input can be read only once.
  static func check(_ files: [String?]) throws(Failure) {
    let flowing = files.compactMap { $0 }.filter { $0 == "-" || $0 == "/dev/stdin" }
    guard flowing.count > 1 else { return }
    throw Failure(
      "standard input can be read only once; give files for the others", status: Failure.usage)
  }
}
