package import Experiments

/// What a learner committed for one stage.
package enum Answer: Sendable, Equatable {
  case choice(String)
  case settings([Setting])
  case order([FlowStep])
  case text(String)
}
