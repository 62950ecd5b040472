import CCommonMark

/// A node of cmark's tree, read in Swift's words. It points into the tree: none may outlive
/// `TreeReader.read()`. Strings are copied on the way out.
struct Node: Equatable {
  let pointer: OpaquePointer

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var literal: String { copy(cmark_node_get_literal(pointer)) }
  var destination: String { copy(cmark_node_get_url(pointer)) }
  var title: String { copy(cmark_node_get_title(pointer)) }
  var info: String { copy(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var marker: List.Marker {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? .number(start: Int(cmark_node_get_list_start(pointer))) : .bullet
  }

  /// The iterator enters and leaves the others; a leaf it only enters.
  var isLeaf: Bool {
    switch type {
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK,
      CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  var isQuote: Bool { type == CMARK_NODE_BLOCK_QUOTE }
  var isInline: Bool { type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue }
}

private func copy(_ string: UnsafePointer<CChar>?) -> String {
  string.map { String(cString: $0) } ?? ""
}
