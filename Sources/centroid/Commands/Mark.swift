// Marks written answers from a file, one a line: for scripts, and for looking at a rubric.

import ArgumentParser
import Courseware
import Foundation
import Grading
import Marking
import Scheduling
import Tutoring
import Wording

struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Marks written answers to a question, point by point.",
    discussion: """
      Every line of the file is one answer, {"id": "…", "text": "…"}. For each it prints a line \
      {"prompt", "answer", "points": {POINT: true or false}, "contradiction": true or false}. \
      With --why it says instead, for people, which words earned a point, and what stood in the \
      way of the others. What was looked for is told to those who have it already: who names a \
      course of their own with --course, and who has an answer to this question on record. The \
      exit status is 0 when every answer could be marked.

      With --opinion a command of your own is asked about every answer as well, and the line has \
      what it says under "opinion". In the tutor the key o asks it about an answer that is marked. \
      No grade ever follows from it. Only a file of your own can name it, \
      ~/.config/centroid/config.yaml, or config.yaml in CENTROID_HOME:

        second-opinion:
          command: [/home/you/bin/opinion, --model, large]
          seconds: 20
          name: Our lab's model

      It is started without a shell and given one line of JSON: {"protocol": 1, "prompt", \
      "question", "points": [{"id", "idea"}], "answer"}. So your answer leaves this program. It \
      writes {"points": {"ID": {"said": true, "words": "…", "why": "…"}}, "remark": "…"}, where \
      only "said" must be there. If it fails or takes longer than its seconds, standard error \
      says why, the line has no opinion, and the exit status is 1.

      EXAMPLES
        centroid mark --prompt interview-objective --answers answers.jsonl
        echo '{"id": "1", "text": "…"}' | centroid mark --prompt check-inertia --answers - --why
        centroid mark --prompt check-inertia --answers a.jsonl --opinion --course .
      """)

  @Option(help: "The question, by the id of its prompt.")
  var prompt: String

  @Option(help: "A file of JSON lines, or - for standard input.", completion: .file())
  var answers: String

  @Flag(help: "For every point the words that earned it, or what stood in its way.")
  var why = false

  @Flag(help: "What a command of your own says of every answer, beside the marks.")
  var opinion = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let course = try course.open()
    let writing = try course.writing(prompt)
    let rubrics = try course.rubrics(only: prompt)
    guard let marker = try orFail({ () throws(PhrasingError) in try rubrics.marker(for: writing) })
    else {
      throw Failure(
        "nothing says how the points of \(prompt) are recognized; "
          + "write a file \(prompt).md in the folder rubrics of its topic")
    }
    let isAnswered = (why || opinion) && course.isAnswered(prompt)
    let tellsIdeas = why && (isAnswered || isOwn(writing))
    if opinion, !isAnswered, self.course.folder == nil {
      throw Failure(
        "a second opinion is told what is looked for; answer \(prompt) first, or name the "
          + "course's folder with --course")
    }
    var asking = opinion ? OpinionAsking(course) : nil
    for answer in try AnswerLine.read(answers) {
      let mark = marker.mark(answer.text)
      let opinion = asking?.opinion(on: answer, to: writing)
      if why {
        tell(mark, of: answer, tellsIdeas ? writing : writing.withoutIdeas)
        opinion?.tell()
      } else {
        Output.data(try JudgementLine(prompt: prompt, answer: answer.id, mark, opinion).json + "\n")
      }
    }
    if let asking, !asking.hasAll { throw Failure() }
  }

  /// Whether the question is an author's own: one that stands in a course that was named, and not
  /// in the one beside the program, whose learners could name it too.
  private func isOwn(_ writing: Writing) -> Bool {
    guard course.folder != nil else { return false }
    guard let beside = try? CourseFolder.beside(), let shipped = try? OpenCourse(beside) else {
      return true
    }
    return !shipped.course.writings.contains { $0.asksFor(sameAs: writing) }
  }

  private func tell(_ mark: Marking.Mark, of answer: AnswerLine, _ writing: Writing) {
    let made = mark.points.count(where: \.isCredited)
    Output.line("\(answer.id): \(made) of \(mark.points.count) points")
    for (point, known) in zip(mark.points, writing.points) {
      Output.wrapped(
        "  \(point.isCredited ? "+" : "-") \(point.id): \(point.finding.reason(known))")
    }
    if let words = mark.contradiction { Output.wrapped("  ! says something false: “\(words)”") }
  }
}

