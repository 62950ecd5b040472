// Words that are looked for, where they stand in laid-out lines. They are looked for in what is
// seen, so a break between two lines parts no words, and nothing that is hidden can be found.

import Screen
import Tutoring

/// One place where the words stand: cells of one line, or of two and more where they are broken.
struct Hit {
  struct Piece {
    var line: Int
    var cells: Range<Int>
  }

  var pieces: [Piece]
  /// The characters next to it.
  let before: String
  let after: String

  var lines: Range<Int> {
    (pieces.first?.line ?? 0)..<(pieces.last?.line ?? 0) + 1
  }

  func moved(right: Int, down: Int) -> Hit {
    Hit(
      pieces: pieces.map {
        Piece(line: $0.line + down, cells: $0.cells.shifted(by: right))
      }, before: before, after: after)
  }
}

extension [Hit] {
  /// The one that has the same words around it; where several have, the one nearest in number.
  func nearest(to spot: Finding.Spot) -> Int? {
    let fitting = indices.compactMap { index in
      spot.agreement(before: self[index].before, after: self[index].after).map { (index, $0) }
    }
    return fitting.max { one, other in
      (one.1, -abs(one.0 - spot.number)) < (other.1, -abs(other.0 - spot.number))
    }?.0
  }
}

extension Column {
  /// The column with the places where the pattern stands.
  func finding(_ pattern: Pattern) -> Column {
    var cells: [(line: Int, x: Int, width: Int)] = []
    var characters: [Character] = []
    for (index, line) in lines.enumerated() {
      var x = 0
      for glyph in line.flatMap({ TextWidth.glyphs(of: $0.text) }) {
        cells.append((index, x, glyph.width))
        characters.append(glyph.character)
        x += glyph.width
      }
      // A free line ends a paragraph: no words go on behind it.
      cells.append((index, x, 0))
      characters.append(line.isEmpty ? "\u{0}" : " ")
    }
    var found = self
    let text = SearchText(characters)
    found.hits = pattern.matches(in: text).map { match in
      let around = text.surroundings(of: match)
      return Hit(
        pieces: Self.pieces(of: cells[match]), before: around.before, after: around.after)
    }
    return found
  }

  private static func pieces(
    of cells: ArraySlice<(line: Int, x: Int, width: Int)>
  ) -> [Hit.Piece] {
    cells.reduce(into: []) { pieces, cell in
      guard cell.width > 0 else { return }
      if let last = pieces.indices.last, pieces[last].line == cell.line {
        pieces[last].cells = pieces[last].cells.lowerBound..<cell.x + cell.width
      } else {
        pieces.append(Hit.Piece(line: cell.line, cells: cell.x..<cell.x + cell.width))
      }
    }
  }

  /// Marks are told by more than colour: underlined, and the current one in reverse.
  mutating func mark(_ hit: Hit, isCurrent: Bool) {
    for piece in hit.pieces where lines.indices.contains(piece.line) {
      lines[piece.line] = lines[piece.line].styled(in: piece.cells) { style in
        style.bold = true
        style.underline = true
        style.reverse = isCurrent
      }
    }
  }
}

extension Line {
  /// The line with another style in some of its cells.
  fileprivate func styled(in cells: Range<Int>, _ change: (inout Style) -> Void) -> Line {
    var line: Line = []
    var x = 0
    for span in self {
      for glyph in TextWidth.glyphs(of: span.text) {
        var style = span.style
        if cells.contains(x) { change(&style) }
        if let last = line.indices.last, line[last].style == style {
          line[last].text.append(glyph.character)
        } else {
          line.append(Span(String(glyph.character), style))
        }
        x += glyph.width
      }
    }
    return line
  }
}
