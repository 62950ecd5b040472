// Grading again on several threads, with the same outcome on any number of them. What is remembered
// while grading an exercise is of no use to another variant of it, so the run-throughs of one
// variant are one piece of work, and each piece has a grader of its own that is forgotten with it.
// The questions of a text are the same for every seed: all of its run-throughs are one piece.

import Courseware
import Dispatch
import Scheduling
import Synchronization

/// A run-through of an item.
struct ItemRun: Sendable {
  let item: String
  let run: Run
}

/// An answer, and what became of it.
typealias GradedAgain = (given: GivenAnswer, grade: Result<Regrade, Regrader.Refused>)

extension [ItemRun] {
  /// The outcomes of every run-through, in their order.
  func graded(
    in course: Course, bench: Bench, threads: Int, observe: @Sendable (Double) -> Void
  ) -> [[GradedAgain]] {
    let pieces = pieces(in: course)
    let progress = Mutex((next: 0, done: 0))
    let outcomes = Mutex([[GradedAgain]](repeating: [], count: count))
    DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(threads, pieces.count))) {
      _ in
      while true {
        let piece = progress.withLock { progress in
          defer { progress.next += 1 }
          return progress.next
        }
        guard piece < pieces.count else { return }
        var regrader = Regrader(course: course, bench: bench)
        for index in pieces[piece] {
          let graded = regrader.outcomes(of: self[index].run)
          outcomes.withLock { $0[index] = graded }
        }
        progress.withLock { progress in
          progress.done += pieces[piece].count
          observe(Double(progress.done) / Double(count))
        }
      }
    }
    return outcomes.withLock(\.self)
  }

  private struct Variant: Hashable {
    let item: String
    let seed: UInt64?
  }

  /// The places of the run-throughs of each piece.
  private func pieces(in course: Course) -> [[Int]] {
    let exercises = Set(course.topics.flatMap(\.exercises).map(\.id))
    var pieces: [[Int]] = []
    var places: [Variant: Int] = [:]
    for (index, element) in enumerated() {
      let variant = Variant(
        item: element.item, seed: exercises.contains(element.item) ? element.run.seed : nil)
      if let place = places[variant] {
        pieces[place].append(index)
      } else {
        places[variant] = pieces.count
        pieces.append([index])
      }
    }
    return pieces
  }
}

extension Regrader {
  fileprivate mutating func outcomes(of run: Run) -> [GradedAgain] {
    run.givenAnswers.map { given in
      (given, Result { () throws(Refused) in try grade(given, of: run) })
    }
  }
}
