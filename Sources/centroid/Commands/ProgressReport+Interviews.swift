// How a learner marks their own answers, and the mock interviews that were held, as they are
// printed. The keys of the JSON are these names, and they stay.

import Courseware
import Grading
import Scheduling
import Tutoring
import Wording

extension ProgressReport {
  /// The learner's own marks beside the machine's.
  struct OwnMarks: Encodable {
    let answers: Int
    /// Points an answer that the learner credits more than the machine; null without answers.
    let meanDifference: Double?
    /// The share of points on which both say the same.
    let agreement: Double?
    /// Null while there are too few points.
    let kappa: Double?
    /// Said in the text, and left out of the JSON where there is nothing yet.
    let sentences: [String]

    enum CodingKeys: String, CodingKey {
      case answers, agreement, kappa
      case meanDifference = "mean_difference"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(answers, forKey: .answers)
      try container.encode(meanDifference, forKey: .meanDifference)
      try container.encode(agreement, forKey: .agreement)
      try container.encode(kappa, forKey: .kappa)
    }
  }

  struct Interview: Encodable {
    let at: String
    let tier: String
    let questions: [String]
    /// The share of the points that the answers make; null where none was marked.
    let mark: Double?
    let seconds: Int64
    let allowedSeconds: Int64?

    enum CodingKeys: String, CodingKey {
      case at, tier, questions, mark, seconds
      case allowedSeconds = "allowed_seconds"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(at, forKey: .at)
      try container.encode(tier, forKey: .tier)
      try container.encode(questions, forKey: .questions)
      try container.encode(mark, forKey: .mark)
      try container.encode(seconds, forKey: .seconds)
      try container.encode(allowedSeconds, forKey: .allowedSeconds)
    }
  }
}

extension ProgressReport.OwnMarks {
  init(_ history: SelfMarkHistory) {
    answers = history.marks.answers.count
    meanDifference = history.marks.meanDifference
    agreement = history.marks.agreeing
    kappa = history.marks.kappa
    sentences = answers == 0 ? [] : history.sentences
  }
}

extension ProgressReport.Interview {
  init(_ interview: Mocked, at: Instant, _ course: Course, _ progress: Progress) {
    let report = course.report(of: interview, progress)
    self.init(
      at: "\(at)", tier: interview.tier, questions: interview.questions, mark: report.mark,
      seconds: report.elapsed / 1000, allowedSeconds: report.allowed.map { $0 / 1000 })
  }

  var sentence: String {
    "Mock interview of \(at.prefix(10)): \(counted(questions.count, "question")), "
      + "\(mark.map { "\(percentage($0)) of the points" } ?? "not marked")."
  }
}
