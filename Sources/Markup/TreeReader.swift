import CCommonMark

/// Walks cmark's tree once and builds blocks and inlines from it. The walk keeps its own stack,
/// so depth costs memory and never the call stack; past the limit it ends with a mistake.
struct TreeReader {
  private let source: Source
  private let limits: Limits
  private(set) var mistakes: [Mistake] = []
  private var open: [Frame] = []
  /// Of the paragraph or heading that is being read.
  private var places = InlinePlaces(from: Position(line: 1, column: 1), quotes: 0)

  /// A node that was entered and not yet left, with what its children have become so far.
  private struct Frame {
    let surroundings: Surroundings
    var blocks: [Block] = []
    var items: [List.Item] = []
    var inlines: [Inline] = []
  }

  init(source: Source, limits: Limits) {
    self.source = source
    self.limits = limits
  }

  /// The blocks of the document. The tree belongs to this function: strings are copied while it
  /// lives, and it is freed here.
  mutating func read() throws(MarkupError) -> [Block] {
    // Without SOURCEPOS, line ends inside code spans and raw HTML are not counted.
    let root = source.body.withUnsafeBytes {
      cmark_parse_document(
        $0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count, CMARK_OPT_SOURCEPOS)
    }
    guard let root else { return [] }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }

    open = [Frame(surroundings: .page(of: source))]
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { break }
      if pointer != root { try visit(Node(pointer: pointer), event) }
    }
    return open.last?.blocks ?? []
  }

  private mutating func visit(_ node: Node, _ event: cmark_event_type) throws(MarkupError) {
    if event == CMARK_EVENT_EXIT {
      leave(node)
    } else if node.isLeaf {
      addLeaf(node)
    } else {
      try enter(node)
    }
  }

  private var surroundings: Surroundings {
    open.last?.surroundings ?? .page(of: source)
  }

  private mutating func enter(_ node: Node) throws(MarkupError) {
    let inside = inside(of: node)
    guard open.count <= limits.depth else {
      let tooDeep = Mistake(.nestedTooDeeply(limit: limits.depth), at: inside.position)
      throw MarkupError(source.mistakes + mistakes + [tooDeep])
    }
    open.append(Frame(surroundings: inside))
  }

  private mutating func inside(of node: Node) -> Surroundings {
    if node.isInline { return surroundings.entering(inlineAt: position(of: node)) }
    let inside = surroundings.entering(node, source: source)
    places = InlinePlaces(from: inside.position, quotes: inside.quotes)
    return inside
  }

  private mutating func position(of inline: Node) -> Position {
    surroundings.position(ofInline: inline, places: &places, source: source)
  }

  private mutating func leave(_ node: Node) {
    guard open.count > 1, let frame = open.popLast() else { return }
    if node.type == CMARK_NODE_ITEM {
      let (start, end) = (frame.surroundings.position, frame.surroundings.end)
      open[open.count - 1].items.append(List.Item(blocks: frame.blocks, position: start, end: end))
    } else if let kind = blockKind(of: node, around: frame) {
      add(Block(kind, from: frame.surroundings.position, to: frame.surroundings.end))
    } else if let kind = inlineKind(of: node, around: frame) {
      // A link that spans lines is placed by cmark on its last line; its words know better.
      let place = frame.inlines.first.map { min($0.position, frame.surroundings.position) }
      add(Inline(kind, at: place ?? frame.surroundings.position))
    }
  }

  private func blockKind(of node: Node, around frame: Frame) -> Block.Kind? {
    switch node.type {
    case CMARK_NODE_HEADING: .heading(level: node.headingLevel, frame.inlines)
    case CMARK_NODE_PARAGRAPH: .paragraph(frame.inlines)
    case CMARK_NODE_BLOCK_QUOTE: .quote(frame.blocks)
    case CMARK_NODE_LIST:
      .list(List(marker: node.marker, isTight: node.isTight, items: frame.items))
    default: nil
    }
  }

  private mutating func inlineKind(of node: Node, around frame: Frame) -> Inline.Kind? {
    let place = frame.surroundings.position
    switch node.type {
    case CMARK_NODE_EMPH: return .emphasis(frame.inlines)
    case CMARK_NODE_STRONG: return .strong(frame.inlines)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let target = plain(node.destination, at: place)
      let title = plain(node.title, at: place)
      return node.type == CMARK_NODE_LINK
        ? .link(destination: target, title: title, frame.inlines)
        : .image(source: target, title: title, alternative: frame.inlines)
    default: return nil
    }
  }

  private mutating func addLeaf(_ node: Node) {
    if node.isInline {
      let place = position(of: node)
      if let kind = leafKind(of: node, at: place) { add(Inline(kind, at: place)) }
    } else {
      let place = surroundings.entering(node, source: source)
      let kind = leafBlockKind(of: node, at: place.position)
      add(Block(kind, from: place.position, to: place.end))
    }
  }

  private mutating func leafKind(of node: Node, at place: Position) -> Inline.Kind? {
    switch node.type {
    case CMARK_NODE_TEXT: .text(plain(node.literal, at: place))
    case CMARK_NODE_CODE: .code(plain(node.literal, at: place))
    case CMARK_NODE_HTML_INLINE: .html(plain(node.literal, at: place))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    default: nil
    }
  }

  private mutating func leafBlockKind(of node: Node, at place: Position) -> Block.Kind {
    switch node.type {
    case CMARK_NODE_CODE_BLOCK: .code(codeBlock(of: node, at: place))
    case CMARK_NODE_HTML_BLOCK: .html(plain(node.literal, at: place))
    default: .thematicBreak
    }
  }

  private mutating func codeBlock(of node: Node, at place: Position) -> CodeBlock {
    var code = CodeBlock(
      info: plain(node.info, at: place), text: node.literal,
      noticedEndOn: node.endLine + source.linesBeforeBody, at: place, in: surroundings,
      source: source)
    code.text = plain(code.text, at: code.contentPosition)
    if !code.isClosed { report(Mistake(.unclosedFence, at: place)) }
    return code
  }

  /// A string as it may leave. Control characters that stand in the file are listed already;
  /// one that came out of a character reference is listed here.
  private mutating func plain(_ text: String, at place: Position) -> String {
    guard let control = text.unicodeScalars.first(where: \.isControl) else { return text }
    let isListed = source.mistakes.contains { $0.kind == .controlCharacter(control) }
    if !isListed { report(Mistake(.controlCharacter(control), at: place)) }
    return plainCharacters(of: text)
  }

  private mutating func report(_ mistake: Mistake) {
    if mistakes.count < limits.mistakes { mistakes.append(mistake) }
  }

  private mutating func add(_ block: Block) { open[open.count - 1].blocks.append(block) }
  private mutating func add(_ inline: Inline) { open[open.count - 1].inlines.append(inline) }
}
