// Labels on disk: a .csv file with one label a line, or a .npy file of whole numbers.

import Experiments
import Foundation

enum LabelFile {
  /// A line for each row of the table, in its order.
  static func write(_ labels: [Int], to path: String) throws(Failure) {
    try write(DataFileFormat(path: path) == .npy ? npy(labels) : csv(labels), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      // A device or a pipe is written to, not replaced.
      if FileKind(path) == .flowing {
        try Data(bytes).write(to: URL(filePath: path))
      } else {
        try Data(bytes).write(to: Input.resolved(path), options: .atomic)
      }
    } catch {
      throw Failure("cannot write \(path); give a file in a folder that you can write to")
    }
  }

  /// Refuses, before a long run, a place where its result could not be written or would take
  /// that of a file that was read.
  static func check(
    _ path: String, apartFrom sources: [String], option: String = "--labels"
  ) throws(Failure) {
    if let source = sources.first(where: { Input.isSame($0, path) }) {
      throw Failure(
        "\(option) would write over \(source); give a file of its own", status: Failure.usage)
    }
    let kind = FileKind(path)
    guard kind != .flowing else { return }
    guard DataFileFormat(path: path) != nil else {
      throw Failure(
        "\(option) \(path): give a name that ends in .csv or .npy", status: Failure.usage)
    }
    let folder = Input.resolved(path).deletingLastPathComponent().path(percentEncoded: false)
    guard kind != .folder, FileKind(folder) == .folder,
      FileManager.default.isWritableFile(atPath: folder)
    else {
      throw Failure(
        "\(option): cannot write \(path); give a file in a folder that you can write to",
        status: Failure.usage)
    }
  }

  private static func csv(_ labels: [Int]) -> [UInt8] {
    var text = "label\n"
    for label in labels { text += "\(label)\n" }
    return Array(text.utf8)
  }

  /// Version 1 of the format: a header of 128 bytes, then eight bytes a label.
  private static func npy(_ labels: [Int]) -> [UInt8] {
    let words = "{'descr': '<i8', 'fortran_order': False, 'shape': (\(labels.count),), }"
    let header = words.utf8 + Array(repeating: UInt8(ascii: " "), count: 117 - words.utf8.count)
    let magic: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0]
    let values = labels.flatMap { label in
      withUnsafeBytes(of: Int64(label).littleEndian) { Array($0) }
    }
    return magic + header + [UInt8(ascii: "\n")] + values
  }
}
