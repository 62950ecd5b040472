package import Screen

// The three ways out of a description: cells, sentences, plain lines.

/// Draws a chart into a surface of the given size. A plot needs about 20 by 6 cells; in less
/// room the chart is told in words instead.
package func draw(_ chart: Chart, size: Size, glyphs: GlyphSet = .unicode) -> Surface {
  switch chart {
  case .bars(let chart) where size.width >= 20: chart.draw(size: size, glyphs: glyphs)
  case .scatter(let chart) where isRoomForAxes(size): chart.draw(size: size, glyphs: glyphs)
  case .line(let chart) where isRoomForAxes(size): chart.draw(size: size, glyphs: glyphs)
  case .dendrogram(let chart) where isRoomForAxes(size): chart.draw(size: size, glyphs: glyphs)
  default: words(for: chart, size: size)
  }
}

/// The chart in computed sentences, for those who cannot see it or want to be sure.
package func sentences(for chart: Chart) -> [String] {
  switch chart {
  case .scatter(let chart): chart.sentences
  case .dendrogram(let chart): chart.sentences
  case .line(let chart): chart.sentences
  case .bars(let chart): chart.sentences
  }
}

/// The figures of the chart, one fact a line, without boxes and without drawing.
package func plainLines(for chart: Chart) -> [String] {
  switch chart {
  case .scatter(let chart): chart.plainLines
  case .dendrogram(let chart): chart.plainLines
  case .line(let chart): chart.plainLines
  case .bars(let chart): chart.plainLines
  }
}

private func isRoomForAxes(_ size: Size) -> Bool {
  size.width >= 20 && size.height >= 6
}

private func words(for chart: Chart, size: Size) -> Surface {
  var surface = Surface(size)
  let lines = wrap(sentences(for: chart).joined(separator: " "), width: size.width)
  for (row, line) in lines.prefix(size.height).enumerated() { surface.write(line, at: 0, row) }
  return surface
}
