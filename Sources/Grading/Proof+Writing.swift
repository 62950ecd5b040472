// What a marker must do with answers that nobody needs to write: the author's own model earns
// everything; the question repeated, the rubric's words in a row, its ideas denied and the model's
// words shuffled stay in their bands; and what an author calls a denial is taken as one.

import Clustering
import Courseware
import Marking
import Wording

/// The markers of an exercise, ready to be tried on many seeds.
struct MarkingProof {
  private let rubrics: Rubrics
  /// By prompt.
  private let markers: [String: Marker]

  init(_ exercise: Exercise, _ rubrics: Rubrics) {
    self.rubrics = rubrics
    var markers: [String: Marker] = [:]
    for case .write(let writing) in exercise.stages.map(\.task) {
      // A rubric that cannot be read is reported where it is read.
      markers[writing.prompt] = try? rubrics.marker(for: writing)
    }
    self.markers = markers
  }

  /// What the marker of a question gets wrong about words that nobody needs to write.
  ///
  /// Nothing of it depends on the seed that is dealt.
  func faults(of stage: Stage) -> [Fault] {
    guard case .write(let writing) = stage.task, let marker = markers[writing.prompt] else {
      return []
    }
    return writing.trials.compactMap { fault($0, writing, marker) }
      + [shuffled(writing, marker)].compactMap(\.self) + reversals(of: writing, marker)
  }

  private func fault(_ trial: Writing.Trial, _ writing: Writing, _ marker: Marker) -> Fault? {
    let verdict = writing.verdict(of: marker.mark(trial.text))
    guard !trial.earned.contains(verdict.score) else { return nil }
    let isTooMuch = verdict.score > trial.earned.upperBound
    let points = writing.points.map(\.id).filter {
      (verdict.credited ?? []).contains($0) == isTooMuch
    }
    return fault(
      "\(trial.name) earns \(fixed(verdict.score, 2)); "
        + "\(isTooMuch ? "credited" : "not credited"): \(points.joined(separator: ", "))",
      trial.remedy, at: points.first, of: writing)
  }

  /// At the point in its rubric; in the exercise where the phrasings stand in no file.
  private func fault(
    _ what: String, _ remedy: String, at point: String?, of writing: Writing
  ) -> Fault {
    var fault = Fault(what, remedy, at: point.map { "rubric/points/\($0)" } ?? "rubric")
    if let file = rubrics.file(of: writing.prompt) {
      fault.elsewhere = (file.path, file.position(of: point))
    }
    return fault
  }
}

// MARK: - Words that earn a declared share

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
        name: "the question repeated", text: question, earned: band(.question),
        remedy: "take phrasings out that the question itself holds"),
      Trial(
        name: "the rubric's words in a row", text: words.joined(separator: " "),
        earned: band(.words), remedy: "write phrasings that take more than the words of the idea"),
      Trial(
        name: "every idea denied", text: denial, earned: band(.denied),
        remedy: "say the idea in one sentence, and let its phrasings need what is denied"),
    ]
  }

  fileprivate func band(_ trial: Bands.Trial) -> ClosedRange<Double> { 0...bands.most(trial) }

  /// In alphabetical order, which says nothing.
  private var words: [String] {
    points.flatMap { $0.idea.split { !$0.isLetter } }.map { $0.lowercased() }.sorted()
  }

  private var denial: String {
    points.map { "It is not true that \($0.idea.prefix(1).lowercased() + $0.idea.dropFirst())" }
      .joined(separator: "\n")
  }

  /// All words of the model, dealt anew into sentences as long as its own.
  fileprivate func shuffledModel(seed: UInt64) -> String {
    let sentences = modelText.split { ".?!:\n".contains($0) }
      .map { $0.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" } }
    var numbers = generator(seed: seed, for: "shuffled \(prompt)")
    var words = numbers.shuffled(sentences.flatMap(\.self).map { $0.lowercased() })
    return sentences.map { sentence in
      let mine = words.suffix(sentence.count)
      words.removeLast(mine.count)
      return mine.joined(separator: " ") + "."
    }.joined(separator: " ")
  }
}

// MARK: - Shuffled words

extension MarkingProof {
  /// Any one shuffling may fall together to notes that say something; on average it may not.
  private func shuffled(_ writing: Writing, _ marker: Marker) -> Fault? {
    let verdicts = Self.shufflings.map { seed in
      writing.verdict(of: marker.mark(writing.shuffledModel(seed: seed)))
    }
    let mean = verdicts.reduce(0) { $0 + $1.score } / Double(verdicts.count)
    guard !writing.band(.shuffled).contains(mean) else { return nil }
    let times = writing.points.map { point in
      (id: point.id, count: verdicts.count { ($0.credited ?? []).contains(point.id) })
    }.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    let words = times.map { "\($0.id) (\($0.count) times)" }.joined(separator: ", ")
    return fault(
      "the model answer with its words shuffled earns \(fixed(mean, 2)) on average of "
        + "\(verdicts.count) times; credited: \(words)",
      "write phrasings that ask for an order, with `>`", at: times.first?.id, of: writing)
  }

  private static let shufflings: ClosedRange<UInt64> = 1...24
}

// MARK: - Denials

extension MarkingProof {
  /// What an author writes under `denied` is the idea turned round: said in its own words it earns
  /// nothing, and is told to be false.
  private func reversals(of writing: Writing, _ marker: Marker) -> [Fault] {
    guard let known = rubrics.phrasings[writing.prompt] else { return [] }
    return writing.points.flatMap { point in
      (known.points[point.id]?.denied ?? []).compactMap { phrasing -> Fault? in
        let sentences = Phrasings.sentences(saying: phrasing, known.lexicon)
        guard let first = sentences.first else { return nil }
        let marks = sentences.map { (text: $0, mark: marker.mark($0)) }
        let credited = marks.first { _, mark in
          mark.points.contains { $0.id == point.id && $0.isCredited }
        }
        guard credited != nil || marks.allSatisfy({ $0.mark.contradiction == nil }) else {
          return nil
        }
        return fault(
          "the denial “\(phrasing)” "
            + (credited == nil ? "is not told to be false" : "is credited")
            + " where it is said: “\(credited?.text ?? first)”",
          "let `denied` and `said` ask for different words, in an order of their own",
          at: point.id, of: writing)
      }
    }
  }
}
