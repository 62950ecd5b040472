// A table, and what is done to it before its rows are points.

import ArgumentParser
import Clustering
import Experiments

struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A .csv or .npy file, one row a point; - is standard input.",
      discussion: Self.format),
    completion: .file(extensions: ["csv", "tsv", "npy"]))
  var data: String

  @OptionGroup var preparation: Preparation

  /// What a table may look like.
  static let format = """
    CSV is text in UTF-8. Semicolons part the cells if the first line has one, else tabs, else \
    commas; or as a line sep=; above says. Numbers may have a decimal comma where it parts no \
    cells, or in quotes; then none may have a point. A first line without numbers names the \
    columns; otherwise they are x1, x2, ... Columns that are empty or hold text are left out. A \
    cell that is empty, NA, n/a, null, none, ? or - has no value, and is told with its place.
    """

  /// Reads the table and tells what had to be left out.
  func read(threads: Int) throws(Failure) -> ClusterTable {
    let table = try ClusterTable(data, preparation, threads: threads)
    for note in table.notes { Output.diagnostic(note) }
    return table
  }
}

struct Preparation: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The columns that take part, by name: spend,visits. All if not given.", valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp("All columns take part but these: id,label.", valueName: "names"))
  var except: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: "Whether the first line names the columns. If not given: unless it holds a number.")
  var header: Bool?

  @Option(help: "How the features are put on one scale.")
  var scale = Scaling.none

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Keep only so many principal components, after scaling.", valueName: "count"))
  var reduce: Int?

  func validate() throws {
    if columns != nil, except != nil {
      throw ValidationError("--columns and --except choose the same thing; give one of them.")
    }
  }
}

// MARK: - What is read

extension Preparation {
  /// The first option that is given, by its name.
  var given: String? {
    let options = [
      ("--columns", columns != nil), ("--except", except != nil),
      ("--header", header == true), ("--no-header", header == false),
      ("--scale", scale != .none), ("--reduce", reduce != nil),
    ]
    return options.first { $0.1 }?.0
  }

  var firstLine: TableRequest.Header {
    switch header {
    case true?: .names
    case false?: .rows
    case nil: .automatic
    }
  }

  /// What the reader of the table has to know.
  ///
  /// - Parameter labels: columns of labels, which are no features unless they were named.
  func request(apartFrom labels: [String] = []) throws(Failure) -> TableRequest {
    return TableRequest(
      columns: try choice(apartFrom: labels), header: firstLine, textColumns: .skip)
  }

  private func choice(apartFrom labels: [String]) throws(Failure) -> ColumnChoice {
    if let columns {
      return .only(try names(columns, option: "--columns", example: "spend,visits"))
    }
    guard let except else { return labels.isEmpty ? .all : .except(labels) }
    return .except(try names(except, option: "--except", example: "id,label") + labels)
  }

  private func names(
    _ list: String, option: String, example: String
  ) throws(Failure) -> [String] {
    let names = CSV.names(list) ?? []
    guard !names.isEmpty, !names.contains(""), Set(names).count == names.count else {
      throw Failure("\(option) names each column once: \(example)", status: Failure.usage)
    }
    return names
  }
}
