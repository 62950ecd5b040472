import Foundation

enum Input {
  /// All bytes of a file, a device or a pipe; of standard input for "-".
  static func bytes(of file: String) throws(Failure) -> [UInt8] {
    if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard exists(file) else {
      throw Failure("\(file): there is no such file; check the path")
    }
    guard FileKind(file) != .folder else {
      throw Failure("\(file): is a folder; give a file")
    }
    guard let data = data(of: file) else {
      throw Failure("\(file): cannot be read; give a file that you may read")
    }
    return Array(data)
  }

  /// Only regular files have a size to map; what flows is read to its end.
  private static func data(of file: String) -> Data? {
    switch FileKind(file) {
    case .regular: try? Data(contentsOf: URL(filePath: file), options: .mappedIfSafe)
    case .flowing: try? FileHandle(forReadingAtPath: file)?.readToEnd() ?? Data()
    case .folder, .absent: nil
    }
  }

  static func exists(_ file: String) -> Bool {
    file == "-" || FileKind(file) != .absent
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
