// The clock and chance, read once for each event. Time never stands still or goes back, even
// where the machine's clock does: history is ordered by it.

import Scheduling
import Tutoring

struct Moments: Sendable {
  private var latest: Instant?

  init(after latest: Instant?) {
    self.latest = latest
  }

  mutating func next() -> Moment {
    var now = Instant.now
    if let latest, now <= latest { now = Instant(milliseconds: latest.milliseconds + 1) }
    latest = now
    return Moment(now: now, nonce: Self.nonce())
  }

  /// Effects take a millisecond each.
  mutating func pass(_ events: [LearningEvent]) {
    for event in events { latest = max(latest ?? event.at, event.at) }
  }

  /// 32 hexadecimal digits.
  private static func nonce() -> String {
    (0..<32).map { _ in String(UInt8.random(in: 0..<16), radix: 16) }.joined()
  }
}
