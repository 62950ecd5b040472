// The figures of a run in a line or two: each asked for itself, the slow ones last.

import Experiments
import Screen
import Wording

extension PlaygroundSession {
  func figures(in world: World) -> [Element] {
    let playing = playing(in: world)
    let trace: Trace
    do throws(ExperimentError) {
      trace = try playing.trace()
    } catch {
      // The picture has said why there are none.
      return []
    }
    var told = [
      [
        Span("\(counted(trace.labels.count, "row")) in "),
        Span(counted(trace.groupCount, "group"), .bold),
      ]
    ]
    if let kept = keptShare(playing) {
      told.append([
        Span("the picture keeps "), Span(percentage(kept), .bold), Span(" of the spread"),
      ])
    }
    let noise = trace.labels.count { $0 < 0 }
    if noise > 0 {
      told.append(figure("noise", percentage(Double(noise) / Double(trace.labels.count), 1)))
    }
    if let rounds = trace.iterations { told.append(figure("rounds", "\(rounds)")) }
    let method = state.trial.experiment.method
    for measure in (method.minimizesInertia ? [Measure.inertia] : []) + [.agreement] {
      told += self.told(measure, playing)
    }
    var scores = silhouette(playing)
    for measure in [Measure.daviesBouldin, .calinskiHarabasz] {
      scores += self.told(measure, playing)
    }
    let tail =
      noise > 0 && !scores.isEmpty ? " (without the \(counted(noise, "noise point")))" : ""
    let spans = Array((told + scores).joined(separator: [Span(", ")]))
    return [.prose(spans + [Span("\(tail).")])] + reasons(playing)
  }

  private func told(_ measure: Measure, _ playing: Playing) -> [[Span]] {
    Self.told(measure.title) { () throws(ExperimentError) in
      try playing.outcome(of: measure).asOutcome
    }
  }

  private func silhouette(_ playing: Playing) -> [[Span]] {
    var note = ""
    let told = Self.told("silhouette") { () throws(ExperimentError) in
      switch try playing.silhouettes() {
      case .value(let silhouettes):
        note = silhouettes.sampleSize.map { " (of a sample of \(grouped($0)) rows)" } ?? ""
        return .value(silhouettes.mean)
      case .undefined(let reason): return .undefined(reason)
      }
    }
    return note.isEmpty ? told : told.map { $0 + [Span(note)] }
  }

  /// A figure, "…" while it is being worked out, nothing where there is none.
  private static func told(
    _ name: String, _ value: () throws(ExperimentError) -> Outcome<Double>
  ) -> [[Span]] {
    do throws(ExperimentError) {
      guard case .value(let value) = try value() else { return [] }
      return [figure(name, brief(value))]
    } catch {
      return error.isUnfinished ? [figure(name, "…")] : []
    }
  }

  /// Why there are no scores, once.
  private func reasons(_ playing: Playing) -> [Element] {
    guard let outcome = try? playing.silhouettes(), case .undefined(let reason) = outcome else {
      return []
    }
    return [.prose([Span("No silhouette: \(reason).", .muted)])]
  }
}

private func figure(_ name: String, _ value: String) -> [Span] {
  [Span("\(name) "), Span(value, .bold)]
}

extension Measure {
  fileprivate var title: String {
    switch self {
    case .daviesBouldin: "Davies-Bouldin"
    case .calinskiHarabasz: "Calinski-Harabasz"
    default: rawValue
    }
  }
}

extension MeasureOutcome {
  fileprivate var asOutcome: Outcome<Double> {
    switch self {
    case .value(let value): .value(value)
    case .undefined(let reason): .undefined(reason)
    }
  }
}
