package import Screen

/// Draws a chart into a surface of the given size; what does not fit is left out, never cut
/// into something that says another thing.
package func draw(_ chart: Chart, size: Size, glyphs: GlyphSet = .unicode) -> Surface {
  Surface(size)
}

/// The chart in computed sentences, for those who cannot see it or want to be sure.
package func sentences(for chart: Chart) -> [String] {
  []
}

/// The figures of the chart, one fact a line, in plain text.
package func plainLines(for chart: Chart) -> [String] {
  []
}
