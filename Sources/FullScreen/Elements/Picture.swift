// A chart, and below it the sentence that is computed from the same values.

import Charts
import Screen
import Tutoring

/// A plot in as many lines as it is given, within what a plot can use.
func picture(of chart: Chart, lines: Int, in room: Room) -> [Line] {
  let width = min(room.width, Room.widestPicture)
  let size = Size(width: width, height: height(of: chart, lines: lines, width: width))
  return room.album.lines(of: chart, size: size, glyphs: room.glyphs)
}

/// Bars write every figure beside themselves; only a label that was cut has to be said.
func sentence(of chart: Chart, in room: Room) -> [Line] {
  if case .bars(let bars) = chart {
    let widest = bars.bars.map { TextWidth.width(of: $0.label) }.max() ?? 0
    if widest <= min(room.width, Room.widestPicture) / 3 { return [] }
  }
  guard let sentence = room.album.words(for: chart) else { return [] }
  return wrapped([Span(sentence, .muted)], width: room.textWidth)
}

private func height(of chart: Chart, lines: Int, width: Int) -> Int {
  if case .bars(let bars) = chart { return bars.bars.count + (bars.title.isEmpty ? 0 : 1) }
  // A cell is about twice as high as it is wide: beyond this a plot is a tower.
  return max(Chart.leastHeight, min(lines, max(16, width * 2 / 5)))
}

extension Chart {
  static let leastHeight = 8
  /// With eight rows of points, besides axes, numbers and legend.
  static let goodHeight = 12

  var isFlexible: Bool {
    if case .bars = self { false } else { true }
  }
}
