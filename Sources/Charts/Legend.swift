import Screen

// The line below a plot that says what its marks mean.

struct Legend {
  struct Item {
    let mark: Character
    let style: Style
    /// What the mark looks like where it is not a character.
    let shape: Shape
    var text: String
    /// Of the shape, if it is not that of the mark.
    var ink: Ink?

    var width: Int { TextWidth.width(of: text) + 2 }
    var spans: [Span] { [Span(String(mark), style), Span(" " + text)] }
  }

  static let none = Legend([], row: 0, left: 0, width: 0)

  private static let gap = 2

  let row: Int
  /// The items with the column where each begins.
  let items: [(column: Int, item: Item)]

  /// As many items as there is room for, below the plot if they fit there.
  init(_ items: [Item], row: Int, left: Int, width: Int, ellipsis: String = "") {
    var column = Self.width(of: items) + left <= width ? left : 0
    self.row = row
    self.items = items.compactMap { item in
      var item = item
      item.text = TextWidth.fitting(item.text, max(0, width - column - 2), ellipsis: ellipsis)
      guard !item.text.isEmpty else { return nil }
      defer { column += item.width + Self.gap }
      return (column, item)
    }
  }

  static func width(of items: [Item]) -> Int {
    items.reduce(-gap) { $0 + $1.width + gap }
  }

  func draw(on surface: inout Surface) {
    for (column, item) in items { surface.write(item.spans, at: column, row) }
  }
}
