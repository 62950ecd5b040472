// What words may earn that say nothing of a question, as a share of its points. `check` tries them
// and reports a rubric that gives more. An author may widen a band in the block `rubric`, where it
// is seen beside the pass mark, and has to say so there.

package struct Bands: Sendable, Equatable {
  /// Words that nobody needs to write.
  package enum Trial: String, Sendable, CaseIterable {
    /// The question, repeated.
    case question
    /// The words of all points, in a row.
    case words
    /// Every idea, denied.
    case denied
    /// The words of the model answer, shuffled.
    case shuffled
  }

  private let wider: [Trial: Double]

  package init(_ wider: [Trial: Double] = [:]) {
    self.wider = wider
  }

  /// The most that a trial may earn, 0...1.
  package func most(_ trial: Trial) -> Double { wider[trial] ?? Self.usual[trial] ?? 0 }

  /// Shuffled words fall together to notes now and then, since a phrasing is found among others: on
  /// average they do not pass.
  package static let usual: [Trial: Double] = [
    .question: 0, .words: 0, .denied: 0, .shuffled: 0.6,
  ]
}

extension FileReader {
  /// `bands: {shuffled: 0.4}` of a block `rubric`.
  mutating func bands(in fields: Fields) -> Bands {
    guard let yaml = fields["bands"],
      let own = self.fields(
        yaml, of: "bands", at: yaml.position, keys: Bands.Trial.allCases.map(\.rawValue))
    else { return Bands() }
    var wider: [Bands.Trial: Double] = [:]
    for trial in Bands.Trial.allCases { wider[trial] = share(trial.rawValue, in: own) }
    return Bands(wider)
  }
}
