// Each kind of key is a small program over runs. What it runs is kept as evidence, with the
// settings that give the same figure again.

package import Courseware
package import Experiments
import Wording

extension Key {
  /// The right option, found by running.
  ///
  /// - Parameters:
  ///   - options: The ids that can be chosen; only `nearest` needs them.
  ///   - base: What the key's own settings are laid over.
  package func answer(
    among options: [String], base: Experiment, runner: Runner
  ) throws(GradingError) -> KeyResult {
    let run = KeyRun(base: base, runner: runner)
    return switch self {
    case .extreme(let highest, let measure, let variants):
      try run.extreme(of: measure, highest: highest, among: variants)
    case .change(let measure, let settings, let tolerance):
      try run.change(of: measure, settings, tolerance: tolerance)
    case .dominantFeature:
      try run.dominantFeature()
    case .regrouping(let settings):
      try run.regrouping(settings)
    case .structure(let measure, let references):
      try run.structure(measure, references: references)
    case .holds(let condition):
      try run.holds(condition)
    case .nearest(let measure):
      try run.nearest(to: measure, among: options)
    }
  }
}

/// What a key is computed from.
struct KeyRun {
  let base: Experiment
  let runner: Runner
}

// MARK: - The highest, the lowest

/// The winner must be ahead by this share of its own magnitude.
private let leastLead = 0.01

extension KeyRun {
  func extreme(
    of measure: Measure, highest: Bool, among variants: [Variant]
  ) throws(GradingError) -> KeyResult {
    var runs: [(id: String, value: Double)] = []
    var evidence: [Evidence] = []
    for variant in variants {
      let experiment = try base.with(variant.settings)
      let value = try runner.trace(of: experiment).value(of: measure)
      if let value { runs.append((variant.id, value)) }
      evidence.append(
        Evidence(
          name: "\(measure.words) with \(variant.settings.words)",
          value: value.map(measure.written) ?? "not defined", settings: experiment.settings,
          figure: .measure(measure)))
    }
    // A stable sort: of equals the first stays first, and the margin tells that it is a tie.
    let ranked = runs.sorted { highest ? $0.value > $1.value : $0.value < $1.value }
    guard let winner = ranked.first else { throw .undefined(measure, base.settings) }
    let margin = ranked.count > 1 ? lead(of: winner.value, over: ranked[1].value) : 1
    let next = ranked.count > 1 ? ", the next is \(measure.written(ranked[1].value))" : ""
    return KeyResult(
      option: winner.id, evidence: evidence, margin: margin, leastMargin: leastLead,
      finding: "the \(highest ? "highest" : "lowest") \(measure.words) is "
        + measure.written(winner.value) + next,
      figures: runs.map {
        OptionFigure(option: $0.id, words: "\(measure.words) \(measure.written($0.value))")
      })
  }
}

/// The difference as a share of the larger magnitude.
private func lead(of a: Double, over b: Double) -> Double {
  let larger = max(a.magnitude, b.magnitude)
  return larger == 0 ? 0 : (a - b).magnitude / larger
}

// MARK: - What a change does

extension KeyRun {
  func change(
    of measure: Measure, _ settings: [Setting], tolerance: Double
  ) throws(GradingError) -> KeyResult {
    let changed = try base.with(settings)
    let before = try runner.figure(measure, of: base)
    let after = try runner.figure(measure, of: changed)
    let change = after < before ? -lead(of: before, over: after) : lead(of: after, over: before)
    let option = change > tolerance ? "rises" : change < -tolerance ? "falls" : "stays"
    let (from, to) = (measure.written(before), measure.written(after))
    return KeyResult(
      option: option,
      evidence: [
        Evidence(
          name: "\(measure.words) before", value: from, settings: base.settings,
          figure: .measure(measure)),
        Evidence(
          name: "\(measure.words) with \(settings.words)", value: to, settings: changed.settings,
          figure: .measure(measure)),
      ],
      margin: (change.magnitude - tolerance).magnitude, leastMargin: tolerance / 4,
      finding: "\(measure.words) goes from \(from) to \(to)")
  }
}

// MARK: - The loudest feature

