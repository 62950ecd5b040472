import ArgumentParser
import Courseware
import Experiments
import Foundation
import Grading
import Wording

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a course, does all its exercises, and reports every mistake at once.",
    discussion: """
      Each mistake is printed as file:line:column: error: what is wrong; what would be right. \
      Without a path it checks the course that the tutor would open.
      """)

  @Argument(help: "Course folders, or files in one.", completion: .file())
  var paths: [String] = []

  @Option(help: "On how many seeds every exercise is dealt and solved; 0 only reads.")
  var seeds = 5

  @Option(
    help: ArgumentHelp(
      "Measures how well written answers are marked, on a folder of answers that a person marked.",
      valueName: "dir"),
    completion: .directory)
  var answers: String?

  @OptionGroup var course: CourseOption

  func validate() throws {
    guard answers == nil || paths.isEmpty else {
      throw ValidationError("--answers measures the rubrics of one course; name it with --course.")
    }
    guard (0...100_000).contains(seeds) else {
      throw ValidationError("--seeds takes a number from 0 to 100000.")
    }
  }

  func run() throws {
    if let answers { return try AnswerCheck(folder: answers, course: course.open()).tell() }
    let targets =
      paths.isEmpty
      ? [CheckTarget(folder: try CourseFolder.find(named: course.folder), below: nil)]
      : try CheckTarget.targets(for: paths)
    var isSound = true
    for target in targets { isSound = target.check(seeds: seeds) && isSound }
    if !isSound { throw Failure() }
  }
}

/// A course, or those of its files that were asked for.
struct CheckTarget {
  let folder: CourseFolder
  /// Paths inside the course; nil for all of it.
  var below: [String]?

  /// Files of one course are checked together, and the course is read once.
  static func targets(for paths: [String]) throws(Failure) -> [CheckTarget] {
    var targets: [CheckTarget] = []
    for path in paths {
      guard let (root, inside) = Self.course(of: path) else {
        throw Failure(
          "\(path): neither a folder with Lessons in it nor a file of one; check the path")
      }
      if let index = targets.firstIndex(where: { $0.folder.content == root.content }) {
        targets[index].below = inside.flatMap { one in targets[index].below.map { $0 + [one] } }
      } else {
        targets.append(CheckTarget(folder: root, below: inside.map { [$0] }))
      }
    }
    return targets
  }

  /// Goes up from a path until a course is found.
  private static func course(of path: String) -> (CourseFolder, inside: String?)? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let whole = URL(filePath: path).standardizedFileURL.path.split(separator: "/")
    for length in stride(from: whole.count, through: 0, by: -1) {
      let root = "/" + whole[..<length].joined(separator: "/")
      if let folder = CourseFolder(path: root) {
        return (folder, length == whole.count ? nil : whole[length...].joined(separator: "/"))
      }
    }
    return nil
  }

  func concerns(_ file: String) -> Bool {
    below?.contains { file == $0 || file.hasPrefix($0 + "/") } ?? true
  }

  /// Prints what is wrong; true where nothing is.
  func check(seeds: Int) -> Bool {
    let files = folder.files
    let (course, ofCourse) = readAsFarAsPossible(files)
    let isSound = !ofCourse.contains { $0.severity == .error }
    let (rubrics, ofRubrics) = rubrics(files, of: course, isSound: isSound, seeds: seeds)
    let mistakes = ofCourse + ofRubrics
    let shown = mistakes.filter { concerns($0.file) }
    for mistake in shown { Output.line("\(folder.prefix)\(mistake)") }
    // What stands in a sound file is tried at once, whatever is wrong elsewhere.
    let unsound = Set(mistakes.filter { $0.severity == .error }.map(\.file))
    let proved = prove(
      course, seeds: seeds, Runner.reading(files), rubrics, leavingOut: unsound)
    for (file, finding) in proved.findings {
      Output.line("\(folder.prefix)\(file):\(finding.position): error: \(finding)")
    }
    let errors = shown.count { $0.severity == .error } + proved.findings.count
    let elsewhere = ofCourse.filter { $0.severity == .error && !concerns($0.file) }
    tell(errors, of: course, isWhole: unsound.isEmpty, proved)
    tell(elsewhere: elsewhere)
    return errors == 0 && elsewhere.isEmpty
  }

  /// They are many times as long as the rest, so they are left alone where nobody asked for them.
  private func rubrics(
    _ files: CourseFiles, of course: Course, isSound: Bool, seeds: Int
  ) -> (Rubrics, [Mistake]) {
    let areMeant = files.paths.contains { $0.contains("/rubrics/") && concerns($0) }
    let areTried =
      seeds > 0
      && course.topics.flatMap(\.exercises).contains { concerns($0.file) && !$0.writings.isEmpty }
    guard areMeant || areTried else { return (Rubrics(), []) }
    return readRubrics(files, of: course, isWhole: isSound)
  }

  private func tell(_ errors: Int, of course: Course, isWhole: Bool, _ proved: Proved) {
    let count = errors == 0 ? "no mistakes" : counted(errors, "mistake")
    let seeds = proved.seeds == 0 ? "" : ", on \(proved.words)"
    let rest = isWhole || proved.seeds == 0 ? "" : "; files with errors were only read"
    Output.line((isWhole ? contents(of: course) + seeds + ": " : "") + count + rest)
  }

  /// A course is sound as a whole or not at all: who looks at one file is told what keeps the course
  /// from being opened.
  private func tell(elsewhere mistakes: [Mistake]) {
    guard !mistakes.isEmpty else { return }
    Output.line("elsewhere in the course: \(counted(mistakes.count, "mistake"))")
    for mistake in mistakes.prefix(Self.mostElsewhere) {
      Output.line("\(folder.prefix)\(mistake)")
    }
  }

  private static let mostElsewhere = 5

  private func contents(of course: Course) -> String {
    let readings = course.topics.count + course.topics.count { $0.walkthrough != nil }
    let exercises = course.topics.flatMap(\.exercises).count
    let cards = course.topics.flatMap(\.cards).count
    return "\(counted(readings, "reading")), \(counted(exercises, "exercise")), "
      + counted(cards, "card")
  }
}

extension Exercise {
  /// Its questions that are answered in writing.
  var writings: [Writing] {
    stages.compactMap { if case .write(let writing) = $0.task { writing } else { nil } }
  }
}
