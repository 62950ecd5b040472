// What is told about a table besides its figures: what was made of the file, and which columns
// its reader may not have wanted.

import Experiments

extension ClusterTable {
  static func notes(on file: DataFile, _ request: TableRequest) -> [String] {
    let remarks = file.notes.map { note in
      note.isAboutFirstLine ? "\(note) (--header takes it as names)" : note.description
    }
    return remarks + labels(among: file.table.columns, request)
  }

  /// Labels of an earlier run that nobody asked for are likelier an oversight than a feature.
  private static func labels(among columns: [String], _ request: TableRequest) -> [String] {
    guard isOpen(request) else { return [] }
    let labels = columns.filter { LabelColumn.usualNames.contains($0.lowercased()) }
    return labels.map { "\($0) takes part as a feature; --except \($0) leaves it out" }
  }

  /// How a table can be used although columns of it, such as ids, hold text here and there.
  static func remedy(for error: ExperimentError, _ request: TableRequest) -> String {
    guard isOpen(request), case .file(let faults) = error else { return "" }
    var columns: [String] = []
    for case .notANumber(_, let column) in faults.map(\.problem) where !columns.contains(column) {
      columns.append(column)
    }
    let canBeTyped = (1...3).contains(columns.count) && !columns.contains { $0.contains(",") }
    guard canBeTyped else { return "" }
    return "\nor leave out what is no feature: --except \(columns.joined(separator: ","))"
  }

  /// Whether columns take part that were not named.
  private static func isOpen(_ request: TableRequest) -> Bool {
    switch request.columns {
    case .all, .except: true
    case .only, .like, .asMany: false
    }
  }
}
