/// Line ends that cmark forgot within one paragraph: after a backslash at the end of a line, and
/// inside a link's destination or title, it keeps counting columns on the line before. Such a
/// column lies past the end of its line, which gives the lost line back; later lines in the
/// same paragraph stay behind by as many.
struct LineDrift {
  private var reported = 0
  private var before = 0
  private var here = 0

  /// The true line on which a line that cmark reports starts.
  mutating func line(reported line: Int) -> Int {
    if line > reported {
      (before, here) = (before + here, 0)
      reported = line
    }
    return line + before
  }

  /// The last line reached so far on a reported line.
  func lastLine(reported line: Int) -> Int {
    line == reported ? line + before + here : line + before
  }

  /// The place moved on to the line where its column lies.
  mutating func carry(_ place: Position, quotes: Int, source: Source) -> Position {
    var place = place
    var lost = 0
    while place.column > source.line(place.line).count + 1, place.line < source.lines.count {
      place.column -= source.line(place.line).count + 2
      place.line += 1
      place.column += source.columnOfText(onLine: place.line, quotes: quotes)
      lost += 1
    }
    here = max(here, lost)
    return place
  }
}
