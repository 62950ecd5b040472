// The time of one question, in figures for a clock and in words. The words change only when
// something changes for the learner, so that plain lines say them once.

import Screen
import Wording

struct MockTime {
  private let left: Int64
  private let limit: Int64
  private let isForWhole: Bool

  /// Nil without a clock.
  init?(_ sheet: MockSheet, _ index: Int, more: Int64) {
    guard let left = sheet.left(for: index, more: more), let limit = sheet.limit(of: index) else {
      return nil
    }
    self.left = left
    self.limit = limit
    isForWhole = sheet.each == nil
  }

  private static let minute: Int64 = 60_000

  /// The last minute, or the last tenth where that is longer; of very little time the last half.
  private var nearly: Int64 { min(max(Self.minute, limit / 10), max(0, limit / 2)) }

  private var isOver: Bool { left <= 0 }
  private var isNearlyOver: Bool { left <= nearly }

  var clock: Clock {
    Clock(
      text: isOver ? "\(Self.figure(-left)) over time" : "\(Self.figure(left)) left",
      isUrgent: isNearlyOver)
  }

  /// - Parameter questions: How many are left, this one too.
  func element(questions: Int) -> Element {
    .prose([Span(words(questions), isNearlyOver ? .warning : .plain)])
  }

  private func words(_ questions: Int) -> String {
    if isOver {
      return "Time is up. Nothing is lost: finish your sentence and commit it. The answer is "
        + "noted as finished after time."
    }
    if isNearlyOver {
      return "Time is nearly up: less than \(duration(Double(nearly) / 1000)) left."
    }
    let given = duration(Double(limit) / 1000)
    if !isForWhole { return "You have \(given) for this question." }
    return
      "You have \(given) for \(questions == 1 ? "this last question" : counted(questions, "question"))."
  }

  /// "12:04".
  static func figure(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
