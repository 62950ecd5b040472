// Time, as small as this room needs it: a point on the one clock that all machines share, and
// the day it falls on where the learner lives. The clock itself is read elsewhere and passed in.

/// A point in time: milliseconds since 1970-01-01 00:00 UTC.
package struct Instant: Sendable, Hashable, Comparable {
  package let milliseconds: Int64

  /// 8.64e15 ms is 100 million days either side of 1970, as in ECMAScript. Within it, sums and
  /// differences of instants and of any interval used here fit an `Int64` with room to spare.
  package static let range: ClosedRange<Int64> = -8_640_000_000_000_000...8_640_000_000_000_000

  /// Values outside ``range`` become its nearest end.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

extension Instant {
  package func adding(minutes: Int64) -> Instant { adding(seconds: minutes * 60) }
  package func adding(days: Int64) -> Instant { adding(seconds: days * 86_400) }
  package func adding(seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }

  /// How many whole periods of 24 hours lie between `earlier` and this, rounded down.
  package func wholeDays(since earlier: Instant) -> Int64 {
    (milliseconds - earlier.milliseconds).flooredQuotient(by: Day.milliseconds)
  }

  /// The calendar day this falls on, for a learner whose clock is ahead of UTC by `utcOffset`.
  package func day(utcOffset: UTCOffset) -> Day {
    let local = milliseconds + Int64(utcOffset.minutes) * 60_000
    return Day(number: local.flooredQuotient(by: Day.milliseconds))
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let milliseconds = try container.decode(Int64.self)
    guard Self.range.contains(milliseconds) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(milliseconds) is no time in milliseconds since 1970")
    }
    self.milliseconds = milliseconds
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC: `2026-01-04T08:00:00.000Z`.
  package var description: String {
    let day = day(utcOffset: .utc)
    let rest = milliseconds - day.number * Day.milliseconds
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    let (second, fraction) = (rest / 1000 % 60, rest % 1000)
    return "\(day)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
      + ".\(padded(fraction, 3))Z"
  }
}

/// How far the learner's wall clock is ahead of UTC, in minutes (Berlin in winter: 60).
package struct UTCOffset: Sendable, Hashable {
  package let minutes: Int
  package static let utc = UTCOffset(minutes: 0)

  /// No place on Earth is further than a day from UTC: values outside become the nearest end.
  package init(minutes: Int) { self.minutes = min(max(minutes, -1440), 1440) }
}

/// A calendar day, counted from 1970-01-01 (day 0).
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let number: Int64
  static let milliseconds: Int64 = 86_400_000

  package init(number: Int64) { self.number = number }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// `2026-01-04`, in the Gregorian calendar.
  package var description: String {
    // Counting years from 1 March puts the leap day last, so that the lengths of the months
    // follow one straight line: (153 m + 2) / 5 days lie before month m. 719 468 days lie
    // between 0000-03-01 and 1970-01-01, and 146 097 in a cycle of 400 years.
    let shifted = number + 719_468
    let cycle = shifted.flooredQuotient(by: 146_097)
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Int64 {
  /// Division that rounds down, also below zero, where `/` rounds towards zero.
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
