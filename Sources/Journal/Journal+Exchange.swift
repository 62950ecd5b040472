// Export and import: one line of JSON for each event, in the order of history. Importing is a
// union by id. So it can be repeated, and two machines that import each other's export have the
// same journal; exporting an imported export gives the same bytes.

package import Foundation
import GRDB
package import Scheduling

/// What became of the lines of an import.
package struct ImportReport: Sendable, Equatable {
  package struct Refused: Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    /// The end of a sentence that begins with the line: "has no member "id"".
    package let reason: String
  }

  package var added = 0
  package var alreadyThere = 0
  package var refused: [Refused] = []
}

extension Journal {
  /// All events as lines of JSON, by time and then by id; each line ends with a newline.
  package func export() throws(JournalError) -> String {
    let lines = try reading { db in
      try String.fetchAll(db, sql: "SELECT body FROM history ORDER BY at, id")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Adds the events of an export that are not there yet, in one transaction. A line that is no
  /// event is refused and reported, and so is one whose id belongs to another event here; the
  /// other lines are added all the same. Blank lines, a byte order mark and CRLF do no harm.
  ///
  /// - Parameter latest: what is later was not yet: all that happens here would have to be later
  ///   still, and no card would be due. Nil for no limit.
  package func importLines(
    _ lines: Data, notAfter latest: Instant? = nil
  ) throws(JournalError) -> ImportReport {
    do {
      return try queue.write { db in
        var report = ImportReport()
        for (index, line) in Self.split(lines).enumerated() {
          guard let line = Self.content(of: line) else { continue }
          switch try Self.add(line, notAfter: latest, to: db) {
          case .success(.added): report.added += 1
          case .success(.alreadyThere): report.alreadyThere += 1
          case .success(.conflicting):
            report.refused.append(
              .init(line: index + 1, reason: "has the id of another event that is already here"))
          case .failure(let refusal):
            report.refused.append(.init(line: index + 1, reason: refusal.description))
          }
        }
        return report
      }
    } catch {
      throw JournalError(error, path: path)
    }
  }

  private static func add(
    _ line: Data, notAfter latest: Instant?, to db: Database
  ) throws -> Result<Entry.Insertion, EventLine.Refusal> {
    let event: LearningEvent
    let text: String
    do throws(EventLine.Refusal) {
      (event, text) = try EventLine.read(line)
    } catch {
      return .failure(error)
    }
    if let latest, event.at > latest {
      return .failure(.init(description: "is from the future; mind the clock that wrote it"))
    }
    return .success(try Entry(event, body: text).insert(in: db))
  }

  private static func split(_ lines: Data) -> [Data] {
    let mark = Data([0xEF, 0xBB, 0xBF])
    let text = lines.starts(with: mark) ? lines.dropFirst(mark.count) : lines
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The line without the blanks around it; nil when nothing is left.
  private static func content(of line: Data) -> Data? {
    let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0D].contains($0) }
    let trimmed = line.drop(while: isBlank)
    guard let last = trimmed.lastIndex(where: { !isBlank($0) }) else { return nil }
    return Data(trimmed[...last])
  }
}
