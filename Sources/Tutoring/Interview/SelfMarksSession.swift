// How the learner marks their own answers, beside the machine: answer by answer, and what it comes
// to over all of them.

package import Courseware
package import Grading
package import Scheduling
import Screen
import Wording

struct SelfMarksSession: Session {
  let bookmark: Bookmark

  init(_ bookmark: Bookmark) { self.bookmark = Bookmark(route: bookmark.route) }

  var isOver: Bool { true }

  mutating func handle(_ event: Event, in world: inout World) {
    if event == .back || event == .enter { world.wish = .back }
  }

  func scene(in world: World) -> Scene {
    let history = world.course.selfMarks(in: world.progress)
    let past = world.course.table(of: world.progress.mocks.suffix(Self.shown), world.progress)
    return Scene(
      title: "Your marks beside the machine's",
      place: counted(history.marks.answers.count, "answer"),
      main: history.sentences.map { .prose([Span($0)]) }
        + (history.rows.isEmpty
          ? []
          : [.gap, .table(header: SelfMarkHistory.header, rows: history.rows.suffix(Self.shown))])
        + (past.isEmpty ? [] : [.gap, .heading("Mock interviews")] + past),
      actions: [.enter("back")] + Action.always)
  }

  private static let shown = 12
}

/// All answers that both the learner and the machine have marked, the earliest first.
package struct SelfMarkHistory: Sendable {
  package private(set) var marks = SelfMarks()
  private(set) var rows: [[String]] = []

  static let header = ["date", "question", "you", "machine", "difference", "same on"]
}

extension Course {
  package func selfMarks(in progress: Progress) -> SelfMarkHistory {
    var history = SelfMarkHistory()
    let all = topics.flatMap(\.exercises).flatMap { exercise -> [(Run, Exercise)] in
      (progress.record(of: exercise.id)?.runs ?? []).map { ($0, exercise) }
    }
    for (run, exercise) in all.sorted(by: { $0.0.beganAt < $1.0.beganAt }) {
      history.add(run, of: exercise)
    }
    return history
  }
}

extension SelfMarkHistory {
  fileprivate mutating func add(_ run: Run, of exercise: Exercise) {
    guard let (stage, writing) = exercise.writing, let own = run.markedPoints,
      let machine = run.given(to: stage.id)?.machinePoints
    else { return }
    marks.add(learner: own, machine: machine, points: writing.points.map(\.id))
    guard let answer = marks.answers.last else { return }
    rows.append([
      String("\(run.beganAt)".prefix(10)), exercise.title, "\(answer.learner)",
      "\(answer.machine)", signed(Double(answer.difference), 0),
      "\(answer.agreeing) of \(answer.points)",
    ])
  }

  /// What it comes to, in plain words.
  package var sentences: [String] {
    guard let mean = marks.meanDifference else {
      return [
        "Mark a written answer of yours: then your mark stands here beside the machine's, and "
          + "with more of them whether you are kinder or stricter than it."
      ]
    }
    let count = counted(marks.answers.count, "answer")
    var sentences = [Self.sentence(mean, over: count)]
    if let (earlier, later) = marks.halves {
      sentences.append(
        "In the earlier half it was \(signed(earlier, 1)) an answer, in the later half "
          + "\(signed(later, 1)).")
    }
    let same = marks.agreeing.map {
      "You agree with the machine on \(percentage($0)) of the points"
    }
    if let same {
      sentences.append(
        marks.kappa.map { "\(same) (kappa \(fixed($0, 2)): 1 is full agreement, 0 is chance)." }
          ?? "\(same).")
    }
    return sentences
  }

  private static func sentence(_ mean: Double, over count: String) -> String {
    let size = fixed(abs(mean), 1)
    if size == "0.0" {
      return "You credit yourself with as many points as the machine, over \(count)."
    }
    let unit = size == "1.0" ? "point" : "points"
    return "You credit yourself with \(size) \(unit) \(mean > 0 ? "more" : "fewer") than the "
      + "machine does, over \(count)."
  }
}

/// "+1.3", "−0.5", "0".
private func signed(_ number: Double, _ decimals: Int) -> String {
  let size = fixed(abs(number), decimals)
  guard size.contains(where: { $0 != "0" && $0 != "." }) else { return "0" }
  return (number < 0 ? "−" : "+") + size
}
