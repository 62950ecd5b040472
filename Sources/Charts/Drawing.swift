package import Screen

// The three ways out of a description: cells, sentences, plain lines.

/// Draws a chart into a surface of the given size. A plot needs about 20 by 6 cells; in less
/// room the chart is told in words instead.
package func draw(_ chart: Chart, size: Size, glyphs: GlyphSet = .unicode) -> Surface {
  plot(of: chart, size: size, glyphs: glyphs, for: .screen)?.surface
    ?? words(for: chart, size: size)
}

/// What a plot is made for. A picture shows every point where it is; on the screen several
/// share a cell.
enum Medium {
  case screen, picture
}

/// A chart at a size; nil where there is no room for it.
func plot(of chart: Chart, size: Size, glyphs: GlyphSet, for medium: Medium) -> (any Plot)? {
  if case .bars(let chart) = chart {
    return size.width >= 20 ? BarPlot(chart, size: size, glyphs: glyphs) : nil
  }
  guard size.width >= 20, size.height >= 6 else { return nil }
  return switch chart {
  case .scatter(let chart): ScatterPlot(chart, size: size, glyphs: glyphs, for: medium)
  case .dendrogram(let chart): DendrogramPlot(chart, size: size, glyphs: glyphs, for: medium)
  case .line(let chart): LinePlot(chart, size: size, glyphs: glyphs)
  case .histogram(let chart): HistogramPlot(chart, size: size, glyphs: glyphs)
  case .silhouette(let chart): SilhouettePlot(chart, size: size, glyphs: glyphs, for: medium)
  case .bars: nil
  }
}

/// The chart in computed sentences, for those who cannot see it or want to be sure.
package func sentences(for chart: Chart) -> [String] {
  switch chart {
  case .scatter(let chart): chart.sentences
  case .dendrogram(let chart): chart.sentences
  case .line(let chart): chart.sentences
  case .bars(let chart): chart.sentences
  case .histogram(let chart): chart.sentences
  case .silhouette(let chart): chart.sentences
  }
}

/// The figures of the chart, one fact a line, without boxes and without drawing.
package func plainLines(for chart: Chart) -> [String] {
  switch chart {
  case .scatter(let chart): chart.plainLines
  case .dendrogram(let chart): chart.plainLines
  case .line(let chart): chart.plainLines
  case .bars(let chart): chart.plainLines
  case .histogram(let chart): chart.plainLines
  case .silhouette(let chart): chart.plainLines
  }
}

func words(for chart: Chart, size: Size) -> Surface {
  var surface = Surface(size)
  let lines = wrap(sentences(for: chart).joined(separator: " "), width: size.width)
  for (row, line) in lines.prefix(size.height).enumerated() { surface.write(line, at: 0, row) }
  return surface
}
