// One sitting at the tutor. An event makes the next tutor and a list of effects; only when the
// effects are on disk does the next tutor take the place of the one before. So what is shown
// as done is saved, and what could not be saved is still on the screen.
//
// The order is: the journal, then the files that the learner asked for, then the screen. Killed in
// between, the journal tells of no file that is not there, since only the screen says "saved", and
// each file is there whole or not at all.

import Journal
import Scheduling
import Tutoring

struct Sitting {
  private(set) var tutor: Tutor
  private(set) var isOver = false
  private let journal: Journal
  private var moments: Moments
  /// Why the last event was not saved; nil where it was.
  private(set) var trouble: String?
  /// Why files were not written, by their endings: a later file of the same kind makes up for one.
  private var losses: [String: String] = [:]

  init(_ course: OpenCourse, _ learner: Learner, seed: UInt64, at start: Route?) {
    var moments = Moments(after: learner.latest)
    tutor = Tutor(
      course: course.course, bench: course.bench, progress: learner.progress,
      seed: seed, at: start, moments.next())
    self.moments = moments
    journal = learner.journal
  }

  /// A scene of the tutor, with what went wrong if anything did.
  func told(_ scene: Scene) -> Scene { trouble.map(scene.saying) ?? scene }

  /// Why something that was asked for is still not saved; nil where everything is.
  var loss: String? {
    if let trouble { return trouble }
    return losses.isEmpty
      ? nil : losses.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
  }

  /// What events lead to; nothing of it has happened yet.
  struct Turn: Sendable {
    let tutor: Tutor
    let moments: Moments
    let effects: [Effect]
  }

  /// Handles events one after the other. It may take long, and can be called off.
  func turn(on events: [Event], for errand: Errand) -> Turn {
    var next = tutor
    var moments = moments
    var effects: [Effect] = []
    for event in events {
      effects += next.handle(event, at: moments.next(), for: errand)
      moments.pass(effects.events)
      // Where something could not be done, the rest of the line may have meant something else.
      if next.notice != nil { break }
    }
    return Turn(tutor: next, moments: moments, effects: effects)
  }

  /// Saves what was done, and moves on.
  mutating func take(_ turn: Turn) {
    moments = turn.moments
    let wantsToLeave = turn.effects.contains(.quit)
    do throws(JournalError) {
      try journal.append(turn.effects.events)
    } catch {
      // Who asks twice to leave may leave: the reason was on the screen.
      isOver = wantsToLeave && trouble != nil
      trouble = Self.words(error, wantsToLeave)
      return
    }
    tutor = turn.tutor
    trouble = unwritten(turn.effects)
    isOver = wantsToLeave
  }

  /// Writes the learner's own files, each that can be.
  ///
  /// - Returns: Why the others could not be written, or nil where all are.
  private mutating func unwritten(_ effects: [Effect]) -> String? {
    var reasons: [String] = []
    for case .write(let path, let text) in effects {
      do throws(Failure) {
        try NewFile.write(text, to: path)
        losses[ending(of: path)] = nil
      } catch {
        let reason = "Not saved: \(error.message ?? path)"
        losses[ending(of: path)] = reason
        reasons.append(reason)
      }
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "\n")
  }

  private func ending(of path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  /// What to do comes first: a small window may cut off why.
  private static func words(_ error: JournalError, _ wantsToLeave: Bool) -> String {
    wantsToLeave
      ? "Not saved. Quit once more to leave without saving: \(error)"
      : "Not saved; your answer is still here: \(error)"
  }
}

extension [Effect] {
  fileprivate var events: [LearningEvent] {
    compactMap { effect in if case .save(let event) = effect { event } else { nil } }
  }
}
