// A written answer: the question in `ask`, what a strong answer says in `rubric`, and the
// model answer as prose after it.

import Markup

extension FileReader {
  static let askKeys = ["question", "structure", "prompt"]

  mutating func writing(_ fence: Fence, _ fields: Fields, after: [Element]) -> Writing? {
    let question = text("question", in: fields, example: "What does clustering optimize?")
    let structure = texts("structure", in: fields)
    let place = after.firstIndex { element in
      if case .fence(let fence) = element { fence.word == .rubric } else { false }
    }
    guard let place, case .fence(let rubric) = after[place] else {
      error(
        at: fence.position, "the question `\(fence.name ?? "")` has no rubric",
        "write a block `rubric` with `points:` after it")
      return nil
    }
    _ = blocks(Array(after[..<place]), in: "the text before a rubric")
    let model = blocks(Array(after[(place + 1)...]), in: "a model answer")
    if model.isEmpty {
      error(
        at: rubric.position, "no model answer follows the rubric", "write it under the block")
    }
    let prompt = prompt(of: fence, in: fields)
    guard let points = self.rubric(rubric), let question, let prompt else { return nil }
    return Writing(
      prompt: prompt, question: question, structure: structure, points: points.points,
      model: model, passMark: points.pass, bands: points.bands)
  }

  /// The block's own id where nothing else is said.
  private mutating func prompt(of fence: Fence, in fields: Fields) -> String? {
    guard fields.has("prompt") else { return fence.name }
    guard let prompt = optionalText("prompt", in: fields) else { return nil }
    if isIdentifier(prompt) { return prompt }
    error(
      at: fields["prompt"]?.position ?? fields.position, "`\(prompt)` is not an id",
      "write lower-case letters, digits and hyphens: `\(identifier(from: prompt))`")
    return nil
  }

  private mutating func rubric(_ fence: Fence) -> (
    points: [Writing.Point], pass: Double, bands: Bands
  )? {
    guard fence.isReadable,
      let fields = fields(
        fence.yaml, of: "rubric", at: fence.position, keys: ["pass", "points", "bands"])
    else { return nil }
    let pass = share("pass", in: fields) ?? 0.6
    if pass == 0 {
      error(
        at: fields["pass"]?.position ?? fields.position, "every answer passes a mark of 0",
        "write the share of the points that an answer must make, such as `pass: 0.6`")
    }
    guard let pairs = fields["points"]?.mapping, !pairs.isEmpty else {
      error(
        at: fields["points"]?.position ?? fields.position, "the rubric has no points",
        "write `points:` and under it `  an-id: The idea.`")
      return nil
    }
    return (pairs.compactMap { point($0) }, pass, bands(in: fields))
  }

  private mutating func point(_ pair: YAML.Pair) -> Writing.Point? {
    if !isIdentifier(pair.key) {
      error(
        at: pair.keyPosition, "`\(pair.key)` is not an id",
        "write lower-case letters, digits and hyphens: `\(identifier(from: pair.key))`")
    }
    guard let idea = pair.value.text else {
      error(
        at: pair.value.isEmpty ? pair.keyPosition : pair.value.position,
        "the point `\(pair.key)` says nothing", "write `\(pair.key): The idea.`")
      return nil
    }
    return Writing.Point(id: pair.key, idea: idea)
  }
}
