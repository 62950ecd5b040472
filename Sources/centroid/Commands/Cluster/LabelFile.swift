// Labels on disk: a .csv file with one label a line, or a .npy file of whole numbers.

import Clustering
import Experiments
import Foundation

enum LabelFile {
  /// A line for each row of the table, in its order.
  static func write(_ labels: [Int], to path: String) throws(Failure) {
    try write(DataFileFormat(path: path) == .npy ? npy(labels) : csv(labels), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let target = resolved(path)
    do {
      // A device or a pipe is written to, not replaced.
      try Data(bytes).write(to: target, options: isReplaceable(target) ? .atomic : [])
    } catch {
      throw Failure("cannot write \(path); give a file in a folder that you can write to")
    }
  }

  /// Refuses to write over a file that was read.
  static func check(
    _ path: String, apartFrom sources: [String], option: String = "--labels"
  ) throws(Failure) {
    guard let source = sources.first(where: { resolved($0) == resolved(path) }) else { return }
    throw Failure(
      "\(option) would write over \(source); give a file of its own",
      status: Failure.usage)
  }

  private static func resolved(_ path: String) -> URL {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
  }

  private static func isReplaceable(_ file: URL) -> Bool {
    let found = try? FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))
    let type = found?[.type] as? FileAttributeType
    return type == nil || type == .typeRegular
  }

  /// The labels in a file: its only column, or the one that is named label.
  static func read(_ path: String) throws(Failure) -> [Int] {
    let table = try ClusterTable.read(path).table
    guard let values = table.columns.count == 1 ? table.points.values : table.column("label") else {
      throw Failure(
        "\(path): the columns are \(table.columns.joined(separator: ", ")); "
          + "give a file with one column, or name the one with labels \"label\"")
    }
    var labels: [Int] = []
    labels.reserveCapacity(values.count)
    for (row, value) in values.enumerated() {
      guard let label = Int(exactly: value) else {
        throw Failure("\(path): row \(row + 1) is \(value); labels are whole numbers")
      }
      labels.append(label)
    }
    return labels
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
