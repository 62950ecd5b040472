import CCommonMark

/// Walks cmark's tree once and builds blocks and inlines from it. The walk keeps its own stack,
/// so depth costs memory and never the call stack; past the limit it ends with a mistake.
///
/// The tree belongs to `read()`: strings are copied while it lives, and it is freed there.
struct TreeReader {
  let source: Source
  let limits: Limits
  private(set) var mistakes: [Mistake] = []
  private var open: [Frame] = []

  /// A node that was entered and not yet left, with what its children have become so far.
  private struct Frame {
    let node: OpaquePointer
    let position: Position
    /// The last line of the node, no further than that of the nodes around it.
    let lastLine: Int
    /// How many quotes surround the children: each puts a `>` before their lines.
    let quotes: Int
    /// The column where the first line of the paragraph or heading around an inline starts.
    let textColumn: Int
    var blocks: [Block] = []
    var items: [List.Item] = []
    var inlines: [Inline] = []
  }

  init(source: Source, limits: Limits) {
    self.source = source
    self.limits = limits
  }

  mutating func read() throws(MarkupError) -> [Block] { [] }
}
