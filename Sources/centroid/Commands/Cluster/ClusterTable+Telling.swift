// What is told about a table besides its figures: what was made of the file, and which columns
// its reader may not have wanted.

import Experiments
import Screen

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
    let canBeLeftOut = labels.count < columns.count
    return labels.map { label in
      let remedy = canBeLeftOut ? except([label], request).map { "; \($0) leaves it out" } : nil
      return "\(label) takes part as a feature\(remedy ?? "")"
    }
  }

  /// How a table can be used as it is.
  static func remedy(
    for error: ExperimentError, _ request: TableRequest, _ bytes: [UInt8], _ path: String
  ) -> String {
    withoutColumns(for: error, request, bytes, path) + withGaps(error, path)
  }

  /// Where gaps can be decided on.
  private static func withGaps(_ error: ExperimentError, _ path: String) -> String {
    guard case .file(let faults) = error, path != "-",
      faults.contains(where: { if case .missingValue = $0.problem { true } else { false } })
    else { return "" }
    return
      "\nor leave out rows with gaps, or fill them, in: centroid play \(TextWidth.sanitised(path))"
  }

  /// How columns, such as ids, can be left out that hold text here and there.
  private static func withoutColumns(
    for error: ExperimentError, _ request: TableRequest, _ bytes: [UInt8], _ path: String
  ) -> String {
    guard isOpen(request), case .file(let faults) = error else { return "" }
    var columns: [String] = []
    for case .notANumber(_, let column) in faults.map(\.problem) where !columns.contains(column) {
      columns.append(column)
    }
    guard (1...3).contains(columns.count), let option = except(columns, request),
      leaves(withoutAlso: columns, request, bytes, path)
    else { return "" }
    return "\nor leave out what is no feature: \(option)"
  }

  /// Whether anything is left of a table without some columns more.
  private static func leaves(
    withoutAlso columns: [String], _ request: TableRequest, _ bytes: [UInt8], _ path: String
  ) -> Bool {
    let rest = TableRequest(
      columns: .except(leftOut(by: request) + columns), header: request.header,
      textColumns: request.textColumns)
    do throws(ExperimentError) {
      _ = try DataFile(bytes: bytes, path: path, rest)
      return true
    } catch {
      guard case .file(let faults) = error else { return true }
      return !faults.contains { fault in
        switch fault.problem {
        case .noColumnLeft, .onlyText: true
        default: false
        }
      }
    }
  }

  /// The option that leaves out some columns more, as a shell takes it; nil where it cannot be
  /// typed.
  private static func except(_ columns: [String], _ request: TableRequest) -> String? {
    let names = (leftOut(by: request) + columns).map(CSV.quoted).joined(separator: ",")
    guard !names.isEmpty, !names.contains(where: \.isNewline), TextWidth.sanitised(names) == names
    else { return nil }
    let isPlain = names.allSatisfy { $0.isLetter || $0.isNumber || ",._-/:@%+".contains($0) }
    return "--except " + (isPlain ? names : "'\(names.replacing("'", with: "'\\''"))'")
  }

  private static func leftOut(by request: TableRequest) -> [String] {
    if case .except(let names) = request.columns { names } else { [] }
  }

  /// Whether columns take part that were not named.
  private static func isOpen(_ request: TableRequest) -> Bool {
    switch request.columns {
    case .all, .except: true
    case .only, .like, .asMany: false
    }
  }
}
