// A written answer is kept first. Then the learner says which points their own words hold, beside
// a model answer; only after that is the machine's mark shown, with the words that it rests on.
// The score is the machine's where a rubric says how points are recognized, else the learner's; a
// rubric that cannot be used takes no point away, it leaves the marking to the learner.

package import Courseware
package import Marking

/// Whether a text has as many words as an answer needs; notes such as "k=n -> 0" have.
package func isAnswer(_ text: String) -> Bool { text.wordCount >= leastWords }

/// Fewer words than this are not an answer.
private let leastWords = 3

extension String {
  /// Runs of letters and digits. Scripts that put no space between words have no runs to count:
  /// there every character counts as one.
  fileprivate var wordCount: Int {
    var count = 0
    var isInside = false
    for scalar in unicodeScalars {
      let properties = scalar.properties
      let isWord = properties.isAlphabetic || properties.numericType != nil
      let standsAlone = isWord && scalar.isUnspaced
      if standsAlone || (isWord && !isInside) { count += 1 }
      // An apostrophe or a mark on a letter ends no word.
      isInside = isWord ? !standsAlone : isInside && scalar.joinsLetters
    }
    return count
  }
}

extension Unicode.Scalar {
  /// Han, kana, Thai, Lao, Burmese, Khmer.
  fileprivate var isUnspaced: Bool {
    properties.isIdeographic
      || [0x3040...0x30FF, 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF]
        .contains { $0.contains(value) }
  }

  fileprivate var joinsLetters: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .format: true
    default: self == "'" || self == "’"
    }
  }
}

extension Writing {

  func grade(_ text: String, markers: Markers) throws(AnswerError) -> Verdict {
    try checkLength(text)
    if let marker = markers.marker(for: self) { return verdict(of: marker.mark(text)) }
    let unmarked = markers.broken(self).map { "The tutor cannot mark it now: \($0)." }
    return Verdict(
      score: 0, passed: false,
      headline: "Kept. Now compare it with a strong answer, point by point."
        + (unmarked.map { " " + $0 } ?? ""), unmarked: unmarked)
  }

  func checkLength(_ text: String) throws(AnswerError) {
    guard isAnswer(text) else { throw .tooShort(words: text.wordCount, least: leastWords) }
  }

  /// What a mark comes to, point by point, with the words that decided each.
  package func verdict(of mark: Mark) -> Verdict {
    let found = points.map { point in mark.points.first { $0.id == point.id } }
    return verdict(
      credited: zip(points, found).filter { $1?.isCredited ?? false }.map(\.0.id),
      reasons: zip(points, found).map { point, found in
        found?.finding.words ?? Mark.Finding.missing.words
      }, falsehood: mark.contradiction)
  }

  /// - Parameters:
  ///   - credited: the points that count as made, by id.
  ///   - reasons: one for each point.
  ///   - falsehood: words that say something false; they cost no point that is made elsewhere.
  ///   - unmarked: why the machine did not mark the text now.
  func verdict(
    credited: [String], reasons: [String], falsehood: String? = nil, unmarked: String? = nil
  ) -> Verdict {
    let made = points.count { credited.contains($0.id) }
    let total = points.count
    let passed = Double(made) >= passMark * Double(total) - 1e-9
    let needed = Int((passMark * Double(total) - 1e-9).rounded(.up))
    let share = 1 / Double(max(1, total))
    let warning = falsehood.map { " This is not so, and an expert would stop there: “\($0)”." }
    return Verdict(
      score: total == 0 ? 1 : Double(made) / Double(total), passed: passed,
      headline: "Your answer makes \(made) of \(total) points"
        + (passed ? "." : "; \(needed) are asked.") + (warning ?? "")
        + (unmarked.map { " " + $0 } ?? ""),
      criteria: zip(points, reasons).map { point, reason in
        Criterion(
          name: point.idea, earned: credited.contains(point.id) ? share : 0, possible: share,
          why: reason)
      }, credited: credited, unmarked: unmarked)
  }
}

extension Writing {
  /// - Throws: ``AnswerError/unknownPoint(_:accepted:)`` for a mark on a point that is not there.
  package func check(own marks: [String]) throws(AnswerError) {
    let known = points.map(\.id)
    if let unknown = marks.first(where: { !known.contains($0) }) {
      throw .unknownPoint(unknown, accepted: known)
    }
  }
}
