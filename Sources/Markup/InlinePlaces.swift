/// The places of the inlines of one paragraph or heading, taken in the order of the text.
///
/// Past the first line cmark counts columns as though every line started where the first one
/// does: indentation and quote marks are put back. And it forgets some line ends: after a
/// backslash at the end of a line, and inside a link's destination or title, it goes on counting
/// columns on the line before. Such a column lies past the end of its line, which gives the lost
/// line back; later lines of the paragraph are behind by as many.
///
/// Every step goes on from the one before, so a paragraph costs its length and no more.
struct InlinePlaces {
  /// Where the text starts, and how many quotes put a `>` before each of its lines.
  let start: Position
  let quotes: Int
  private var line: ReportedLine
  /// A link that spans lines is reported on its last one, then its words on the line before.
  private var lineBefore: ReportedLine?

  /// A line as cmark numbers it, and where it has led so far.
  private struct ReportedLine {
    let number: Int
    /// The true line reached, and what makes cmark's columns those of that line.
    var reached: Int
    var shift: Int
    var lastColumn = 0
  }

  init(from start: Position, quotes: Int) {
    self.start = start
    self.quotes = quotes
    line = ReportedLine(number: start.line, reached: start.line, shift: 0)
  }

  /// The place in the file of what cmark reports at `reported`.
  mutating func place(of reported: Position, in source: Source) -> Position {
    turn(to: reported, in: source)
    line.lastColumn = reported.column
    var length = source.line(line.reached).count
    while reported.column + line.shift > length + 1, line.reached < source.lines.count {
      line.reached += 1
      line.shift += source.columnOfText(onLine: line.reached, quotes: quotes) - (length + 2)
      length = source.line(line.reached).count
    }
    let place = Position(line: line.reached, column: reported.column + line.shift)
    return source.clamped(place)
  }

  /// The last line reached by what cmark reports on a line.
  func lineReached(from number: Int) -> Int {
    number == line.number ? line.reached : number + (line.reached - line.number)
  }

  private mutating func turn(to reported: Position, in source: Source) {
    if reported.line == line.number, reported.column >= line.lastColumn { return }
    if reported.line < line.number, let lineBefore, lineBefore.number == reported.line {
      line = lineBefore
      return
    }
    if reported.line > line.number { lineBefore = line }
    let reached = lineReached(from: reported.line)
    let isFirst = reached <= start.line
    let indent = isFirst ? start.column : source.columnOfText(onLine: reached, quotes: quotes)
    line = ReportedLine(number: reported.line, reached: reached, shift: indent - start.column)
  }
}
