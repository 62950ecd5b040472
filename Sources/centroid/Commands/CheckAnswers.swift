// How well the course's rubrics mark: `check --answers DIR` marks a folder of answers that a person
// has marked, and lays the two side by side. For an author who changes a rubric, and for
// anyone who wonders how far a mark can be trusted.

import Courseware
import Foundation
import Marking

/// A file of marked answers: one question, its points, and answers with a person's judgement.
private struct MarkedFile: Decodable {
  struct Answer: Decodable {
    let id: String
    let text: String
    let points: [String: Bool]
    let contradiction: Bool
    let kind: String
  }

  let id: String
  let answers: [Answer]
}

struct AnswerCheck {
  private let answers: [MarkedAnswer]
  private let writings: [String: Writing]
  private let rubrics: Rubrics

  init(folder: String, course: OpenCourse) throws(Failure) {
    answers = try Self.read(folder)
    var writings: [String: Writing] = [:]
    for prompt in Set(answers.map(\.prompt)).sorted() {
      writings[prompt] = try course.writing(prompt)
    }
    self.writings = writings
    rubrics = try course.rubrics()
    for answer in answers { try Self.check(answer, writings[answer.prompt]) }
  }

  /// A figure over other points than the question has would be a figure of something else.
  private static func check(_ answer: MarkedAnswer, _ writing: Writing?) throws(Failure) {
    let known = writing?.points.map(\.id) ?? []
    let missing = known.filter { answer.points[$0] == nil }
    let unknown = answer.points.keys.filter { !known.contains($0) }.sorted()
    guard let point = unknown.first ?? missing.first else { return }
    throw Failure(
      "\(answer.prompt), answer \(answer.id): "
        + (unknown.isEmpty
          ? "has no judgement of" : "judges a point that the question does not have,")
        + " \"\(point)\"; judge each of \(known.joined(separator: ", "))")
  }

  private static func read(_ folder: String) throws(Failure) -> [MarkedAnswer] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".json") }.sorted()
    guard !files.isEmpty else {
      throw Failure(
        folder.hasSuffix(".json") && FileKind(folder) == .regular
          ? "\(folder): is a file; name the folder that it lies in"
          : "\(folder): holds no .json files of marked answers; check the path")
    }
    var answers: [MarkedAnswer] = []
    for name in files {
      let path = folder + "/" + name
      do {
        let data = Data(try Input.bytes(of: path))
        let file = try JSONDecoder().decode(MarkedFile.self, from: data)
        answers += file.answers.map { answer in
          MarkedAnswer(
            prompt: file.id, id: answer.id, text: answer.text, kind: answer.kind,
            points: answer.points, contradiction: answer.contradiction)
        }
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure(
          "\(path): is not a file of marked answers; it needs `id` and `answers`, each with "
            + "`id`, `text`, `points`, `contradiction` and `kind`")
      }
    }
    return answers
  }
}

// MARK: - Markers and their floors

extension AnswerCheck {
  /// Whose phrasings are left out when an answer is marked.
  private enum LeftOut {
    case nothing
    /// What was learned from that very answer.
    case answer
    /// What was learned from any answer to that question.
    case prompt
  }

  private func comparison(leavingOut: LeftOut) throws(Failure) -> Comparison {
    var comparison = Comparison()
    var markers: [String: Marker] = [:]
    for answer in answers {
      // A marker takes long to make; most answers have taught it nothing.
      let isSeen = rubrics.phrasings[answer.prompt]?.have(seen: answer.id) ?? false
      let isOwn = leavingOut == .answer && isSeen
      var marker = isOwn ? nil : markers[answer.prompt]
      if marker == nil {
        marker = try orFail { () throws(PhrasingError) -> Marker? in
          guard let writing = writings[answer.prompt] else { return nil }
          return try rubrics.marker(for: writing) { id in
            switch leavingOut {
            case .nothing: false
            case .answer: id == answer.id
            case .prompt: true
            }
          }
        }
        if !isOwn { markers[answer.prompt] = marker }
      }
      guard let marker else {
        throw Failure("nothing says how the points of \(answer.prompt) are recognized")
      }
      comparison.add(answer, Judgement(marker.mark(answer.text)))
    }
    return comparison
  }

