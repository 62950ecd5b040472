// A hint costs a share of the step, and a hint that is the answer costs more: it takes the step
// away. Only the last one may come that near. What the others must not say differs by task:
//
//     choose   a single option, or every option but one
//     tune     a value of the solution that the step did not start with
//     order    two steps that are next to each other, with which of them is first; what is at an end
//     write    most of the words of a point
//
// Which option is right is known only once its key has run, so the check of the course asks again
// for each variant.

import Experiments

extension Hint {
  /// What the hint gives away, as the end of "the hint …"; nil where it only nudges.
  ///
  /// - Parameter start: what the step begins with.
  func leak(in task: Task, start: Experiment?) -> String? {
    let words = HintText(text)
    return switch task {
    case .choose(let choice): choice.singled(out: words)
    case .tune(let tuning): tuning.leak(in: words, start: start)
    case .order(let ordering): ordering.leak(in: words)
    case .write(let writing): writing.leak(in: words)
    }
  }
}

// MARK: - An option

extension Choice {
  /// An option that the hint names alone, right or wrong: either way it says what to take.
  fileprivate func singled(out hint: HintText) -> String? {
    let texts = options.map(\.text).filter { $0.count > 3 }
    let named = texts.filter(hint.says)
    if named.count == 1 { return "names the option \"\(named[0].lowercased())\"" }
    guard named.count > 1, named.count == options.count - 1 else { return nil }
    return "names every option but one"
  }

  /// Whether a hint points at the right option of a variant.
  package func isGivenAway(_ right: String, by hint: Hint) -> Bool {
    let words = HintText(hint.text)
    let named = options.filter { $0.isNamed(in: words) }.map(\.id)
    let others = options.map(\.id).filter { $0 != right }
    return named == [right] || (others.count > 1 && named == others)
  }
}

extension Choice.Option {
  fileprivate func isNamed(in hint: HintText) -> Bool {
    if let number = Int(text) { return hint.says(number: number) }
    return [id, text].contains { $0.count > 2 ? hint.says($0) : hint.answers($0) }
      || hint.holdsAll(of: text)
  }
}

// MARK: - A setting

extension Tuning {
  fileprivate func leak(in hint: HintText, start: Experiment?) -> String? {
    let changes = solution.filter { setting in
      start.flatMap { try? $0.applying([setting]) } != start || start == nil
    }
    let told = changes.first { setting in
      guard let parameter = parameters.first(where: { $0.setting == setting.name }) else {
        return false
      }
      return parameter.isGivenAway(setting.value, by: hint, start: start)
    }
    return told.map { "names `\($0.name): \($0.value)` of the solution" }
  }
}

extension Tuning.Parameter {
  /// A hint that names several values to be tried gives none of them away.
  fileprivate func isGivenAway(_ value: String, by hint: HintText, start: Experiment?) -> Bool {
    let open = choices.filter { choice in
      start.flatMap { try? $0.applying([Setting(setting, choice.value)]) } != start
    }
    return open.filter { isNamed($0, in: hint) }.map(\.value) == [value]
  }

  private func isNamed(_ choice: Tuning.ParameterChoice, in hint: HintText) -> Bool {
    hint.sentences.contains { sentence in
      let alone = HintText(sentence)
      let names = [choice.value, choice.label].filter { !isVague($0) }
      if names.contains(where: { alone.says($0) || alone.holdsAll(of: $0) }) { return true }
      let isSaid = [choice.value, choice.label].contains { name in
        Int(name).map(sentence.says(number:)) ?? alone.says(name)
      }
      return isSaid && !words.isDisjoint(with: sentence.stems)
    }
  }

  /// Numbers and small words mean this setting only beside its name.
  private func isVague(_ name: String) -> Bool {
    Double(name) != nil || contentStems(of: name).isEmpty || ["none", "off", "keep"].contains(name)
  }

  /// What the setting is called; k is seldom called k.
  private var words: Set<String> {
    contentStems(of: setting.replacing("_", with: " ").replacing(".", with: " "))
      .union(contentStems(of: label))
      .union(setting == "k" ? ["group", "cluster", "center"].map(stem) : [])
  }

  private func stem(_ word: String) -> String { stems(of: word).first ?? word }
}

// MARK: - A point

extension Writing {
  /// Words of the question are no secret.
  fileprivate func leak(in hint: HintText) -> String? {
    let asked = contentStems(of: question)
    let told = points.first { point in
      let idea = contentStems(of: point.idea).subtracting(asked)
      let said = idea.intersection(hint.contentStems).count
      return said > 2 && 2 * said > idea.count
    }
    return told.map { "says most of the point `\($0.id)`" }
  }
}
