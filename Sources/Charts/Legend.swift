import Screen

// The lines below a plot that say what its marks mean.

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

  /// The items with the column and the row where each begins.
  let items: [(column: Int, row: Int, item: Item)]

  /// As many items as there is room for in some lines, below the plot if they fit there.
  ///
  /// - Parameter row: The first of the lines.
  init(
    _ items: [Item], row: Int, left: Int, width: Int, lines: Int = 1, ellipsis: String = ""
  ) {
    let start = Self.width(of: items) + left <= width ? left : 0
    let places = Self.places(of: items, from: start, width: width)
    self.items = zip(items, places).compactMap { item, place in
      var item = item
      item.text = TextWidth.fitting(
        item.text, max(0, width - place.column - 2), ellipsis: ellipsis)
      return place.line >= lines || item.text.isEmpty ? nil : (place.column, row + place.line, item)
    }
  }

  /// The row below the last item.
  var endRow: Int { (items.map(\.row).max() ?? -1) + 1 }

  /// Where each item stands when as many as fit share a line.
  private static func places(
    of items: [Item], from start: Int, width: Int
  ) -> [(column: Int, line: Int)] {
    var (column, line) = (start, 0)
    return items.map { item in
      if column > start, column + item.width > width { (column, line) = (start, line + 1) }
      defer { column += item.width + gap }
      return (column, line)
    }
  }

  /// How many lines items take.
  static func lines(of items: [Item], width: Int) -> Int {
    (places(of: items, from: 0, width: width).last?.line ?? 0) + 1
  }

  static func width(of items: [Item]) -> Int {
    items.reduce(-gap) { $0 + $1.width + gap }
  }

  func draw(on surface: inout Surface) {
    for (column, row, item) in items { surface.write(item.spans, at: column, row) }
  }
}
