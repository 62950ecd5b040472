// The last line of defence: what a learner wrote and the journal could not take goes to a file
// of its own elsewhere, in the format of an export.

import Foundation
import Scheduling

extension Journal {
  func rescue(_ events: [LearningEvent]) -> JournalError.Unsaved? {
    guard let first = events.first else { return nil }
    let lines = events.compactMap { try? EventLine.text(of: $0) + "\n" }
    let name = "centroid-unsaved-\(first.id.text).jsonl".replacing(":", with: "_")
    let path = (rescueFolder as NSString).appendingPathComponent(name)
    let isKept =
      lines.count == events.count
      && PrivateFile.write(lines.joined(), toNewFileAt: path)
    return JournalError.Unsaved(events: events.map(\.id), copy: isKept ? path : nil)
  }
}
