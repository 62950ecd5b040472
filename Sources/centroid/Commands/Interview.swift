import ArgumentParser
import Courseware
import Tutoring

struct Interview: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Interview questions: write your answer, then compare it with a senior one.",
    discussion: """
      With --mock several questions come one after the other, under a clock if you like. Nothing \
      is told before the last one is committed. An interview that was left goes on.

      EXAMPLES
        centroid interview
        centroid interview --mock --questions 3 --tier mixed --minutes 20
      """)

  @Argument(
    help: "The id of a question; a choice of all if not given.",
    completion: .custom { _, _, _ in exerciseIDs(.interview) })
  var id: String?

  @Flag(help: "A mock interview: questions in a row, drawn by the seed.")
  var mock = false

  @Option(help: "How many; as many as there are at most.")
  var questions: Int?

  @Option(help: "beginner, intermediate, expert or mixed.", completion: .list(InterviewTier.names))
  var tier: InterviewTier?

  @Option(
    help: ArgumentHelp(
      "For the whole interview; or own, for each question's own minutes.",
      valueName: "minutes"),
    transform: InterviewTime.init(text:))
  var minutes: InterviewTime?

  @OptionGroup var options: TutorOptions

  func validate() throws {
    guard mock || (questions == nil && tier == nil && minutes == nil) else {
      throw ValidationError("--questions, --tier and --minutes are for an interview with --mock.")
    }
    guard !mock || id == nil else {
      throw ValidationError("--mock draws its questions by the seed; leave the id out.")
    }
    guard questions.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--questions takes a number from 1.")
    }
  }

  func run() throws {
    if mock { return try options.open(at: .mock, doing: settings) }
    if let id { return try options.open(.interview, id) }
    try options.open { course, _ in
      guard let topic = course.course.topics.first else {
        throw Failure("this course has no topic")
      }
      return .interview(topic: topic.id)
    }
  }
}

extension Interview {
  /// What was asked for, in the words of the form, and then its enter; nothing where an interview is
  /// to be set there.
  private var settings: (OpenCourse) -> [Event] {
    { course in
      let most = course.course.topics.flatMap(\.exercises).count { $0.kind == .interview }
      let wanted = [
        ("questions", questions.map { "\(min($0, most))" }), ("tier", tier?.rawValue),
        ("time", minutes?.value),
      ]
      let events = wanted.compactMap { name, value in
        value.map { Event.set(field: name, value: $0) }
      }
      return events.isEmpty ? [] : events + [.enter]
    }
  }
}

enum InterviewTier: String, ExpressibleByArgument, CaseIterable {
  case beginner, intermediate, expert, mixed

  static let names = allCases.map(\.rawValue)
}

struct InterviewTime {
  /// As the form takes it.
  let value: String

  init(text: String) throws {
    guard text == "own" || Int(text).map({ (1...240).contains($0) }) ?? false else {
      throw ValidationError(
        "write whole minutes from 1 to 240 for the whole interview, or own for each question's own")
    }
    value = text
  }
}
