// Labels that are read: `truth.csv`, or `iris.csv:species` where they are one column of several.

import Experiments
import Foundation

struct LabelSource {
  let path: String
  /// The name of the column, if one was given.
  let column: String?

  /// A colon parts the path from the name, unless there is a file whose path has it.
  init(_ argument: String) {
    let colons = argument.indices.filter { argument[$0] == ":" }
    let colon = colons.first { Input.exists(String(argument[..<$0])) }
    if let colon, !Input.exists(argument) {
      path = String(argument[..<colon])
      column = String(argument[argument.index(after: colon)...])
    } else {
      path = argument
      column = nil
    }
  }

  /// The labels, after telling what was made of the file.
  func read(_ header: TableRequest.Header = .automatic) throws(Failure) -> LabelColumn {
    let bytes = try Input.bytes(of: path)
    do throws(ExperimentError) {
      let column = try LabelColumn(bytes: bytes, path: path, column: column, header: header)
      for note in column.notes { Output.diagnostic("\(path): \(note)") }
      return column
    } catch {
      guard case .file(let faults) = error, case .noLabelColumn? = faults.first?.problem else {
        throw Failure(error)
      }
      throw Failure("\(error); name one of them, such as \(path):NAME")
    }
  }
}

extension LabelFile {
  /// Whole numbers from a file, such as those of rows.
  static func read(_ path: String) throws(Failure) -> [Int] {
    let column = try LabelSource(path).read()
    guard let word = column.words.first else { return column.labels }
    throw Failure("\(path): '\(word)' is no whole number")
  }
}