/// An answer as it stands in a file.
struct AnswerLine: Decodable {
  let id: String
  let text: String

  /// - Throws: ``Failure`` that names the line.
  static func read(_ file: String) throws(Failure) -> [AnswerLine] {
    guard let text = String(validating: try Input.bytes(of: file), as: UTF8.self) else {
      throw Failure("\(file): is not UTF-8 text; save it as UTF-8")
    }
    // Other line ends may stand inside of JSON; a CR before this one is a blank there.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var answers: [AnswerLine] = []
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let answer = try? JSONDecoder().decode(AnswerLine.self, from: Data(line.utf8)) else {
        throw Failure(
          "\(file):\(index + 1): is not an answer; write {\"id\": \"1\", \"text\": \"what was written\"}"
        )
      }
      answers.append(answer)
    }
    return answers
  }
}

/// What a program reads of a mark.
private struct JudgementLine: Encodable {
  let prompt: String
  let answer: String
  let points: [String: Bool]
  let contradiction: Bool
  let opinion: OpinionReport?

  init(prompt: String, answer: String, _ mark: Marking.Mark, _ opinion: Opinion?) {
    self.prompt = prompt
    self.answer = answer
    points = Dictionary(mark.points.map { ($0.id, $0.isCredited) }) { first, _ in first }
    contradiction = mark.contradiction != nil
    self.opinion = opinion.map(OpinionReport.init)
  }

  /// On one line.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension Writing {
  /// Whether two questions look for the same: a copy is no course of one's own.
  fileprivate func asksFor(sameAs other: Writing) -> Bool {
    points.map(\.idea) == other.points.map(\.idea)
  }

  /// For those who have not answered yet: a point's name stands for its idea.
  fileprivate var withoutIdeas: Writing {
    Writing(
      prompt: prompt, question: question, structure: structure,
      points: points.map { Point(id: $0.id, idea: "the idea “\($0.id)”") }, model: [],
      passMark: passMark)
  }
}

extension OpenCourse {
  /// Whether an answer to the question with this prompt is on record, and no mock interview asks it
  /// now. Where nothing can be read nothing is on record: marking needs no journal.
  fileprivate func isAnswered(_ prompt: String) -> Bool {
    guard let progress = Learner.recalled else { return false }
    let inMock = progress.itemsInMock
    return course.topics.flatMap(\.exercises).contains { exercise in
      guard !inMock.contains(exercise.id) else { return false }
      return exercise.stages.contains { stage in
        guard case .write(let writing) = stage.task, writing.prompt == prompt else { return false }
        let runs = progress.record(of: exercise.id)?.runs ?? []
        return runs.contains { $0.answer(to: stage.id) != nil }
      }
    }
  }

  /// How written answers are recognized.
  ///
  /// - Parameter prompt: the only question that matters; reading all takes ten times as long.
  func rubrics(only prompt: String? = nil) throws(Failure) -> Rubrics {
    let (rubrics, mistakes) = readRubrics(files, of: course, only: prompt)
    let errors = mistakes.filter { $0.severity == .error }
    guard let first = errors.first else { return rubrics }
    throw Failure(
      "the rubrics have \(counted(errors.count, "mistake")); all are shown by: \(checkLine)\n\(first)"
    )
  }

  /// The written question with this prompt.
  func writing(_ prompt: String) throws(Failure) -> Writing {
    let writings = course.writings
    guard let found = writings.first(where: { $0.prompt == prompt }) else {
      throw unknown(prompt, among: writings.map(\.prompt))
    }
    return found
  }
}
