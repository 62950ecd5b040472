// Doing the exercises of a course, and what it showed.

import Courseware
import Experiments
import Grading
import Wording

/// What doing the exercises of a course showed.
struct Proved {
  var seeds = 0
  var redraws = 0
  var findings: [(file: String, finding: Finding)] = []

  /// Many draws refused for few seeds are a premise that hardly holds.
  var words: String {
    let refused = redraws == 0 ? "" : " (\(counted(redraws, "draw")) refused)"
    return counted(seeds, "seed") + refused
  }

  mutating func add(_ proof: Proof, of file: String, where isMeant: (String) -> Bool) {
    redraws += proof.redraws
    findings += proof.findings.map { ($0.file ?? file, $0) }.filter { isMeant($0.0) }
  }

  /// In the order of the files.
  var sorted: Proved {
    var sorted = self
    sorted.findings.sort { ($0.file, $0.finding.position) < ($1.file, $1.finding.position) }
    return sorted
  }
}

extension CheckTarget {
  /// - Parameter unsound: files with errors; what stands in them is not tried.
  func prove(
    _ course: Course, seeds: Int, _ runner: Runner, _ rubrics: Rubrics,
    leavingOut unsound: Set<String>
  ) -> Proved {
    guard seeds > 0 else { return Proved() }
    let range = 1..<UInt64(seeds) + 1
    let readings = course.topics.flatMap { topic in
      ([topic.lesson] + (topic.walkthrough.map { [$0] } ?? [])).map {
        (reading: $0, file: Self.file(of: $0, in: topic))
      }
    }.filter { concerns($0.file) && !unsound.contains($0.file) }
    let exercises = course.topics.flatMap(\.exercises).filter { exercise in
      let files = exercise.writings.compactMap { rubrics.file(of: $0.prompt)?.path }
      return ([exercise.file] + files).contains(where: concerns)
        && !unsound.contains(exercise.file)
    }
    let count = Double(readings.count + exercises.count)
    var line = ProgressLine("check")
    defer { line.wipe() }
    var proved = Proved(seeds: seeds)
    for (done, (reading, file)) in readings.enumerated() {
      line.show(Double(done) / count)
      proved.add(Grading.prove(reading, seeds: range, runner: runner), of: file) { _ in true }
    }
    for (done, exercise) in exercises.enumerated() {
      line.show(Double(readings.count + done) / count)
      proved.add(
        Grading.prove(exercise, seeds: range, runner: runner, rubrics: rubrics), of: exercise.file
      ) { file in
        // Who looks at an exercise is told of its rubric too, and who looks at a rubric of that alone.
        !unsound.contains(file) && (concerns(exercise.file) || concerns(file))
      }
    }
    return proved.sorted
  }

  /// A reading's id ends in the name of its file.
  private static func file(of reading: Reading, in topic: Topic) -> String {
    let number = topic.number < 10 ? "0\(topic.number)" : "\(topic.number)"
    let name = reading.id.split(separator: "/").last.map(String.init) ?? "lesson"
    return "Lessons/\(number)-\(topic.id)/\(name).md"
  }
}
