// A standing as it is seen: the columns of the coverage map and of the course map, and sentences.

import Scheduling
import Wording

extension Standing {
  static let columns = ["read", "drilled", "recalled", "explained", "shown"]

  var cells: [StandingCell] {
    [cell(read), cell(drilled), recallCell, cell(explained), .bar(shown)]
  }

  private func cell(_ share: Share) -> StandingCell {
    share.of == 0 ? .nothing : .parts(done: share.done, of: share.of)
  }

  private var recallCell: StandingCell {
    recall.cards == 0 ? .nothing : recall.begun == 0 ? .notBegun : .share(recall.share)
  }

  var mark: String {
    if !weaknesses.isEmpty { return "!" }
    return shown >= Self.plenty ? "✓" : isBegun ? "~" : "·"
  }

  /// What is weak and why; where nothing is, what is still open.
  var reasons: [String] {
    weaknesses.isEmpty ? [rest] : weaknesses.map(\.words)
  }

  private var rest: String {
    let open = [
      (drilled.of - drilled.done, "exercise"), (recall.cards - recall.begun, "card"),
      (explained.of - explained.done, "interview question"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    let unread = read.of - read.done
    if open.isEmpty, unread == 0 { return "All of it is shown." }
    let reading = unread > 0 ? ["\(counted(unread, "page")) to read"] : []
    let trying = open.isEmpty ? [] : ["\(listed(open)) to try"]
    return (isBegun ? "Still open: " : "Not begun: ") + (reading + trying).joined(separator: "; ")
      + "."
  }
}

/// "one, two and three".
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
