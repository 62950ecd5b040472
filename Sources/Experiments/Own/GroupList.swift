// Which row is in which group, as a table to go on with elsewhere: the number of the row in the
// data, what stands in its first column, and its group. Rows that took no part are there too, so
// that the list goes beside the data line by line.
//
//     row,customer,group
//     1,A-1001,B
//     2,A-1002,left out

package enum GroupList {
  /// - Parameters:
  ///   - own: the learner's table; nil for built-in data, whose rows have no names.
  ///   - name: what a group is called, -1 being noise.
  package static func csv(
    of trace: Trace, _ decided: Decided, own: OwnTable?, name: (Int) -> String
  ) -> String {
    var groups: [Int: Int] = [:]
    for (index, label) in trace.labels.enumerated() {
      groups[decided.keptRows.map { $0[index] } ?? index] = label
    }
    let firstCells = own?.firstCells ?? []
    let hasNames = !firstCells.isEmpty
    var lines = [["row"] + (hasNames ? [own?.nameOfFirst ?? ""] : []) + ["group"]]
    for row in 0..<decided.rows {
      let group = groups[row].map(name) ?? "left out"
      lines.append(["\(row + 1)"] + (hasNames ? [firstCells[row]] : []) + [group])
    }
    return lines.map { $0.map(CSV.quoted).joined(separator: ",") + "\n" }.joined()
  }
}

extension OwnTable {
  /// The name of the first column, apart from those that the list has itself.
  fileprivate var nameOfFirst: String {
    let name = columns.first?.name ?? ""
    return ["", "row", "group"].contains(name.lowercased()) ? "first column" : name
  }
}
