// The centers of clusters on disk: a .csv file with the names of the columns, a line for each
// cluster, in the units of the data. `--init` reads it back.

import Experiments
import Wording

enum CenterFile {
  static func write(
    _ clusters: [ClusterSummary], columns: [String], to path: String
  ) throws(Failure) {
    var lines = [columns.map(CSV.quoted)]
    lines += clusters.map { $0.center.map { exact($0) } }
    let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
    try LabelFile.write(Array(text.utf8), to: path)
  }
}
