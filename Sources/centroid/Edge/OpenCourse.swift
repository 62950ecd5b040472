// A course that is sound, with what runs its experiments.

import Courseware
import Experiments
import Foundation
import Grading
import Tutoring
import Wording

struct OpenCourse {
  let course: Course
  let runner: Runner
  let files: CourseFiles
  /// Remembers what was run for whatever is opened on this course.
  let bench: Bench
  /// The command that checks this course.
  let checkLine: String
  /// Programs that were asked something and have not ended.
  let programs: ForeignPrograms

  init(_ folder: CourseFolder) throws(Failure) {
    let files = folder.files
    let (course, mistakes) = Courseware.read(files)
    checkLine = folder.checkLine
    guard let course else {
      let errors = mistakes.filter { $0.severity == .error }
      let shown = errors.prefix(5).map { "\(folder.prefix)\($0)" }
      throw Failure(
        "the course in \(folder.content.path) has \(counted(errors.count, "mistake")); "
          + "all are shown by: \(folder.checkLine)\n" + shown.joined(separator: "\n"))
    }
    self.course = course
    self.files = files
    runner = Runner.reading(files)
    programs = ForeignPrograms()
    bench = Bench(
      runner: runner, structure: { readStructures(files, of: course)[$0] },
      markers: .reading(files, of: course),
      secondOpinion: .own(besides: folder.content, among: programs), courseFolder: folder.named)
  }
}

extension CourseFolder {
  /// The command that checks this folder.
  fileprivate var checkLine: String { "centroid check \(content.path)" }
}

extension Runner {
  /// Runs on the course's own files, within the budget of a course.
  static func reading(_ files: CourseFiles) -> Runner {
    let start = ContinuousClock.now
    return Runner(
      read: { files[$0] }, own: .here, threads: Platform.threads,
      clock: {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
      })
  }
}

// MARK: - Finding parts by name

extension OpenCourse {
  /// The exercise with this id; where none is named, the first of the kind that `isPassed`
  /// does not hold for.
  func exercise(
    _ id: String?, _ kind: Exercise.Kind, isPassed: (String) -> Bool
  ) throws(Failure) -> Exercise {
    let all = course.topics.flatMap(\.exercises)
    let ofKind = all.filter { $0.kind == kind }
    guard let id else {
      guard let next = ofKind.first(where: { !isPassed($0.id) }) ?? ofKind.first else {
        throw Failure("this course has no exercise of the kind \(kind)")
      }
      return next
    }
    if let found = ofKind.first(where: { $0.id == id }) { return found }
    if let other = all.first(where: { $0.id == id }) {
      throw Failure(
        "\(id) is for another command; open it with: centroid \(other.kind.command) \(id)",
        status: Failure.usage)
    }
    throw unknown(id, among: ofKind.map(\.id))
  }

  func exercise(_ id: String) throws(Failure) -> Exercise {
    guard let found = course.exercise(id) else {
      throw unknown(id, among: course.topics.flatMap(\.exercises).map(\.id))
    }
    return found
  }

  func unknown(_ id: String, among known: [String]) -> Failure {
    Failure(
      "there is nothing called \"\(id)\" here; there are: \(known.joined(separator: ", "))",
      status: Failure.usage)
  }
}

extension Exercise.Kind {
  /// The command that opens it.
  var command: String { self == .concept ? "drill" : rawValue }
}
