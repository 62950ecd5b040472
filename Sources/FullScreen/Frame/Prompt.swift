// The line above the keys in which words are typed, and what came of looking for them.

import Screen
import Tutoring
import Wording

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

  /// Says how many hits the page has, and which of them one is at.
  mutating func tell(_ hits: (count: Int, current: Int?), of find: Finding) {
    guard find.current != nil, Pattern(find.words) != nil else { return }
    let here = hits.current.map { "\($0 + 1) of \(hits.count)" } ?? "not on this page"
    let status = "\(here) · whole course: \(counted(find.elsewhere, "place"))"
    tell(status, words: find.words)
  }
}
