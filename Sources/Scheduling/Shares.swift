// Scores and chances are shares, 0...1. A line of a journal may say anything, so what is read
// goes through the same door as what is made here.

/// A score is a share: what is no number earns nothing, and the rest is held in 0...1.
func unitScore(_ score: Double) -> Double {
  score.isNaN ? 0 : min(max(score, 0), 1)
}

extension Answered {
  /// With its shares held in 0...1.
  var held: Answered {
    Answered(
      item: item, part: part, seed: seed, attempt: attempt, answer: answer, hints: hints,
      confidence: confidence, chance: chance, score: score, passed: passed,
      misconceptions: misconceptions ?? [], points: points)
  }
}

extension Finished {
  var held: Finished {
    Finished(
      item: item, attempt: attempt, seed: seed, score: score, passed: passed, hints: hints)
  }
}

extension Decided {
  var held: Decided {
    Decided(
      item: item, attempt: attempt, event: event, point: point, credited: credited, score: score,
      by: by, because: because)
  }
}

extension Regraded {
  var held: Regraded {
    Regraded(
      item: item, attempt: attempt, event: event, score: score, passed: passed, points: points,
      misconceptions: misconceptions)
  }
}

extension JSONValue {
  /// The member of an event that should be a share and is none; nil where all are.
  package var brokenShare: String? {
    guard case .object(let members) = self else { return nil }
    return ["chance", "score"].first { name in
      switch members[name] {
      case .integer(let value): !(0...1).contains(value)
      case .natural(let value): value > 1
      case .number(let value): !(0...1).contains(value)
      default: false
      }
    }
  }
}
