// Files of the folder `rubrics`: `words.md` names ideas with their wordings in blocks `words`; any
// other file is called after a prompt and says in a block `phrasings` how its points are said.

import Marking
import Markup

/// What a file of the folder `rubrics` says, with the places of its points.
struct PhrasingsDraft {
  let phrasings: Phrasings
  let places: [String: Position]
  /// Points that say themselves what they are, in the order of the file.
  var parts: [Structure.Part] = []
}

extension FileReader {
  static let pointKeys = ["of", "not-of", "said", "denied", "seen"]
  static let partKeys = ["idea"] + pointKeys

  /// Ideas by name, from all blocks `words` of a file.
  mutating func words(_ document: Document) -> [String: [String]] {
    var ideas: [String: [String]] = [:]
    for case .fence(let fence) in elements(document.blocks) where fence.word == .words {
      for pair in fence.yaml?.mapping ?? [] { ideas[pair.key] = list(pair.value) }
    }
    return ideas
  }

  /// - Parameter haveIdeas: Whether every point says what it is, which else its question does.
  mutating func phrasings(
    _ document: Document, ideas shared: [String: [String]], lesson: [String],
    haveIdeas: Bool = false
  ) -> PhrasingsDraft? {
    let ideas = shared.merging(words(document)) { $1 }
    let lexicon = Lexicon(ideas: ideas)
    let fences = elements(document.blocks).compactMap { element in
      if case .fence(let fence) = element, fence.word == .phrasings { fence } else { nil }
    }
    guard let fence = fences.first, fences.count == 1 else {
      error(
        at: fences.dropFirst().first?.position ?? .start,
        fences.isEmpty
          ? "the file has no block `phrasings`" : "there is a second block `phrasings`",
        "write one block `phrasings` with `a-point: {said: [some words]}`")
      return nil
    }
    var points: [String: Phrasings.Point] = [:]
    var places: [String: Position] = [:]
    var parts: [Structure.Part] = []
    var wrong: [String] = []
    for pair in fence.yaml?.mapping ?? [] {
      if pair.key == "wrong" {
        wrong = phrasings(pair.value, lexicon)
      } else {
        places[pair.key] = pair.keyPosition
        points[pair.key] = point(pair, lexicon, keys: haveIdeas ? Self.partKeys : Self.pointKeys)
        if haveIdeas { parts += [part(pair)].compactMap(\.self) }
      }
    }
    return PhrasingsDraft(
      phrasings: Phrasings(points: points, wrong: wrong, lexicon: lexicon, lesson: lesson),
      places: places, parts: parts)
  }

  private mutating func part(_ pair: YAML.Pair) -> Structure.Part? {
    let idea = pair.value.mapping?.first { $0.key == "idea" }?.value.text
    guard let idea, !idea.isEmpty else {
      error(
        at: pair.keyPosition, "the point `\(pair.key)` does not say what it is",
        "write `idea: One sentence, which learners may read.`")
      return nil
    }
    return Structure.Part(id: pair.key, idea: idea)
  }

  private mutating func point(
    _ pair: YAML.Pair, _ lexicon: Lexicon, keys: [String]
  ) -> Phrasings.Point? {
    guard let fields = fields(pair.value, of: "point", at: pair.keyPosition, keys: keys)
    else { return nil }
    var point = Phrasings.Point()
    point.said = fields["said"].map { phrasings($0, lexicon) } ?? []
    point.denied = fields["denied"].map { phrasings($0, lexicon) } ?? []
    for answer in fields["seen"]?.mapping ?? [] {
      point.seen[answer.key] = phrasings(answer.value, lexicon)
    }
    point.subject = subject(fields, lexicon)
    if (fields["said"]?.list ?? fields["said"].map { [$0] } ?? []).isEmpty {
      error(
        at: pair.keyPosition, "the point `\(pair.key)` has no phrasing",
        "write `said: [some words]`")
    }
    return point
  }

  private mutating func subject(_ fields: Fields, _ lexicon: Lexicon) -> Rubric.Subject? {
    guard let rival = fields["not-of"] else {
      if let own = fields["of"] {
        error(
          at: own.position,
          "`of` says what a point is told of, but not what else it may be told of",
          "add `not-of: another-thing`, or leave out `of`")
      }
      return nil
    }
    guard let text = rival.text else {
      error(at: rival.position, "this is no term", "write one term, such as `dbscan/density`")
      return nil
    }
    let subject = Rubric.Subject(own: fields["of"]?.text, rival: text)
    do throws(PhrasingError) {
      try checkSubject(subject, lexicon)
      return subject
    } catch {
      report(error, at: rival.position)
      return nil
    }
  }

  /// Every text is tried here, so that a marker made of them later cannot fail.
  private mutating func phrasings(_ yaml: YAML, _ lexicon: Lexicon) -> [String] {
    let items = yaml.list ?? [yaml]
    return items.compactMap { item -> String? in
      guard let text = item.text else {
        error(
          at: item.position, "this is no phrasing", "write a few words, in quotes if they hold `: `"
        )
        return nil
      }
      do throws(PhrasingError) {
        try checkPhrasing(text, lexicon)
        return text
      } catch {
        report(error, at: item.position)
      }
      return nil
    }
  }

  private mutating func report(_ error: PhrasingError, at position: Position) {
    if case .unknownIdea(let name, let known) = error {
      self.error(
        at: position, "no idea `[\(name)]` is named in a block `words`",
        suggestion(for: name, among: known))
    } else {
      self.error(at: position, "\(error)", "write the words that the idea is said with")
    }
  }

  private mutating func list(_ yaml: YAML) -> [String] {
    let items = yaml.list ?? [yaml]
    return items.compactMap { item -> String? in
      if item.text == nil {
        error(at: item.position, "this is no wording", "write `name: [one, another]`")
      }
      return item.text
    }
  }
}
