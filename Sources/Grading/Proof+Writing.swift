// What a marker must do with answers that nobody needs to write: the author's own model earns
// everything; the question repeated, the rubric's words in a row and its ideas denied earn nothing.

import Courseware
import Marking
import Wording

extension Writing {
  /// Words that every marker must get right, with what they must earn.
  struct Trial {
    let name: String
    let text: String
    let earned: ClosedRange<Double>
    let remedy: String
  }

  var trials: [Trial] {
    [
      Trial(
        name: "the model answer", text: modelText,
        earned: 1...1, remedy: "say every point in it, or add its phrasings to the rubric"),
      Trial(
        name: "the question repeated", text: question, earned: 0...0,
        remedy: "take phrasings out that the question itself holds"),
      Trial(
        name: "the rubric's words in a row", text: words.joined(separator: " "),
        earned: 0...0, remedy: "write phrasings that take more than the words of the idea"),
      Trial(
        name: "every idea denied", text: denial, earned: 0...0.2,
        remedy: "write phrasings that a denial stands outside of"),
    ]
  }

  /// In alphabetical order, which says nothing.
  private var words: [String] {
    points.flatMap { $0.idea.split { !$0.isLetter } }.map { $0.lowercased() }.sorted()
  }

  private var denial: String {
    points.map { "It is not true that \($0.idea.prefix(1).lowercased() + $0.idea.dropFirst())" }
      .joined(separator: "\n")
  }
}

extension StageProof {
  /// What the marker of a question gets wrong about words that nobody needs to write.
  func faults(marking writing: Writing) -> [Fault] {
    guard let marker = markers.marker(for: writing) else { return [] }
    return writing.trials.compactMap { trial in
      let verdict = writing.verdict(of: marker.mark(trial.text))
      guard !trial.earned.contains(verdict.score) else { return nil }
      let isTooMuch = verdict.score > trial.earned.upperBound
      let points = writing.points.map(\.id).filter {
        (verdict.credited ?? []).contains($0) == isTooMuch
      }
      return Fault(
        "\(trial.name) earns \(fixed(verdict.score, 2)); "
          + "\(isTooMuch ? "credited" : "missed") are \(points.joined(separator: ", "))",
        trial.remedy, at: points.first.map { "rubric/points/\($0)" } ?? "rubric")
    }
  }
}
