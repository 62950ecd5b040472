import Foundation

enum Input {
  /// All bytes of a file; of standard input for "-".
  static func bytes(of file: String) throws(Failure) -> [UInt8] {
    if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    let url = URL(filePath: file)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw Failure("\(file): there is no such file; check the path")
    }
    guard !isFolder(url), let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw Failure("\(file): cannot be read; give a file that you may read")
    }
    return Array(data)
  }
}
