// Markdown in, values out.
//
// A file goes through four stations, one file of source each:
//
//   bytes → Source           within the limits, UTF-8, cut into lines; front matter set apart
//         → TreeReader       cmark's tree, walked once with a stack of its own
//         → Surroundings     cmark's lines and columns, made those of the file; InlinePlaces
//                            does it inside paragraphs
//         → PlainCharacters  what could steer a terminal becomes U+FFFD
//
// cmark decides what the Markdown means; nothing here parses Markdown. Its tree lives inside
// one function and never leaves it: what comes out are plain values, limited in size and depth,
// that hold no control character but newline and tab.

/// A file of Markdown as a value: its front matter, its blocks, and what is wrong with it.
package struct Document: Sendable, Hashable {
  package var frontMatter: FrontMatter?
  package var blocks: [Block]
  /// What is wrong but could still be read, in the order of the file: control characters
  /// (already replaced by U+FFFD in the document) and fences that are never closed.
  package var mistakes: [Mistake]
}

extension Document {
  /// Reads a file of Markdown. A byte order mark, and line ends of any system, are accepted.
  ///
  /// Throws when it cannot be read at all: too large, not UTF-8, nested too deeply, or with
  /// front matter that never ends.
  package init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(MarkupError) {
    let source = try Source(bytes, limits: limits)
    var reader = TreeReader(source: source, limits: limits)
    let blocks = try reader.read()
    self.init(
      frontMatter: source.frontMatter, blocks: blocks,
      mistakes: (source.mistakes + reader.mistakes).sorted { $0.position < $1.position })
  }

  /// Reads Markdown from a string.
  package init(parsing text: String, limits: Limits = Limits()) throws(MarkupError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }
}
