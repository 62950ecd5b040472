// A grid of cells that views draw into. It knows no terminal: a test compares its text, and
// the terminal draws it. Whatever lies outside is cut off, so a view never has to measure
// before it draws, and no text that comes in can trap or reach a cell as a control character.

package struct Cell: Sendable, Hashable {
  /// What is drawn; nil in the second cell of a wide character.
  package let character: Character?
  package var style: Style

  package static let blank = Cell(character: " ", style: .plain)
}

package struct Surface: Sendable, Equatable {
  /// Larger than any terminal; keeps a nonsensical size from filling the memory.
  private static let largestSide = 2000

  package let size: Size
  private var cells: [Cell]

  package init(width: Int, height: Int) {
    self.init(Size(width: width, height: height))
  }

  package init(_ size: Size) {
    self.size = Size(
      width: min(size.width, Self.largestSide), height: min(size.height, Self.largestSide))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  package var width: Int { size.width }
  package var height: Int { size.height }
  package var bounds: Rect { Rect(size) }

  /// The cell at a place, or nil outside.
  package subscript(x: Int, y: Int) -> Cell? {
    bounds.contains(x, y) ? cells[y * width + x] : nil
  }
}

// MARK: - Drawing

extension Surface {
  /// Writes one line of text and returns the column after it. What falls outside `clip`
  /// (or outside the surface) is cut; a wide character that is cut in half becomes a space.
  @discardableResult
  package mutating func write(
    _ text: String, at x: Int, _ y: Int, _ style: Style = .plain, in clip: Rect? = nil
  ) -> Int {
    let clip = (clip ?? bounds).intersection(bounds)
    var column = x
    for glyph in TextWidth.glyphs(of: text) {
      put(glyph, at: column, y, style, in: clip)
      column += glyph.width
    }
    return column
  }

  @discardableResult
  package mutating func write(
    _ spans: [Span], at x: Int, _ y: Int, in clip: Rect? = nil
  ) -> Int {
    spans.reduce(x) { column, span in
      write(span.text, at: column, y, span.style, in: clip)
    }
  }

  /// Writes lines below each other, as far as they fit; returns the row after the last.
  @discardableResult
  package mutating func write(lines: [[Span]], in rect: Rect) -> Int {
    let shown = lines.prefix(rect.height)
    for (row, line) in shown.enumerated() {
      write(line, at: rect.x, rect.y + row, in: rect)
    }
    return rect.y + shown.count
  }

  /// Fills a rectangle with a character one cell wide.
  package mutating func fill(
    _ rect: Rect, with character: Character = " ", _ style: Style = .plain
  ) {
    let rect = rect.intersection(bounds)
    guard let glyph = TextWidth.glyphs(of: String(character)).first, glyph.width == 1 else {
      return
    }
    for y in rect.y..<rect.endY {
      for x in rect.x..<rect.endX { put(glyph, at: x, y, style, in: rect) }
    }
  }

  /// Lays another surface onto this one, its top left corner at `x`, `y`.
  package mutating func draw(_ other: Surface, at x: Int, _ y: Int) {
    for row in 0..<other.height {
      for column in 0..<other.width {
        guard let cell = other[column, row], let character = cell.character else { continue }
        let isWide = column + 1 < other.width && other[column + 1, row]?.character == nil
        let glyph = Glyph(character: character, width: isWide ? 2 : 1)
        put(glyph, at: x + column, y + row, cell.style, in: bounds)
      }
    }
  }

  private mutating func put(
    _ glyph: Glyph, at x: Int, _ y: Int, _ style: Style, in clip: Rect
  ) {
    guard y >= clip.y, y < clip.endY, x + glyph.width > clip.x, x < clip.endX else { return }
    let isWhole = x >= clip.x && x + glyph.width <= clip.endX
    for column in max(x, clip.x)..<min(x + glyph.width, clip.endX) {
      splitWideCharacter(at: column, y)
      let character: Character? = !isWhole ? " " : column == x ? glyph.character : nil
      cells[y * width + column] = Cell(character: character, style: style)
    }
  }

  /// Before one half of a wide character is overwritten, the other half becomes a space.
  private mutating func splitWideCharacter(at x: Int, _ y: Int) {
    let here = y * width + x
    if cells[here].character == nil, x > 0 {
      cells[here - 1] = Cell(character: " ", style: cells[here - 1].style)
    }
    if x + 1 < width, cells[here + 1].character == nil {
      cells[here + 1] = Cell(character: " ", style: cells[here + 1].style)
    }
  }
}