  private func comparison(by judge: (MarkedAnswer) -> Judgement) -> Comparison {
    answers.reduce(into: Comparison()) { $0.add($1, judge($1)) }
  }

  func tell() throws(Failure) {
    let whole = try comparison(leavingOut: .nothing)
    let columns: [(String, Comparison)] = [
      ("as it is", whole),
      ("answer left out", try comparison(leavingOut: .answer)),
      ("prompt left out", try comparison(leavingOut: .prompt)),
      ("keyword", comparison { keywordJudgement($0.text, of: writings[$0.prompt]?.ideas ?? []) }),
      ("always false", comparison { _ in Judgement(credited: []) }),
    ]
    Output.line("\(answers.count) answers, \(whole.pooled.count) answer-point pairs")
    Output.line()
    tellFigures(columns)
    Output.line()
    Output.wrapped(
      "\"Left out\" are the phrasings kept under `seen` of an answer, or of all of its prompt. "
        + "What was reworded with these answers in sight stays: only answers that no author has "
        + "read measure how strangers are marked.")
    tellKinds(whole)
    tellPrompts(whole)
  }

  private func tellFigures(_ columns: [(String, Comparison)]) {
    let rows: [(String, (Comparison) -> Double?)] = [
      ("accuracy", { $0.pooled.accuracy }),
      ("kappa, pooled", { $0.pooled.kappa }),
      ("kappa, mean over points", { $0.kappaOverPoints }),
      ("quadratic kappa of totals", { quadraticKappa($0.totals) }),
      (
        "false credit, misleading",
        { $0.agreement(ofKinds: Comparison.misleadingKinds).falseCredit }
      ),
      ("misleading, any false credit", { $0.fooledShare }),
      ("false credit, all", { $0.pooled.falseCredit }),
      ("missed credit, all", { $0.pooled.missedCredit }),
      ("missed, paraphrase", { $0.byKind["paraphrase"]?.missedCredit }),
      ("missed, typo", { $0.byKind["typo"]?.missedCredit }),
      ("missed, terse", { $0.byKind["terse"]?.missedCredit }),
      ("contradiction, kappa", { $0.contradictions.kappa }),
    ]
    Output.table(
      [[""] + columns.map(\.0)]
        + rows.map { name, value in [name] + columns.map { figure(value($0.1)) } })
  }

  private func tellKinds(_ whole: Comparison) {
    Output.line()
    Output.table(
      [["kind", "pairs", "kappa", "false credit", "missed credit"]]
        + whole.byKind.sorted { $0.key < $1.key }.map { kind, agreement in
          row(kind, agreement)
        })
  }

  private func tellPrompts(_ whole: Comparison) {
    Output.line()
    Output.table(
      [["prompt", "pairs", "kappa", "false credit", "missed credit"]]
        + whole.byPrompt.sorted { $0.key < $1.key }.map { row($0.key, $0.value) })
  }

  private func row(_ name: String, _ agreement: Agreement) -> [String] {
    [
      name, "\(agreement.count)", figure(agreement.kappa), figure(agreement.falseCredit),
      figure(agreement.missedCredit),
    ]
  }

  /// A figure that is not defined is a dash.
  private func figure(_ value: Double?) -> String {
    value.map { String(format: "%.3f", $0) } ?? "-"
  }
}

extension Comparison {
  fileprivate var fooledShare: Double? {
    misleading.answers == 0 ? nil : Double(misleading.fooled) / Double(misleading.answers)
  }
}

extension Writing {
  fileprivate var ideas: [(id: String, idea: String)] { points.map { ($0.id, $0.idea) } }
}
