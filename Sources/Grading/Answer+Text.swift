// An answer as one line of text, as the journal keeps it and the command line takes it:
//
//     three-groups                          an option
//     scale=standard, multiply.spend=1      settings
//     check scale cluster evaluate assign   an order
//     anything else                         a written answer
//
// Reading needs the task, which also says what is accepted. Writing what was read gives the
// same answer again.

package import Courseware
import Experiments

extension Answer {
  /// The canonical text.
  package var text: String {
    switch self {
    case .choice(let option): option
    case .settings(let settings):
      settings.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    case .order(let steps): steps.map(\.rawValue).joined(separator: " ")
    case .text(let text): text
    }
  }

  /// Reads what a learner typed for a stage. Names and values are taken as they are written in
  /// the form too ("spend in=cents"), in any case.
  package init(text: String, for stage: Stage) throws(AnswerError) {
    switch stage.task {
    case .choose(let choice): self = .choice(try choice.optionID(text))
    case .tune(let tuning): self = .settings(try tuning.settings(text))
    case .order(let ordering): self = .order(try ordering.order(text))
    case .write(let writing):
      try writing.checkLength(text)
      self = .text(text)
    }
  }
}

extension Choice {
  /// An option by its id or its text.
  func optionID(_ text: String) throws(AnswerError) -> String {
    let wanted = text.folded
    let found =
      options.first { $0.id.folded == wanted } ?? options.first { $0.text.folded == wanted }
    guard let found else { throw .unknownOption(text, accepted: options.map(\.id)) }
    return found.id
  }
}

extension Tuning {
  fileprivate func settings(_ text: String) throws(AnswerError) -> [Setting] {
    guard !text.folded.isEmpty else { return [] }
    var settings: [Setting] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        settings.append(Setting(parts[0].trimmed, parts[1].trimmed))
      } else if let last = settings.popLast() {
        // A list of features has commas of its own: "features=spend,visits, scale=none".
        settings.append(Setting(last.name, last.value + "," + piece.trimmed))
      } else {
        throw .wrongKind(expected: "settings, such as \(example)")
      }
    }
    return try checked(settings)
  }
}

extension Ordering {
  fileprivate func order(_ text: String) throws(AnswerError) -> [FlowStep] {
    var order: [FlowStep] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
      guard let step = steps.first(where: { $0.step.rawValue == word.lowercased() })?.step else {
        throw .unknownStep(String(word), accepted: names)
      }
      order.append(step)
    }
    _ = try checked(order)
    return order
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
