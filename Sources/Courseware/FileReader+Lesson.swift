// A lesson or a walkthrough: pages of prose with plots, questions and excerpts inside.

import Markup

extension FileReader {
  mutating func lesson(_ document: Document, id: String, needsID: Bool) -> Reading? {
    let (opening, sections) = sections(document.blocks)
    rejectOpening(opening, of: "page")
    if sections.isEmpty {
      error(at: .start, "the text has no pages", "start each page with a line `## Title`")
    }
    var seen: [String] = []
    let pages = sections.map { page($0, seen: &seen) }
    guard let fields = frontMatter(document.frontMatter, keys: Self.commonKeys),
      let particulars = particulars(fields, knownID: needsID ? nil : id)
    else { return nil }
    return Reading(
      id: id, title: particulars.title, level: particulars.level, minutes: particulars.minutes,
      concepts: particulars.concepts, pages: pages)
  }

  private mutating func page(_ section: Section, seen: inout [String]) -> Page {
    var passages: [Passage] = []
    for element in section.elements {
      if let passage = passage(element, seen: &seen) { passages.append(passage) }
    }
    let isEmpty = section.elements.allSatisfy { element in
      if case .fence(let fence) = element { return fence.word == .experiment }
      return false
    }
    if isEmpty {
      error(at: section.position, "the page `\(section.title)` is empty", "write it, or remove it")
    }
    return Page(title: section.title, passages: passages)
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
    return .check(Check(id: id, choice: choice))
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
