// The learner's own: the journal, where it lies, and what follows from it.

import Foundation
import Journal
import Scheduling

struct Learner {
  let journal: Journal
  var progress: Scheduling.Progress
  /// The time of the last event; what happens now happens later.
  let latest: Instant?

  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Failure) {
    let named = JournalLocation.path(environment: environment, home: NSHomeDirectory())
    // Whole, because a relative CENTROID_HOME may be as short as "x".
    let path = URL(filePath: named).standardizedFileURL.path
    journal = try orFail { () throws(JournalError) in try Journal(path: path) }
    let journal = journal
    let events = try orFail { () throws(JournalError) in try journal.events().events }
    progress = Scheduling.Progress(events: events, utcOffset: .here)
    latest = events.map(\.at).max()
  }
}

extension Learner {
  /// What is on record; nil where there is no journal, or none that can be read. Nothing is made.
  static var recalled: Scheduling.Progress? {
    let environment = ProcessInfo.processInfo.environment
    let path = JournalLocation.path(environment: environment, home: NSHomeDirectory())
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try? Learner().progress
  }

  /// Whether nothing was ever done here.
  var isNew: Bool { latest == nil }

  /// Puts happenings on record, all or none of them.
  func keep(_ happenings: [Happening]) throws(Failure) {
    var stamper = Stamper(using: SystemRandomNumberGenerator(), after: latest)
    let events = happenings.map { stamper.stamp($0, at: .now) }
    let journal = journal
    try orFail { () throws(JournalError) in try journal.append(events) }
  }
}

extension UTCOffset {
  /// Where this machine is, today.
  static var here: UTCOffset { UTCOffset(minutes: TimeZone.current.secondsFromGMT() / 60) }
}

extension Instant {
  static var now: Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
