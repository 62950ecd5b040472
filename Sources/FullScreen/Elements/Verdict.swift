// What a run said about an answer: a mark, a headline, and the reasons below it.

import Screen
import Tutoring

func verdict(
  _ element: Element, _ headline: String, _ tone: Tone, _ lines: [String], in room: Room
) -> Column {
  let head = hanging(
    [Span(tone.mark, tone.style)], [Span(headline, tone.style)], indent: 2, room.textWidth)
  let reasons = lines.flatMap { line in
    // What belongs to one reason stands further in than where the next one begins.
    wrapped([Span(line)], width: room.textWidth - 2, hangingIndent: 2).map { $0.indented(by: 2) }
  }
  var column = Column(head + reasons)
  column.verdicts = [Column.Landmark(lines: 0..<column.lines.count, element: element)]
  return column
}

extension Tone {
  fileprivate var mark: String {
    switch self {
    case .good: "✓"
    case .partial: "~"
    case .bad: "✗"
    case .neutral: "·"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .good: Style(.good, bold: true)
    case .partial: Style(.warning, bold: true)
    case .bad: Style(.bad, bold: true)
    case .neutral: .bold
    }
  }
}
