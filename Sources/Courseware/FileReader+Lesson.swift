// A lesson or a walkthrough: pages of prose with plots, questions and excerpts inside.

import Markup

extension FileReader {
  mutating func lesson(_ document: Document, id: String, needsID: Bool) -> Reading? {
    let (opening, sections) = sections(document.blocks)
    rejectOpening(opening, of: "page")
    if sections.isEmpty {
      error(at: .start, "the text has no pages", "start each page with a line `## Title`")
    }
    let keys = needsID ? Self.lessonKeys : Self.commonKeys
    let fields = frontMatter(document.frontMatter, keys: keys)
    var known: Particulars?
    if let fields { known = particulars(fields, knownID: needsID ? nil : id) }
    let concepts = known?.concepts
    var seen = (checks: [String](), pages: [String]())
    let pages = sections.map { page($0, of: concepts, seen: &seen) }
    guard let fields, let particulars = known else { return nil }
    warnOfConcepts(particulars.concepts, withoutPageIn: pages, fields)
    return Reading(
      id: id, title: particulars.title, level: particulars.level, minutes: particulars.minutes,
      concepts: particulars.concepts, pages: pages)
  }

  /// A page without a comment is about all concepts of its text; nil where those are not known.
  private mutating func page(
    _ section: Section, of concepts: [String]?, seen: inout (checks: [String], pages: [String])
  ) -> Page {
    let label = label(section, of: "page")
    var passages: [Passage] = []
    for element in section.elements.dropFirst(label == nil ? 0 : 1) {
      if let passage = passage(element, seen: &seen.checks) { passages.append(passage) }
    }
    let isEmpty = section.elements.dropFirst(label == nil ? 0 : 1).allSatisfy { element in
      if case .fence(let fence) = element { return fence.word == .experiment }
      return false
    }
    if isEmpty {
      error(at: section.position, "the page `\(section.title)` is empty", "write it, or remove it")
    }
    if let label, let concepts { check(label, concepts: concepts, pages: &seen.pages) }
    let own = label?.concepts ?? []
    return Page(
      id: label?.id ?? identifier(from: section.title), title: section.title,
      concepts: own.isEmpty ? concepts ?? [] : own, passages: passages)
  }

  private mutating func check(_ label: SectionLabel, concepts: [String], pages: inout [String]) {
    if let id = label.id {
      if pages.contains(id) {
        error(at: label.position, "there are two pages `\(id)`", "choose another id")
      }
      pages.append(id)
    }
    for name in label.concepts where !concepts.contains(name) && isIdentifier(name) {
      error(
        at: label.position, "`\(name)` is no concept of this text",
        suggestion(for: name, among: concepts))
    }
  }

  /// A concept that no page is about can never be read.
  private mutating func warnOfConcepts(
    _ concepts: [String], withoutPageIn pages: [Page], _ fields: Fields
  ) {
    let covered = Set(pages.flatMap(\.concepts))
    for name in concepts where !pages.isEmpty && !covered.contains(name) {
      warn(
        at: fields["concepts"]?.position ?? fields.position, "no page is about `\(name)`",
        "name it under the heading of its page: `<!-- concepts: \(name) -->`")
    }
  }

  private mutating func passage(_ element: Element, seen: inout [String]) -> Passage? {
    guard case .fence(let fence) = element, [.check, .source].contains(fence.word) else {
      let place = "a lesson"
      return passages([element], in: place, of: nil).first
    }
    return fence.word == .source ? excerpt(fence).map { .source($0) } : check(fence, seen: &seen)
  }

  private mutating func check(_ fence: Fence, seen: inout [String]) -> Passage? {
    let id = uniqueID(of: fence, seen: &seen)
    let keys = ["of"] + Self.choiceKeys
    guard fence.isReadable,
      let fields = fields(fence.yaml, of: "check", at: fence.position, keys: keys)
    else { return nil }
    let subject = subject(in: fields, or: nil)
    guard let choice = choice(fields, over: subject, because: []), let id else { return nil }
    return .check(
      Check(id: id, choice: choice, places: Places(fence.yaml, start: fence.position)))
  }

  /// The id of a block, which no other block of the file has.
  mutating func uniqueID(of fence: Fence, seen: inout [String]) -> String? {
    guard let id = id(of: fence) else { return nil }
    if seen.contains(id) {
      error(at: fence.position, "the id `\(id)` is used twice in this file", "choose another one")
    }
    seen.append(id)
    return id
  }
}

// MARK: - The core's own lines

extension FileReader {
  private mutating func excerpt(_ fence: Fence) -> SourceExcerpt? {
    guard fence.isReadable,
      let fields = fields(
        fence.yaml, of: "source", at: fence.position, keys: ["file", "declaration"])
    else { return nil }
    let file = text("file", in: fields, example: "Clustering/KMeans.swift")
    let declaration = text("declaration", in: fields, example: "func assign")
    guard let file, let declaration else { return nil }
    let sources = surroundings.files.sources
    guard let bytes = sources[file] else {
      error(
        at: fields["file"]?.position ?? fields.position, "the core has no file `\(file)`",
        suggestion(for: file, among: sources.keys.sorted()))
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let excerpt = SourceExcerpt(file: file, declaration: declaration, in: text) else {
      error(
        at: fields["declaration"]?.position ?? fields.position,
        "`\(file)` does not declare `\(declaration)`",
        suggestion(for: declaration, among: SourceExcerpt.declarations(in: text)))
      return nil
    }
    return excerpt
  }
}
