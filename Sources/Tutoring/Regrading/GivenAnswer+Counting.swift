// The one rule of what an answer is worth, for an answer that is on record.

import Courseware
import Grading
import Scheduling

extension Verdict {
  /// What counts of an answer on record, on which this is the machine's verdict.
  ///
  /// - Parameter own: the points that the learner marked in the run-through of the answer.
  func counting(for given: GivenAnswer, own: [String]? = nil, in task: Task) -> Verdict {
    counting(
      own: own, points: given.decisions.points, score: given.decisions.score, in: task)
  }
}
