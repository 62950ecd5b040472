// How much of something is done, as squares and in words. Bars below each other are aligned.

import Screen
import Tutoring

func progressBars(_ bars: [Element], in room: Room) -> [Line] {
  let bars = bars.compactMap(Bar.init)
  let widest = bars.map { TextWidth.width(of: $0.label) }.max() ?? 0
  let squares = bars.map(\.cells).max() ?? 0
  let words = bars.map { TextWidth.width(of: $0.words) }.max() ?? 0
  let indent = widest + 2 + squares + 2
  guard indent + words <= room.width else {
    return bars.flatMap { wrapped($0.spans, width: room.width) }
  }
  return bars.map { bar in
    let label: Line = [Span(bar.label)]
    return (label.padded(to: widest + 2) + bar.squares).padded(to: indent)
      + [Span(bar.words, .muted)]
  }
}

private struct Bar {
  /// More parts than this are shown in proportion.
  private static let widest = 12

  let label: String
  let words: String
  let filled: Int
  let cells: Int

  init?(_ element: Element) {
    guard case .progress(let label, let filled, let total, let words) = element else { return nil }
    self.label = label
    self.words = words
    cells = min(max(0, total), Self.widest)
    let done = min(max(0, filled), max(0, total))
    guard total > Self.widest else {
      self.filled = done
      return
    }
    // Neither begun nor done may be lost in rounding.
    let share = Int(Double(done) / Double(total) * Double(cells))
    self.filled = done > 0 ? max(1, share) : 0
  }

  var squares: Line {
    [
      Span(String(repeating: "■", count: filled), .accent),
      Span(String(repeating: "□", count: cells - filled), .muted),
    ]
  }

  var spans: [Span] {
    [Span(label + "  ")] + squares + [Span("  " + words, .muted)]
  }
}
