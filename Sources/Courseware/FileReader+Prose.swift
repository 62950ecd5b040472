// What a text may hold: figures that resolve, links that lead somewhere, headings in order.

import Experiments
import Markup
import Wording

extension FileReader {
  /// Pieces of a page: prose, call-outs, plots. `base` is the experiment of plots without `of`.
  mutating func passages(_ elements: [Element], in place: String, of base: NamedExperiment?)
    -> [Passage]
  {
    elements.compactMap { element in
      switch element {
      case .block(let block): return passage(block)
      case .fence(let fence) where fence.word == .plot:
        return plot(fence, of: base).map { .plot($0) }
      case .fence(let fence) where fence.word == .experiment: return nil
      case .fence(let fence):
        misplaced(fence, in: place, remedy: "remove it, or move it where it belongs")
        return nil
      }
    }
  }

  /// Prose alone, e.g. a model answer.
  mutating func blocks(_ elements: [Element], in place: String) -> [Block] {
    elements.compactMap { element in
      guard case .fence(let fence) = element else {
        if case .block(let block) = element { return block }
        return nil
      }
      misplaced(fence, in: place, remedy: "keep to plain text here")
      return nil
    }
  }

  private mutating func passage(_ block: Block) -> Passage {
    guard case .quote(let blocks) = block.kind, let opening = opening(of: blocks) else {
      return .prose(block)
    }
    let word = opening.hasSuffix(":") ? String(opening.dropLast()) : opening
    if let audience = Audience(rawValue: word) {
      return .callout(audience, withoutOpening(blocks))
    }
    let known = Audience.allCases.map(\.rawValue)
    if let near = nearestName(to: word, among: known) {
      error(
        at: block.position, "nobody is called `\(word)`", "did you mean `**\(near):**`?")
    }
    return .prose(block)
  }

  /// The bold words that a quote starts with.
  private func opening(of blocks: [Block]) -> String? {
    guard case .paragraph(let inlines)? = blocks.first?.kind,
      case .strong(let words)? = inlines.first?.kind
    else { return nil }
    return words.plainText
  }

  /// A call-out says whom it is for on its own, so the words that said so are taken off.
  private func withoutOpening(_ blocks: [Block]) -> [Block] {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind else { return blocks }
    var rest = Array(inlines.dropFirst())
    if case .softBreak? = rest.first?.kind { rest.removeFirst() }
    if let next = rest.first, case .text(let words) = next.kind {
      let trimmed = words.drop { $0 == " " || $0 == ":" }
      rest[0] = Inline(.text(String(trimmed)), at: next.position)
    }
    var blocks = blocks
    blocks[0].kind = .paragraph(rest)
    return blocks
  }
}

// MARK: - Inline code and links

extension FileReader {
  /// Checks the running text of every block, once for the whole file.
  mutating func checkText(_ blocks: [Block]) {
    for block in blocks {
      for inline in block.inlines { checkText(inline) }
    }
  }

  private mutating func checkText(_ inline: Inline) {
    switch inline.kind {
    case .code(let code): checkFigure(code, at: inline.position)
    case .link(let destination, _, _): checkLink(destination, at: inline.position)
    case .image(let source, _, _): checkLink(source, at: inline.position)
    default: break
    }
    for child in inline.children { checkText(child) }
  }

  private mutating func checkFigure(_ code: String, at position: Position) {
    do {
      guard let reference = try FigureReference(code: code) else { return }
      checkReference(reference, at: position)
    } catch {
      self.error(at: position, error.what, error.remedy)
    }
  }

  private mutating func checkReference(_ reference: FigureReference, at position: Position) {
    let known = surroundings.experiments
    let name = reference.experiment
    let isLearners = surroundings.isExercise && name == "this"
    guard let found = known.first(where: { $0.name == (isLearners ? "base" : name) }) else {
      let names = known.map(\.name) + (surroundings.isExercise ? ["this"] : [])
      error(
        at: position, "there is no experiment `\(name)`", suggestion(for: name, among: names))
      return
    }
    if let feature = reference.figure.feature { check(column: feature, at: position, of: found) }
    if !isLearners { checkGroup(reference.figure, at: position, of: found) }
  }

  /// A run with k groups has no more letters; how many DBSCAN finds is only known then.
  private mutating func checkGroup(
    _ figure: FigureReference.Figure, at position: Position, of found: NamedExperiment
  ) {
    guard let group = figure.group, let count = found.experiment?.method.groupCount,
      group >= count
    else { return }
    error(
      at: position, "a run of `\(found.name)` has only \(count) groups",
      "name one of the first \(count) letters")
  }

  private mutating func checkLink(_ destination: String, at position: Position) {
    let target = destination.prefix { $0 != "#" && $0 != "?" }
    if target.isEmpty { return }
    if let colon = target.firstIndex(of: ":"), !target[..<colon].contains("/") {
      let scheme = target[..<colon].lowercased()
      guard !["https", "http", "mailto"].contains(scheme) else { return }
      error(
        at: position, "a link with `\(scheme):` is not followed",
        "link to a file of the course, or with `https:`")
      return
    }
    guard let path = resolved(String(target), from: path) else {
      error(
        at: position, "`\(target)` is outside the course folder",
        "link to a file of the course, or with `https:`")
      return
    }
    guard !surroundings.files.has(path) else { return }
    error(
      at: position, "the link `\(target)` leads to no file of the course",
      suggestion(for: path, among: surroundings.files.paths))
  }
}

extension CourseFiles {
  /// A file, or a folder that holds one.
  func has(_ path: String) -> Bool {
    content[path] != nil || path.isEmpty || content.keys.contains { $0.hasPrefix(path + "/") }
  }
}

extension FigureReference.Figure {
  fileprivate var group: Int? {
    switch self {
    case .size(let group), .mean(let group, _): group
    case .measure, .rows, .columns, .share, .minimum, .maximum, .deviation: nil
    }
  }
}
