// All answers of a folder, as a person marked them and as something else did.

package struct Comparison: Sendable {
  /// Over all points of all answers.
  package private(set) var pooled = Agreement()
  package private(set) var byKind: [String: Agreement] = [:]
  package private(set) var byPrompt: [String: Agreement] = [:]
  /// By "prompt/point".
  package private(set) var byPoint: [String: Agreement] = [:]
  package private(set) var contradictions = Agreement()
  package private(set) var totals: [(person: Int, marker: Int)] = []
  /// Answers that are made to mislead, and how many of them got credit for nothing.
  package private(set) var misleading = (answers: 0, fooled: 0)

  /// Kinds of answers that hold the right words and not the idea.
  package static let misleadingKinds: Set<String> = ["negated", "reversed", "stuffed"]

  package init() {}

  package mutating func add(_ answer: MarkedAnswer, _ judgement: Judgement) {
    var own = Agreement()
    for (point, isMade) in answer.points {
      let isCredited = judgement.credited.contains(point)
      own.add(person: isMade, marker: isCredited)
      byPoint["\(answer.prompt)/\(point)", default: Agreement()]
        .add(person: isMade, marker: isCredited)
    }
    pooled += own
    byKind[answer.kind, default: Agreement()] += own
    byPrompt[answer.prompt, default: Agreement()] += own
    totals.append((own.bothTrue + own.missed, own.bothTrue + own.falselyCredited))
    if Self.misleadingKinds.contains(answer.kind) {
      misleading.answers += 1
      misleading.fooled += own.falselyCredited > 0 ? 1 : 0
    }
    if let said = judgement.contradiction {
      contradictions.add(person: answer.contradiction, marker: said)
    }
  }

  /// Over the kinds named, pooled.
  package func agreement(ofKinds kinds: Set<String>) -> Agreement {
    byKind.filter { kinds.contains($0.key) }.values.reduce(into: Agreement()) { $0 += $1 }
  }

  /// The mean of the kappas of single points, of those that have one.
  package var kappaOverPoints: Double? {
    let kappas = byPoint.values.compactMap(\.kappa)
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }
}
