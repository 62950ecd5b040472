// The line above the keys in which words are typed, and what came of looking for them.

import Screen
import Tutoring

struct Prompt {
  let line: Line
  /// Where the text cursor stands in it.
  let caret: Int

  /// Nil where no line is asked for. A text that is too long shows its end.
  init?(_ input: InputMode, width: Int) {
    guard case .line(let label, let draft) = input else { return nil }
    let before = String(draft.text.prefix(draft.cursor))
    let room = max(8, width - TextWidth.width(of: label) - 1)
    var shown = Substring(before)
    while TextWidth.width(of: String(shown)) > room { shown.removeFirst() }
    let rest = String(draft.text.dropFirst(draft.cursor))
    let text = String(shown) + rest
    line = [Span(label, .accent), Span(TextWidth.fitting(text, room), .bold)]
    caret = TextWidth.width(of: label) + TextWidth.width(of: String(shown))
  }
}

extension Frame {
  /// Where the terminal shows its cursor while a line is typed.
  var caret: (x: Int, y: Int)? {
    prompt.map { (x: 1 + $0.caret, y: body.endY) }
  }

  /// Says which hit one is at, and of a hit that the page does not show what stands around it.
  mutating func tell(_ find: Finding, isSeen: Bool) {
    guard let status = find.status else { return }
    let around = isSeen ? nil : find.spot.map { " · \($0.excerpt)" }
    tell(status + (around ?? ""), words: find.words)
  }
}
