// What would go wrong without a stage, told by running without it.

import Experiments
import Wording

extension FlowStage {
  /// What the stage is for.
  var purpose: String {
    switch self {
    case .check:
      "Check: rows that break the contract of the table are sent back before anything is "
        + "computed from them."
    case .scale:
      "Scale: every column is brought to one scale, so that none of them decides alone who is "
        + "near whom."
    case .cluster:
      "Cluster: k-means puts every customer into the group of the nearest center."
    case .evaluate:
      "Evaluate: before anybody acts on the groups, somebody looks whether they mean anything."
    case .assign:
      "Assign: a week later each customer goes to the nearest center. Scaler and centers stay "
        + "as they were learnt."
    case .decide:
      "Decide: each group gets one action. What errors mean is counted in customers."
    }
  }
}

extension PipelineView {
  /// Nil for the decision: it is what all the others are for.
  func withoutIt(
    _ stage: FlowStage, in world: World, _ settings: [Setting]
  ) throws(ExperimentError) -> String? {
    guard let step = stage.step else { return nil }
    let broken = try world.bench.walk(settings, without: [step])
    switch step {
    case .check: return withoutCheck(broken)
    case .scale: return withoutScale(broken)
    case .cluster: return withoutCluster(broken)
    case .evaluate: return withoutEvaluation(try world.bench.walk(settings, without: [.scale]))
    case .assign: return withoutAssignment()
    }
  }

  private func withoutCheck(_ broken: FlowWalk) -> String {
    guard broken.check.brokenLetIn > 0 else {
      return "Without it nothing would change this time: no row is broken."
    }
    let sizes = broken.groups?.groups.map(\.count).sorted(by: >).map(String.init) ?? []
    return "Without it \(counted(broken.check.brokenLetIn, "broken row")) go on: the groups have "
      + "\(sizes.joined(separator: ", ")) rows, and \(agreement(broken))."
  }

  private func withoutScale(_ broken: FlowWalk) -> String {
    let shares = broken.scale.sharesAfter
    let loudest = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return "Without it \(broken.scale.before[loudest].column) has \(shareOfWhole(shares[loudest])) "
      + "of the squared distance, and \(agreement(broken))."
  }

  private func withoutCluster(_ broken: FlowWalk) -> String {
    "Without it there are no groups: nothing to evaluate, no center to assign "
      + "\(counted(broken.check.kept.count, "customer")) to, nothing to decide."
  }

  /// Looking changes no figure; what it is good for shows when something else is wrong.
  private func withoutEvaluation(_ unscaled: FlowWalk) -> String {
    guard let evaluation = unscaled.evaluation, let decisions = unscaled.decisions else {
      return "Without it nobody would have looked."
    }
    return "Without it no figure changes, and no mistake is seen: had scaling been forgotten, "
      + "agreement \(fixed(evaluation.agreement, 2)) would pass unseen, and "
      + "\(decisions.wrong) of \(decisions.count) customers get what is meant for another kind."
  }

  private func withoutAssignment() -> String? {
    guard let week = whole.week else { return nil }
    return "Without it everybody keeps last week's group: for \(week.changed) of "
      + "\(counted(week.rows.count, "customer")) another center is nearer by now, and nobody "
      + "would notice when it becomes many."
  }

  private func agreement(_ broken: FlowWalk) -> String {
    guard let now = broken.evaluation?.agreement, let before = whole.evaluation?.agreement else {
      return "there is nothing to evaluate"
    }
    let verb = now < before ? "falls" : now > before ? "rises" : "stays"
    return "agreement with the planted kinds \(verb) from \(fixed(before, 2)) to \(fixed(now, 2))"
  }
}
