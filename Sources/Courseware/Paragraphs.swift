// Texts of a document, each paragraph on its own.

import Markup

extension Block {
  /// The texts of this block and the blocks inside, each on its own.
  var paragraphs: [String] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): [inlines.plainText]
    case .quote, .list: children.flatMap(\.paragraphs)
    case .code, .thematicBreak, .html: []
    }
  }
}

extension Writing {
  /// The model answer as a learner would type it.
  package var modelText: String { model.flatMap(\.paragraphs).joined(separator: "\n\n") }
}
