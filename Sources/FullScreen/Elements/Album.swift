// Pictures that were drawn a moment ago. Most keys change everything on a screen but its picture,
// and to draw a million points again for each of them would make the keys slow.

import Charts
import Screen
import Synchronization

final class Album: Sendable {
  private struct Print {
    let chart: Chart
    let size: Size
    let glyphs: GlyphSet
    let lines: [Line]
  }

  private struct Caption {
    let chart: Chart
    let words: String?
  }

  private struct Pages {
    var prints: [Print] = []
    var captions: [Caption] = []
  }

  /// Two pictures beside each other, each in a few sizes while a page is laid out.
  private static let capacity = 8
  private let pages = Mutex(Pages())

  func lines(of chart: Chart, size: Size, glyphs: GlyphSet) -> [Line] {
    let known = pages.withLock { pages in
      pages.prints.first { $0.size == size && $0.glyphs == glyphs && $0.chart == chart }
    }
    if let known { return known.lines }
    let lines = Charts.draw(chart, size: size, glyphs: glyphs).trimmedLines
    pages.withLock { pages in
      pages.prints.insert(
        Print(chart: chart, size: size, glyphs: glyphs, lines: lines), at: 0)
      pages.prints = Array(pages.prints.prefix(Self.capacity))
    }
    return lines
  }

  /// The first sentence about a chart.
  func words(for chart: Chart) -> String? {
    let known = pages.withLock { pages in pages.captions.first { $0.chart == chart } }
    if let known { return known.words }
    let words = Charts.sentences(for: chart).first
    pages.withLock { pages in
      pages.captions.insert(Caption(chart: chart, words: words), at: 0)
      pages.captions = Array(pages.captions.prefix(Self.capacity))
    }
    return words
  }
}

extension Surface {
  /// Without the spaces at their ends.
  fileprivate var trimmedLines: [Line] {
    (0..<height).map { y in
      var line = line(y)
      while let last = line.last, last.text.allSatisfy({ $0 == " " }) { line.removeLast() }
      return line
    }
  }
}
