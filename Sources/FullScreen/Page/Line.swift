// A line of a page: runs of styled text, no wider than its column.

import Screen

typealias Line = [Span]

extension Line {
  var width: Int { reduce(0) { $0 + TextWidth.width(of: $1.text) } }

  /// The line after so many spaces.
  func indented(by columns: Int) -> Line {
    columns > 0 && !isEmpty ? [Span(String(repeating: " ", count: columns))] + self : self
  }

  /// The line with the spaces that bring it to `width` cells.
  func padded(to width: Int) -> Line {
    let missing = width - self.width
    return missing > 0 ? self + [Span(String(repeating: " ", count: missing))] : self
  }

  /// The line behind the spaces that bring it to `width` cells.
  func rightAligned(in width: Int) -> Line {
    indented(by: width - self.width)
  }

  func styled(_ change: (inout Style) -> Void) -> Line {
    map { span in
      var span = span
      change(&span.style)
      return span
    }
  }

  var bold: Line { styled { $0.bold = true } }
}

extension Surface {
  /// A row of cells as a line.
  func line(_ y: Int) -> Line {
    var line: Line = []
    for x in 0..<width {
      guard let cell = self[x, y], let character = cell.character else { continue }
      if let last = line.indices.last, line[last].style == cell.style {
        line[last].text.append(character)
      } else {
        line.append(Span(String(character), cell.style))
      }
    }
    return line
  }
}

/// A line of one repeated character.
func rule(_ width: Int, _ character: Character = "─") -> Span {
  Span(String(repeating: character, count: max(0, width)), .muted)
}
