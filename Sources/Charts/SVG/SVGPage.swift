import Screen

// A drawing in SVG, laid out on the same grid of cells as the screen: a cell is 8 by 16, and a
// place in cells becomes a place on the page. Words stand where they stand on the screen; lines,
// bars and points are as fine as the page allows.

struct SVGPage {
  static let cell = (width: 8.0, height: 16.0)
  private static let margin = 14.0
  private static let fontSize = 13.0

  let background: Background
  private(set) var body = ""

  init(background: Background) {
    self.background = background
  }

  /// The cells of a page of so many pixels.
  static func size(width: Int, height: Int) -> Size {
    Size(
      width: Int((Double(width) - 2 * margin) / cell.width),
      height: Int((Double(height) - 2 * margin) / cell.height))
  }

  static func height(rows: Int) -> Int {
    Int(2 * margin + Double(min(rows, 1000)) * cell.height)
  }

  private func x(_ place: Double) -> Double { Self.margin + (place + 0.5) * Self.cell.width }
  private func y(_ place: Double) -> Double { Self.margin + (place + 0.5) * Self.cell.height }
  private func point(_ place: Place) -> String { "\(decimal(x(place.x))) \(decimal(y(place.y)))" }
  private func hex(_ ink: Ink) -> String { ink.colour(on: background).hex }

  private mutating func add(_ element: String) { body += element + "\n" }
}

// MARK: - Lines, bars and marks

extension SVGPage {
  mutating func line(
    _ places: [Place], _ ink: Ink, width: Double = 1, isDashed: Bool = false, opacity: Double = 1,
    name: String? = nil
  ) {
    guard places.count > 1 else { return }
    lines([places], ink, width: width, isDashed: isDashed, opacity: opacity, name: name)
  }

  /// Several lines of one kind.
  mutating func lines(
    _ lines: [[Place]], _ ink: Ink, width: Double = 1, isDashed: Bool = false,
    opacity: Double = 1, name: String? = nil
  ) {
    let path = lines.map { "M" + $0.map(point).joined(separator: "L") }.joined()
    guard !path.isEmpty else { return }
    add(
      "<path\(attribute("class", name)) d=\"\(path)\" fill=\"none\" stroke=\"\(hex(ink))\" "
        + "stroke-width=\"\(decimal(width))\" stroke-linejoin=\"round\""
        + (isDashed ? " stroke-dasharray=\"4 3\"" : "")
        + (opacity < 1 ? " opacity=\"\(decimal(opacity))\"" : "") + "/>")
  }

  /// A filled rectangle between two of its corners.
  mutating func box(from a: Place, to b: Place, _ ink: Ink) {
    let (left, right) = (x(min(a.x, b.x)), x(max(a.x, b.x)))
    let (top, bottom) = (y(min(a.y, b.y)), y(max(a.y, b.y)))
    guard (right - left).isFinite, (bottom - top).isFinite else { return }
    add(
      "<rect x=\"\(decimal(left))\" y=\"\(decimal(top))\" "
        + "width=\"\(decimal(max(0.5, right - left)))\" "
        + "height=\"\(decimal(max(0.5, bottom - top)))\" fill=\"\(hex(ink))\"/>")
  }

  /// Marks of one kind. They are one path, so that a thousand of them stay small.
  mutating func marks(
    _ places: [Place], _ shape: Shape, radius: Double, _ ink: Ink, name: String,
    opacity: Double = 1
  ) {
    guard !places.isEmpty else { return }
    let outline = shape.path(radius: radius)
    let path = places.map { "M\(point($0))\(outline)" }.joined()
    let paper = background.colour.hex
    let (fill, stroke) = shape.isHollow ? (paper, hex(ink)) : (hex(ink), paper)
    add(
      "<path class=\"\(name)\" d=\"\(path)\" fill=\"\(fill)\" stroke=\"\(stroke)\" "
        + "stroke-width=\"\(shape.isHollow ? "1.5" : radius < 2.5 ? "0" : "0.6")\""
        + (opacity < 1 ? " fill-opacity=\"\(decimal(opacity))\"" : "") + "/>")
  }

  private func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
  }
}

// MARK: - Words

extension SVGPage {
  /// A letter on a mark, in the colour of the paper, or beside one, with a rim of paper.
  mutating func letter(
    _ text: String, at place: Place, onInk: Bool, ink: Ink = .plain, size: Double
  ) {
    let paper = background.colour.hex
    let look =
      onInk
      ? "fill=\"\(paper)\""
      : "fill=\"\(hex(ink))\" stroke=\"\(paper)\" stroke-width=\"3\" paint-order=\"stroke\""
    add(
      "<text x=\"\(decimal(x(place.x)))\" y=\"\(decimal(y(place.y) + size * 0.35))\" "
        + "text-anchor=\"middle\" font-size=\"\(decimal(size))\" font-weight=\"bold\" \(look)>"
        + "\(escaped(text))</text>")
  }

  /// Everything that is written on a surface, each run of words where it stands there.
  mutating func words(of surface: Surface) {
    for row in 0..<surface.height {
      for run in surface.runs(inRow: row) {
        add(
          text(
            run.text, width: run.width, at: Place(Double(run.column), Double(row)), run.style))
      }
    }
  }

  /// Words whose first character stands at a place.
  mutating func words(_ text: String, at place: Place, _ style: Style) {
    add(self.text(text, width: TextWidth.width(of: text), at: place, style))
  }

  private func text(_ text: String, width: Int, at place: Place, _ style: Style) -> String {
    let baseline = y(place.y) + Self.fontSize * 0.35
    let left = x(place.x) - Self.cell.width / 2
    return "<text x=\"\(decimal(left))\" y=\"\(decimal(baseline))\" "
      + "textLength=\"\(decimal(Double(width) * Self.cell.width))\" "
      + "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(hex(style.foreground))\""
      + (style.bold ? " font-weight=\"bold\"" : "") + ">\(escaped(text))</text>"
  }

  /// The legend: a letter keeps its place and has its shape before it; any other mark is
  /// replaced by its shape.
  mutating func legend(_ legend: Legend, width: Int) {
    var words = Surface(width: width, height: legend.endRow)
    for (column, row, item) in legend.items {
      let isLetter = item.mark.isLetter
      let place = Place(Double(isLetter ? column - 1 : column), Double(row))
      marks([place], item.shape, radius: 3.5, item.ink ?? item.style.foreground, name: "legend")
      words.write(
        isLetter ? item.spans : [Span(item.text)], at: isLetter ? column : column + 2, row)
    }
    self.words(of: words)
  }
}

/// Words that stand together in one style.
private struct Run {
  let column: Int
  var width: Int
  var text: String
  let style: Style
}

extension Surface {
  /// Two spaces part one run from the next.
  fileprivate func runs(inRow row: Int) -> [Run] {
    var runs: [Run] = []
    var spaces = 2
    for column in 0..<width {
      guard let cell = self[column, row] else { continue }
      guard let character = cell.character else {
        if !runs.isEmpty { runs[runs.count - 1].width += 1 }
        continue
      }
      if character == " " {
        spaces += 1
      } else if spaces < 2, let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text += String(repeating: " ", count: spaces) + String(character)
        runs[runs.count - 1].width += spaces + 1
        spaces = 0
      } else {
        runs.append(Run(column: column, width: 1, text: String(character), style: cell.style))
        spaces = 0
      }
    }
    return runs
  }
}
