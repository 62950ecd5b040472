import ArgumentParser
import Courseware
import Scheduling
import Tutoring

struct ShowProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "What you have shown so far, part by part.",
    discussion: """
      A part is seen, tried, passed, or passed cold: without a hint, on a new seed, on another \
      day. Reading passes nothing.
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let report = ProgressReport(try course.open().course, try Learner().progress, at: .now)
    if json { return try Output.json(report) }
    for topic in report.topics {
      Output.line("\(topic.title): \(topic.passed) of \(topic.parts.count) parts shown")
      let header = ["", "part", "status", "best", "attempts", "last seen"]
      Output.table([header] + topic.parts.map(\.row))
      Output.line()
    }
    Output.line("Cards: \(report.cards.due) due, \(report.cards.new) new today.")
    for line in report.confidence {
      Output.line("When you said \"\(line.said)\": \(line.right) of \(line.answers) right.")
    }
    Output.wrapped(report.calibration.sentence)
    if let brier = report.calibration.words { Output.wrapped(brier) }
    for open in report.misconceptions { Output.wrapped("Idea to shed: \(open.words).") }
    report.selfMarks.sentences.forEach { Output.wrapped($0) }
    for interview in report.interviews { Output.wrapped(interview.sentence) }
  }
}

/// Progress as it is printed. The keys of the JSON are these names, and they stay.
struct ProgressReport: Encodable {
  struct Topic: Encodable {
    let id: String
    let title: String
    let passed: Int
    let parts: [Part]
  }

  struct Part: Encodable {
    let id: String
    let kind: String
    let title: String
    let status: String
    let bestScore: Double?
    let attempts: Int
    let lastSeen: String?

    enum CodingKeys: String, CodingKey {
      case id, kind, title, status, attempts
      case bestScore = "best_score"
      case lastSeen = "last_seen"
    }

    /// Every key is always there, as null where there is nothing yet.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(kind, forKey: .kind)
      try container.encode(title, forKey: .title)
      try container.encode(status, forKey: .status)
      try container.encode(bestScore, forKey: .bestScore)
      try container.encode(attempts, forKey: .attempts)
      try container.encode(lastSeen, forKey: .lastSeen)
    }
  }

  struct Cards: Encodable {
    let due: Int
    let new: Int
    let minutes: Int
  }

  struct Confidence: Encodable {
    let said: String
    let answers: Int
    let right: Int
    /// The mean chance that stood beside the word, 0...1.
    let chance: Double
  }

  struct Calibration: Encodable {
    let answers: Int
    /// How many answers are needed before the sentence says more than this.
    let missing: Int
    /// Left out before the first answer.
    let brier: Double?
    let sentence: String
    let words: String?

    enum CodingKeys: String, CodingKey { case answers, missing, brier, sentence }
  }

  /// A wrong idea that answers have shown, and clean answers have not retired.
  struct Misconception: Encodable {
    let id: String
    let card: String
    let times: Int
    let lastMet: String
    let cleanAnswers: Int
    /// Whether its card comes first in the next card session.
    let cardFirst: Bool
    let words: String

    enum CodingKeys: String, CodingKey {
      case id, card, times
      case lastMet = "last_met"
      case cleanAnswers = "clean_answers"
      case cardFirst = "card_first"
    }
  }

  let topics: [Topic]
  let cards: Cards
  let confidence: [Confidence]
  let calibration: Calibration
  let misconceptions: [Misconception]
  let selfMarks: OwnMarks
  let interviews: [Interview]

  enum CodingKeys: String, CodingKey {
    case topics, cards, confidence, calibration, misconceptions, interviews
    case selfMarks = "self_marks"
  }
}

extension ProgressReport {
  init(_ course: Course, _ progress: Progress, at now: Instant) {
    let deck = course.topics.flatMap(\.cards).map(\.id)
    self.init(
      topics: course.topics.map { Topic($0, progress) },
      cards: Cards(progress.queue(of: deck, in: course, at: now)),
      confidence: progress.calibration.map(Confidence.init),
      calibration: Calibration(progress.foresight),
      misconceptions: progress.misconceptions(in: course).map { Misconception($0, in: course) },
      selfMarks: OwnMarks(course.selfMarks(in: progress)),
      interviews: progress.mocks.map { Interview($0.interview, at: $0.at, course, progress) })
  }
}

extension ProgressReport.Topic {
  init(_ topic: Courseware.Topic, _ progress: Progress) {
    let parts = progress.parts(of: topic)
    self.init(
      id: topic.id, title: topic.title, passed: parts.count { $0.status >= .passed },
      parts: parts.map { ProgressReport.Part($0, progress.record(of: $0.item)) })
  }
}

extension ProgressReport.Cards {
  init(_ queue: ReviewQueue) {
    self.init(due: queue.due.count, new: queue.new.count, minutes: queue.minutes)
  }
}

extension ProgressReport.Confidence {
  init(_ calibration: Scheduling.Calibration) {
    self.init(
      said: calibration.confidence.rawValue, answers: calibration.answers,
      right: calibration.right, chance: calibration.said)
  }
}

extension ProgressReport.Calibration {
  init(_ foresight: Foresight) {
    self.init(
      answers: foresight.answers, missing: foresight.missing, brier: foresight.brier,
      sentence: foresight.sentence, words: foresight.brierWords)
  }
}

extension ProgressReport.Misconception {
  init(_ open: OpenMisconception, in course: Course) {
    self.init(
      id: open.misconception.id, card: open.misconception.card, times: open.record.times,
      lastMet: "\(open.record.lastMet)", cleanAnswers: open.record.cleanAnswers,
      cardFirst: open.asksForCard, words: open.words(in: course))
  }
}

extension ProgressReport.Part {
  init(_ part: Tutoring.Part, _ record: ItemRecord?) {
    self.init(
      id: part.item, kind: part.kind, title: part.title, status: part.status.words,
      bestScore: part.score, attempts: record?.tries.count ?? 0,
      lastSeen: record.flatMap(\.lastSeen).map { "\($0)" })
  }

  var row: [String] {
    let best = bestScore.map { "\(Int(($0 * 100).rounded())) %" } ?? "-"
    let day = lastSeen.map { String($0.prefix(10)) } ?? "-"
    return ["  " + kind, title, status, best, "\(attempts)", day]
  }
}
