import Screen

// A chart that has got its place: the size is known, and with it the axes, the ticks and where
// each word stands. The screen and the exported picture both draw this one layout, which is why
// they look alike; they differ only in what a line and a bar are made of.

protocol Plot {
  var size: Size { get }
  /// What stands below, apart from the numbers.
  var legend: Legend { get }
  /// Axes, lines, bars and points, in cells.
  func drawCells(on surface: inout Surface)
  /// The captions, the numbers and everything else that is read.
  func drawWords(on surface: inout Surface)
  /// Axes, lines, bars and points, as shapes.
  func drawShapes(on page: inout SVGPage)
}

extension Plot {
  var surface: Surface {
    var surface = Surface(size)
    drawCells(on: &surface)
    drawWords(on: &surface)
    legend.draw(on: &surface)
    return surface
  }
}
