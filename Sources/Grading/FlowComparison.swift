package import Experiments

/// The learner's order and the right one, run on the same table.
package struct FlowComparison: Sendable {
  package let learner: [StepReport]
  package let right: [StepReport]

  package init(learner: [StepReport], right: [StepReport]) {
    self.learner = learner
    self.right = right
  }
}
