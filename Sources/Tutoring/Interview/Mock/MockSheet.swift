// The sheet of a mock interview: what was drawn, what was written, and how long it took. It is a
// part of the bookmark, so that an interview goes on where it was left. Its answers are in no
// other place before the last of them is committed: nothing can be seen of what they earn.

import Courseware
import Grading
import Scheduling

package struct MockSheet: Sendable, Equatable, Codable {
  let attempt: String
  let seed: UInt64
  let tier: String
  /// By item, in the order asked.
  let questions: [String]
  /// Milliseconds for the whole, or for each question; nil without a clock.
  var whole: Int64?
  var each: [Int64]?
  /// What was committed so far; an empty text where nothing was written.
  var texts: [String] = []
  /// Milliseconds of writing, question by question.
  var elapsed: [Int64]
  /// Places of the answers that were finished after time.
  var late: [Int] = []
  var pauses = 0
  /// The answer that is looked at, once all are committed; the summary when it is their number.
  var looked: Int?

  /// The name of the run-through that answers a question.
  func attempt(_ index: Int) -> String { "\(attempt)-\(index + 1)" }

  /// The place of the question that is asked; nil once all are committed.
  var current: Int? {
    looked == nil && texts.count < questions.count ? texts.count : nil
  }

  func isAnswered(_ index: Int) -> Bool {
    // What is no answer cannot be graded: it is left out instead of refused at the end.
    texts.indices.contains(index) && Grading.isAnswer(texts[index])
  }

  /// Where it stands, while it is under way.
  var standing: String? {
    current.map { index in
      let time = MockTime(self, index, more: 0).map { " · \($0.clock.text)" } ?? ""
      return "question \(index + 1) of \(questions.count)\(time)"
    }
  }
}

// MARK: - Time

extension MockSheet {
  /// What of the time is left for a question, `more` after what is on the sheet; nil without a
  /// clock, negative after time.
  func left(for index: Int, more: Int64 = 0) -> Int64? {
    guard elapsed.indices.contains(index) else { return nil }
    if let each, each.indices.contains(index) { return each[index] - elapsed[index] - more }
    return whole.map { $0 - elapsed.reduce(0, +) - more }
  }

  /// What a question has when it is asked.
  func limit(of index: Int) -> Int64? {
    if let each, each.indices.contains(index) { return each[index] }
    return whole.map { $0 - elapsed.prefix(index).reduce(0, +) }
  }

  var allowed: Int64? { whole ?? each?.reduce(0, +) }
}

extension MockSheet {
  /// As it is kept for good.
  var happening: Happening {
    .mocked(
      Mocked(
        attempt: attempt, seed: seed, tier: tier, questions: questions,
        attempts: questions.indices.map(attempt), elapsed: elapsed, allowed: allowed,
        late: late.map(attempt), pauses: pauses))
  }

  /// A journal may come from anywhere: nil where the sheet does not hang together.
  var sound: MockSheet? {
    guard !questions.isEmpty, elapsed.count == questions.count, texts.count <= questions.count,
      (each?.count ?? elapsed.count) == elapsed.count,
      (elapsed + (each ?? []) + [whole ?? 0]).allSatisfy((0...Self.longest).contains)
    else { return nil }
    var sheet = self
    sheet.late = late.filter(questions.indices.contains)
    sheet.looked = looked.map { min(max(0, $0), questions.count) }
    if sheet.texts.count == questions.count { sheet.looked = sheet.looked ?? 0 }
    return sheet
  }

  /// Ten days in milliseconds: nobody writes longer, and sums of it do not overflow.
  private static let longest: Int64 = 864_000_000
}
