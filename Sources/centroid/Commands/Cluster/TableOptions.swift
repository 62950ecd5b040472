// A table, and what is done to it before its rows are points.

import ArgumentParser
import Clustering

struct TableOptions: ParsableArguments {
  @Option(
    help: "A .csv or .npy file, one row a point.", completion: .file(extensions: ["csv", "npy"]))
  var data: String

  @OptionGroup var preparation: Preparation

  /// Reads the table and tells what had to be left out.
  func read(threads: Int) throws(Failure) -> ClusterTable {
    let table = try ClusterTable(data, preparation, threads: threads)
    for note in table.notes { Output.diagnostic(note) }
    return table
  }
}

struct Preparation: ParsableArguments {
  @Option(help: "The columns that take part, by name: spend,visits. All if not given.")
  var columns: String?

  @Option(help: "How the features are put on one scale.")
  var scale = Scaling.none

  @Option(
    help: ArgumentHelp(
      "Keep only so many principal components, after scaling.", valueName: "count"))
  var reduce: Int?
}
