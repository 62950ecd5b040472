// An answer key is an expression over runs. Its first word says which one it is.

import Experiments
import Markup

private enum KeyWord: String, CaseIterable {
  case highest, lowest, change, loudest, regrouping, structure, measure, nearest

  /// All keys that may stand in a mapping of this kind.
  var keys: [String] {
    switch self {
    case .highest, .lowest: [rawValue, "over", "among"]
    case .change: [rawValue, "when", "tolerance"]
    case .structure: [rawValue, "references"]
    case .measure: FileReader.conditionKeys
    case .loudest, .regrouping, .nearest: [rawValue]
    }
  }
}

extension FileReader {
  mutating func key(in fields: Fields, over base: NamedExperiment) -> Key? {
    guard let yaml = fields["answer"] else {
      missing("answer", in: fields, example: "{highest: silhouette, over: {k: 2...5}}")
      return nil
    }
    guard let pairs = yaml.mapping else {
      error(
        at: yaml.isEmpty ? fields.keyPosition("answer") : yaml.position,
        "the answer key is typed in",
        "write a key over a run, e.g. `answer: \(exampleKey(in: fields, over: base))`")
      return nil
    }
    let words = KeyWord.allCases.filter { word in pairs.contains { $0.key == word.rawValue } }
    guard let word = words.first, words.count == 1 else {
      report(pairs, found: words, at: yaml.position)
      return nil
    }
    return self.fields(yaml, of: "answer key", at: yaml.position, keys: word.keys)
      .flatMap { key(word, in: $0, over: base) }
  }

  private mutating func report(_ pairs: [YAML.Pair], found words: [KeyWord], at position: Position)
  {
    guard words.isEmpty else {
      error(
        at: position, "the answer key says \(namesInWords(words.map(\.rawValue))) at once",
        "keep one of them")
      return
    }
    let known = KeyWord.allCases.map(\.rawValue)
    error(
      at: pairs.first?.keyPosition ?? position,
      "there is no answer key `\(pairs.first?.key ?? "")`",
      suggestion(for: pairs.first?.key ?? "", among: known))
  }

  private mutating func key(_ word: KeyWord, in fields: Fields, over base: NamedExperiment) -> Key?
  {
    switch word {
    case .highest, .lowest: return extreme(word, in: fields, over: base)
    case .change: return change(in: fields, over: base)
    case .loudest:
      guard fields["loudest"]?.text == "distance" else {
        error(
          at: fields.keyPosition("loudest"), "only one thing is loudest",
          "write `{loudest: distance}`")
        return nil
      }
      return .dominantFeature
    case .regrouping:
      return effect("regrouping", in: fields, over: base).map { .regrouping(settings: $0) }
    case .structure:
      let references = whole("references", in: fields, range: 5...100) ?? 20
      return measure("structure", in: fields).map { .structure($0, references: references) }
    case .measure: return holds(in: fields)
    case .nearest: return measure("nearest", in: fields).map { .nearest($0) }
    }
  }

  private mutating func holds(in fields: Fields) -> Key? {
    let conditions = conditions(in: fields)
    if conditions.count > 1 {
      error(
        at: fields.keyPosition("at-most"), "a key asks for one bound",
        "keep `at-least` or `at-most`")
    }
    return conditions.first.map { .holds($0) }
  }

  private mutating func change(in fields: Fields, over base: NamedExperiment) -> Key? {
    let measure = measure("change", in: fields)
    let changes = effect("when", in: fields, over: base)
    let tolerance = share("tolerance", in: fields) ?? 0.02
    guard let measure, let changes else { return nil }
    return .change(measure, settings: changes, tolerance: tolerance)
  }

  /// The settings whose effect is asked for: at least one.
  private mutating func effect(_ key: String, in fields: Fields, over base: NamedExperiment)
    -> [Setting]?
  {
    guard let yaml = fields[key], !yaml.isEmpty else {
      missing(key, in: fields, example: "{k: 5}")
      return nil
    }
    let changes = settings(yaml, at: yaml.position)
    _ = laying(changes, over: base)
    return changes.values.isEmpty ? nil : changes.values
  }
}

// MARK: - In place of a key that is typed in

extension FileReader {
  /// A key that could give the options which are there.
  private func exampleKey(in fields: Fields, over base: NamedExperiment) -> String {
    let ids = (fields["options"]?.list ?? []).compactMap { option in
      option.text ?? option.mapping?.first { $0.key == "id" }?.value.text
    }
    let numbers = ids.compactMap { Int($0) }.sorted()
    if let least = numbers.first, let most = numbers.last, most - least == ids.count - 1 {
      return "{highest: silhouette, over: {k: \(least)...\(most)}}"
    }
    if !ids.isEmpty, ids.allSatisfy({ plainNumber($0) != nil }) { return "{nearest: agreement}" }
    if !ids.isEmpty, ids.allSatisfy({ base.columns?.contains($0) == true }) {
      return "{loudest: distance}"
    }
    switch Set(ids) {
    case ["rises", "falls"], ["rises", "falls", "stays"]:
      return "{change: silhouette, when: {k: 5}}"
    case ["same", "different"]: return "{regrouping: {scale: standard}}"
    case ["structure", "noise"]: return "{structure: silhouette, references: 20}"
    case ["yes", "no"]: return "{measure: silhouette, at-least: 0.5}"
    case let known where known.count > 1:
      return "{highest: silhouette, among: {\(ids[0]): {k: 2}, \(ids[1]): {k: 3}, …}}"
    default: return "{highest: silhouette, over: {k: 2...5}}"
    }
  }
}

// MARK: - The highest and the lowest

extension FileReader {
  private mutating func extreme(_ word: KeyWord, in fields: Fields, over base: NamedExperiment)
    -> Key?
  {
    let measure = measure(word.rawValue, in: fields)
    let variants =
      fields.has("among") ? among(fields, over: base) : over(fields, over: base)
    if fields.has("among"), fields.has("over") {
      error(at: fields.keyPosition("over"), "the key says `over` and `among`", "keep one of them")
    }
    guard let measure, let variants else { return nil }
    return .extreme(highest: word == .highest, measure, among: variants)
  }

  private mutating func over(_ fields: Fields, over base: NamedExperiment) -> [Variant]? {
    sweep("over", in: fields, over: base).map { sweep in
      sweep.values.map { Variant(id: $0, settings: [Setting(sweep.setting, $0)]) }
    }
  }

  private mutating func among(_ fields: Fields, over base: NamedExperiment) -> [Variant]? {
    guard let pairs = fields["among"]?.mapping, pairs.count > 1 else {
      error(
        at: fields["among"]?.position ?? fields.position, "`among` does not name two runs or more",
        "write `among: {one: {scale: none}, other: {scale: standard}}`")
      return nil
    }
    return pairs.map { pair in
      let changes = settings(pair.value, at: pair.keyPosition)
      _ = laying(changes, over: base)
      return Variant(id: pair.key, settings: changes.values)
    }
  }
}
