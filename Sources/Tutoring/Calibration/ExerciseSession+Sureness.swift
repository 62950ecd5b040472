// How sure the learner is of what lies on the desk. It is asked with every choice, since a choice
// is a prediction; a tuning is tried again and again, and an order or a text is no bet on one run.

import Courseware
import Grading
import Scheduling

extension ExerciseSession {
  /// What was said before the answer was given; nil where nothing is predicted or nothing was said.
  func said(of stage: Stage) -> (word: Confidence, chance: Double)? {
    guard case .choose = stage.task else { return nil }
    return desk.panel.said(among: instance.options(of: stage).count)
  }
}