extension KeyRun {
  func dominantFeature() throws(GradingError) -> KeyResult {
    let trace = try runner.trace(of: base)
    let shares = zip(trace.selected.columns, trace.distanceShares).map { (name: $0, share: $1) }
    let ranked = shares.sorted { $0.share > $1.share }
    guard let loudest = ranked.first else { throw .undefined(.loudestShare, base.settings) }
    return KeyResult(
      option: loudest.name,
      evidence: shares.map {
        Evidence(
          name: "share of \($0.name)", value: shareOfWhole($0.share), settings: base.settings,
          figure: .share(of: $0.name))
      },
      margin: ranked.count > 1 ? loudest.share - ranked[1].share : 1, leastMargin: 0.02,
      finding: "\(loudest.name) has \(shareOfWhole(loudest.share)) of the squared distance",
      figures: shares.map {
        OptionFigure(option: $0.name, words: "share of squared distance \(shareOfWhole($0.share))")
      })
  }
}

// MARK: - Other groups or the same

extension KeyRun {
  func regrouping(_ settings: [Setting]) throws(GradingError) -> KeyResult {
    let agreement = try runner.regrouping(base, settings)
    let threshold = 0.99
    return KeyResult(
      option: agreement >= threshold ? "same" : "different",
      evidence: [
        Evidence(
          name: "agreement of the groups before and after", value: fixed(agreement, 2),
          settings: base.settings, figure: .regrouping(settings))
      ],
      margin: (agreement - threshold).magnitude, leastMargin: 0.005,
      finding: "the agreement of the two groupings is \(fixed(agreement, 2))")
  }
}

// MARK: - Structure or noise

extension KeyRun {
  func structure(
    _ measure: Measure, references: Int
  ) throws(GradingError) -> KeyResult {
    let trace = try runner.trace(of: base)
    guard let value = trace.value(of: measure) else { throw .undefined(measure, base.settings) }
    let noise = try runner.noise(measure, like: trace, count: max(1, references))
    let (mean, highest) = (noise.reduce(0, +) / Double(noise.count), noise.max() ?? 0)
    let variance = noise.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(noise.count)
    let spread = variance > 0 ? variance.squareRoot() : max(highest.magnitude, 1e-9)
    return KeyResult(
      option: value > highest ? "structure" : "noise",
      evidence: [
        Evidence(
          name: measure.words, value: measure.written(value), settings: base.settings,
          figure: .measure(measure)),
        Evidence(
          name: "\(measure.words), best of \(noise.count) tables of noise",
          value: measure.written(highest), settings: base.settings,
          figure: .noise(measure, tables: noise.count)),
      ],
      // One standard deviation of what noise gives: nearer than that, luck could decide.
      margin: (value - highest).magnitude / spread, leastMargin: 1,
      finding: "\(measure.words) is \(measure.written(value)); "
        + "\(noise.count) tables of pure noise in the same box reach at most "
        + measure.written(highest))
  }
}

// MARK: - A bound, a number

extension KeyRun {
  func holds(_ condition: Condition) throws(GradingError) -> KeyResult {
    let value = try runner.figure(condition.measure, of: base)
    let words = condition.written(value)
    return KeyResult(
      option: condition.holds(for: value) ? "yes" : "no",
      evidence: [
        Evidence(
          name: condition.measure.words, value: words, settings: base.settings,
          figure: .condition(condition))
      ],
      margin: lead(of: value, over: condition.bound), leastMargin: leastLead,
      finding: "\(condition.measure.words) is \(words)")
  }
}

extension KeyRun {
  func nearest(
    to measure: Measure, among options: [String]
  ) throws(GradingError) -> KeyResult {
    let value = try runner.figure(measure, of: base)
    let distances = options.compactMap { id in
      Double(id).map { (id: id, distance: ($0 - value).magnitude) }
    }
    let ranked = distances.sorted { $0.distance < $1.distance }
    guard let winner = ranked.first else { throw .undefined(measure, base.settings) }
    // Half way between two options is a tie; a twentieth of their gap away from it is clear.
    let margin =
      ranked.count > 1
      ? lead(of: winner.distance, over: ranked[1].distance) : 1
    return KeyResult(
      option: winner.id,
      evidence: [
        Evidence(
          name: measure.words, value: measure.written(value), settings: base.settings,
          figure: .measure(measure))
      ],
      margin: margin, leastMargin: 0.1,
      finding: "\(measure.words) is \(measure.written(value))")
  }
}
