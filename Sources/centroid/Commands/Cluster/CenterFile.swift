// The centers of clusters on disk: a .csv file with the names of the columns, a line for each
// cluster, in the units of the data. `--init` reads it back.

import Wording

enum CenterFile {
  static func write(
    _ clusters: [ClusterSummary], columns: [String], to path: String
  ) throws(Failure) {
    guard !clusters.isEmpty else {
      throw Failure("there is no cluster, so \(path) is not written")
    }
    var lines = [columns.map(quoted)]
    lines += clusters.map { $0.center.map { exact($0) } }
    let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
    try LabelFile.write(Array(text.utf8), to: path)
  }

  /// A name as a cell: in quotes where it holds what would end the cell.
  private static func quoted(_ name: String) -> String {
    let isPlain = !name.contains { ",;\"\t".contains($0) || $0.isNewline }
    return isPlain ? name : "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
