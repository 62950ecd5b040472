// `centroid regrade` on stored answers, and what it must say.

import BuiltProgram
import Courseware
import Foundation
import Grading
import Scheduling
import ScriptedLearner
import Tutoring

/// What it reports.
struct RegradingReport: Decodable, Equatable {
  struct Move: Decodable, Equatable {
    let event: String
    let item: String
    let part: String?
    let before: Double
    let after: Double
  }

  struct Orphan: Decodable, Equatable {
    let event: String
  }

  let answers: Int
  let decided: Int
  let moves: [Move]
  let ungraded: [Orphan]
}

/// A key of the shipped course, and what it is changed to.
enum ChangedKey {
  static let item = "how-many-groups"
  static let file = "Drills/concept/how-many-groups.md"

  static func change(_ text: String) -> String {
    text.replacing("highest: silhouette", with: "lowest: silhouette", maxReplacements: 1)
  }

  static func course() throws -> Course? {
    let files = try RepositoryCourse.files()
    var content = files.content
    content[file] = content[file].map { Array(change(String(decoding: $0, as: UTF8.self)).utf8) }
    return read(CourseFiles(content: content, sources: files.sources)).course
  }
}

extension StoredAnswers {
  /// The events that must move when the key is changed: graded one by one, each answer that is
  /// worth something else now and that nobody decided about, and the end of its run-through.
  func moved(in changed: Course) throws -> Set<String> {
    guard let exercise = changed.exercise(ChangedKey.item) else { return [] }
    var moved: Set<String> = []
    for story in stories where story.given.first?.answer.item == exercise.id {
      guard let seed = story.given.first?.answer.seed else { continue }
      let instance = try exercise.instance(seed: seed, runner: RepositoryCourse.runner)
      for given in story.given where !given.isDecided {
        guard let stage = exercise.stages.first(where: { $0.id == given.answer.part }) else {
          continue
        }
        let verdict = try grade(
          instance, stage, try Answer(text: given.answer.answer, for: stage),
          runner: RepositoryCourse.runner, markers: RepositoryCourse.markers)
        if verdict.passed != given.answer.passed {
          moved.insert(given.event.text)
          if let end = story.end { moved.insert(end.text) }
        }
      }
    }
    return moved
  }
}
