// Half of the score is for the learner's own table, half for the tables that nobody saw. Only
// both together pass.

import Courseware
import Experiments

struct TuningVerdict {
  let tuning: Tuning
  /// On the learner's own table.
  let own: Trial
  /// On further tables; none where the own table fails already.
  let unseen: [Trial]
  /// The settings are those that the stage began with.
  var isUnchanged = false

  var passed: Bool { own.holds && failing.isEmpty }

  /// What held before the learner did anything earns nothing, unless that was the whole goal.
  private var isGiven: Bool { isUnchanged && !passed }

  private var failing: [Trial] { unseen.filter { !$0.holds } }
  private var isLucky: Bool { own.holds && !failing.isEmpty }

  /// - Parameter shown: The known mistake that the settings contain.
  func verdict(shown: NearMiss?) -> Verdict {
    let criteria = ownCriteria + (tuning.heldBackSeeds > 0 ? [unseenCriterion] : [])
    return Verdict(
      score: passed ? 1 : criteria.reduce(0) { $0 + $1.earned }, passed: passed,
      headline: headline, criteria: criteria, evidence: ownEvidence + unseenEvidence,
      consequence: passed ? nil : consequence(shown?.reply),
      solution: tuning.solution.isEmpty ? nil : tuning.named(tuning.solution) + ".",
      misconceptions: [shown?.misconception].compactMap(\.self))
  }

  // MARK: Words

  private var headline: String {
    if isLucky {
      let worst = failing.compactMap(\.worst).min { $0.slack < $1.slack }
      return "It holds on your table, but on \(failing.count) of \(unseen.count) tables that you "
        + "have not seen it does not" + (worst.map { ": \($0.words) on the worst." } ?? ".")
    }
    guard own.holds else {
      return "Not yet: "
        + own.outcomes.filter { !$0.holds }.map { "\($0.condition.words) is asked, \($0.why)" }
        .joined(separator: "; ") + "."
    }
    let figures = own.outcomes.map { "\($0.condition.measure.words) \($0.words)" }
      .joined(separator: ", ")
    return unseen.isEmpty
      ? "It holds: \(figures)."
      : "It holds on your table (\(figures)) and on all \(unseen.count) that you have not seen."
  }

  private func consequence(_ reply: String?) -> String? {
    let luck =
      isLucky
      ? "What works on one table only is luck: another table, and it is gone." : nil
    let said = [reply, luck].compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  // MARK: What was looked at

  private var ownCriteria: [Criterion] {
    let half = tuning.heldBackSeeds > 0 ? 0.5 : 1
    let possible = half / Double(max(1, own.outcomes.count))
    return own.outcomes.map { outcome in
      Criterion(
        name: "\(outcome.condition.words), on your table",
        earned: outcome.holds && !isGiven ? possible : 0, possible: possible,
        why: outcome.why + (outcome.holds && isGiven ? ", as it was before you began" : ""))
    }
  }

  private var unseenCriterion: Criterion {
    let good = unseen.count - failing.count
    return Criterion(
      name: "the same on \(tuning.heldBackSeeds) tables that you have not seen",
      earned: unseen.isEmpty || isGiven ? 0 : 0.5 * Double(good) / Double(unseen.count),
      possible: 0.5,
      why: unseen.isEmpty
        ? "not tried, because your own table fails" : "it holds on \(good) of \(unseen.count)")
  }

  private var ownEvidence: [Evidence] {
    own.outcomes.map {
      Evidence(
        name: $0.condition.measure.words, value: $0.words, settings: own.settings,
        figure: .condition($0.condition))
    }
  }

  /// The worst unseen table of every condition, so that it can be looked at.
  private var unseenEvidence: [Evidence] {
    own.outcomes.indices.compactMap { i in
      guard let worst = unseen.min(by: { $0.outcomes[i].slack < $1.outcomes[i].slack }) else {
        return nil
      }
      return Evidence(
        name: "\(own.outcomes[i].condition.measure.words), worst of \(unseen.count) unseen tables",
        value: worst.outcomes[i].words, settings: worst.settings,
        figure: .condition(worst.outcomes[i].condition))
    }
  }
}

extension Trial {
  /// The condition that is missed by most.
  fileprivate var worst: Outcome? {
    outcomes.filter { !$0.holds }.min { $0.slack < $1.slack }
  }
}
