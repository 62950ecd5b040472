// Second opinions on many answers, one after the other, and how each is told.

import Courseware
import Foundation
import Grading
import Ncurses
import Tutoring

struct OpinionAsking {
  private let second: SecondOpinion?
  private let programs: ForeignPrograms
  /// Whether an opinion was had of each answer.
  private(set) var hasAll = true
  /// A reason that holds for all answers is told once.
  private var latestReason: String?

  init(_ course: OpenCourse) {
    second = course.bench.secondOpinion
    programs = course.programs
    if second == nil {
      Output.diagnostic(SecondOpinion.absence)
      hasAll = false
    }
  }

  /// Nil where there is none; why is said on standard error.
  mutating func opinion(on answer: AnswerLine, to writing: Writing) -> Opinion? {
    guard let second else { return nil }
    // The program that is asked has a session of its own, which control-C does not reach.
    let result = Interrupts().heard(by: { [programs] in
      programs.endAll()
      Terminal.end(bySignal: SIGINT)
    }) { second.on(answer.text, to: writing) }
    switch result {
    case .success(let opinion):
      for note in opinion.allNotes { Output.diagnostic("\(answer.id): \(note)") }
      return opinion
    case .failure(let failure):
      hasAll = false
      if failure.description != latestReason { Output.diagnostic("\(answer.id): \(failure)") }
      latestReason = failure.description
      return nil
    }
  }
}

extension Opinion {
  /// What of the reply is not there, and what could not be used.
  fileprivate var allNotes: [String] {
    let silent = points.filter { $0.said == nil }.map(\.id)
    return (silent.isEmpty ? [] : ["It says nothing of \(silent.joined(separator: ", "))."]) + notes
  }

  func tell() {
    Output.wrapped("  \(name):")
    for point in points {
      let sign = point.said.map { $0 ? "+" : "-" } ?? "?"
      let quote = point.words.map { "“\($0)”" + (point.areTheirs ? "" : ", not in the answer") }
      let reasons = [quote, point.why].compactMap(\.self).joined(separator: "; ")
      Output.wrapped("    \(sign) \(point.id)" + (reasons.isEmpty ? "" : ": \(reasons)"))
    }
    if let remark { Output.wrapped("    \(remark)") }
  }
}

/// What a program reads of an opinion. The keys of the JSON stay.
struct OpinionReport: Encodable {
  struct Point: Encodable {
    let said: Bool
    let words: String?
    let why: String?
  }

  let name: String
  let points: [String: Point]
  let remark: String?

  init(_ opinion: Opinion) {
    name = opinion.name
    let said = opinion.points.compactMap { point in
      point.said.map { (point.id, Point(said: $0, words: point.words, why: point.why)) }
    }
    points = Dictionary(said) { first, _ in first }
    remark = opinion.remark
  }
}
