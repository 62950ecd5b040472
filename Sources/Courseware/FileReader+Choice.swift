import Experiments
import Markup

extension FileReader {
  static let choiceKeys = [
    "question", "options", "answer", "with", "confidence", "order", "reveal",
  ]

  /// A question with options. What an author writes after it in an exercise is `because`.
  mutating func choice(_ fields: Fields, over base: NamedExperiment?, because: [Block]) -> Choice? {
    let question = text("question", in: fields, example: "What will happen?")
    noteConfidence(in: fields)
    guard let base else { return nil }
    let changes = settings(fields["with"], at: fields.position)
    let asked = laying(changes, over: base)
    guard let key = key(in: fields, over: asked) else { return nil }
    let options = options(in: fields, for: key, over: asked)
    let reveals = plots("reveal", in: fields, of: asked)
    guard let question else { return nil }
    return Choice(
      question: question, options: options, key: key,
      settings: surroundings.isExercise ? changes.values : asked.settings, reveals: reveals,
      because: because, keepsOrder: keepsOrder(options, in: fields))
  }

  /// How sure one is is asked with every question, so that there is nothing to say about it.
  private mutating func noteConfidence(in fields: Fields) {
    guard fields.has("confidence") else { return }
    warn(
      at: fields.keyPosition("confidence"), "every question asks how sure the learner is",
      "leave `confidence` out")
  }

  private mutating func keepsOrder(_ options: [Choice.Option], in fields: Fields) -> Bool {
    let areNumbers = options.allSatisfy { plainNumber($0.text) != nil }
    guard let yaml = fields["order"] else { return areNumbers }
    switch yaml.text {
    case "kept": return true
    case "shuffled": return false
    default:
      error(
        at: yaml.position, "there is no order `\(yaml.text ?? "")`",
        "write `order: kept`, or leave it out")
      return areNumbers
    }
  }
}

// MARK: - Options

extension FileReader {
  private mutating func options(in fields: Fields, for key: Key, over base: NamedExperiment)
    -> [Choice.Option]
  {
    let implied = key.impliedOptions(over: base)
    guard let yaml = fields["options"] else {
      if implied == nil { missing("options", in: fields, example: "[2, 3, 4, 5]") }
      return implied ?? []
    }
    guard let items = yaml.list else {
      error(
        at: yaml.position, "`options` is not a list",
        "write `[2, 3, 4]`, or `- {id: rises, text: It rises}`")
      return implied ?? []
    }
    let written = items.compactMap { item in option(item).map { (option: $0, yaml: item) } }
    compare(written, with: implied, key: key, at: fields.keyPosition("options"))
    return written.map(\.option)
  }

  private mutating func option(_ yaml: YAML) -> Choice.Option? {
    if let text = yaml.text { return Choice.Option(id: text, text: text) }
    let keys = ["id", "text", "reply", "misconception"]
    guard let fields = fields(yaml, of: "option", at: yaml.position, keys: keys) else {
      return nil
    }
    let id = text("id", in: fields, example: "rises")
    let words = fields.has("text") ? optionalText("text", in: fields) : id
    let reply = optionalText("reply", in: fields)
    let misconception = misconception(in: fields)
    guard let id, let words else { return nil }
    return Choice.Option(id: id, text: words, reply: reply, misconception: misconception)
  }

  /// Every answer that a run can give is an option, and every option can be the answer.
  private mutating func compare(
    _ written: [(option: Choice.Option, yaml: YAML)], with implied: [Choice.Option]?, key: Key,
    at position: Position
  ) {
    var seen: [String] = []
    for (option, yaml) in written {
      if seen.contains(option.id) {
        error(at: yaml.position, "the option `\(option.id)` is there twice", "remove one")
      }
      seen.append(option.id)
      if case .nearest = key, plainNumber(option.id) == nil {
        error(at: yaml.position, "the option `\(option.id)` is not a number", "write a number")
      }
      if let implied, !implied.contains(where: { $0.id == option.id }) {
        error(
          at: yaml.position, "no run can make `\(option.id)` the answer",
          "the key gives \(namesInWords(implied.map(\.id)))")
      }
    }
    for answer in implied ?? [] where !seen.contains(answer.id) {
      error(
        at: position, "a run can give `\(answer.id)`, which is no option",
        "add it, or shorten the key's range")
    }
    if written.count < 2 {
      error(at: position, "a question has two options or more", "add what else could be thought")
    }
  }
}

extension Key {
  /// The options that the key itself names; nil where the author must.
  fileprivate func impliedOptions(over base: NamedExperiment) -> [Choice.Option]? {
    let pairs: [(id: String, text: String)]? =
      switch self {
      case .extreme(_, _, let variants): variants.map { ($0.id, $0.id) }
      case .change:
        [("rises", "It rises"), ("falls", "It falls"), ("stays", "It stays about the same")]
      case .dominantFeature: base.features?.map { ($0, $0) }
      case .regrouping: [("same", "The same groups"), ("different", "Different groups")]
      case .structure: [("structure", "Real structure"), ("noise", "No more than noise has")]
      case .holds: [("yes", "Yes"), ("no", "No")]
      case .nearest: nil
      }
    return pairs?.map { Choice.Option(id: $0.id, text: $0.text) }
  }
}
