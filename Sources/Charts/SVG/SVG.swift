package import Screen

// A chart as an SVG file: the layout of the screen at a size in pixels, drawn finely, with the
// computed sentences as its description for those who cannot see it.

extension Chart {
  /// A whole SVG file.
  /// - Parameters:
  ///   - title: What the picture is called; the kind of chart and its axes if not given.
  package func svg(
    width: Int = 720, height: Int = 420, background: Background = .light, title: String? = nil
  ) -> String {
    let width = min(max(1, width), 8000)
    let height = min(max(1, height), 8000, mostHeight)
    let size = SVGPage.size(width: width, height: height)
    var page = SVGPage(background: background)
    if let plot = plot(of: self, size: size, glyphs: .unicode, for: .picture) {
      plot.drawShapes(on: &page)
      var words = Surface(size)
      plot.drawWords(on: &words)
      page.words(of: words)
      page.legend(plot.legend, width: size.width)
    } else {
      page.words(of: words(for: self, size: size))
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13">
      <title>\(escaped(title ?? name))</title>
      <desc>\(escaped(description))</desc>
      <rect width="100%" height="100%" fill="\(background.colour.hex)"/>
      \(page.body)</svg>

      """
  }

  /// Bars do not grow with the page.
  private var mostHeight: Int {
    guard case .bars(let chart) = self else { return .max }
    return SVGPage.height(rows: chart.bars.count + (chart.title.isEmpty ? 0 : 1))
  }

  /// What the picture is called where nobody has named it.
  private var name: String {
    func axes(_ x: Axis, _ y: Axis) -> String {
      let names = [y.caption, x.caption].filter { !$0.isEmpty }
      return names.isEmpty ? "" : ": " + names.joined(separator: " against ")
    }
    return switch self {
    case .scatter(let chart): "Scatter plot" + axes(chart.xAxis, chart.yAxis)
    case .dendrogram: "Tree of merges"
    case .line(let chart): "Line chart" + axes(chart.xAxis, chart.yAxis)
    case .bars(let chart): chart.title.isEmpty ? "Bar chart" : chart.title
    case .histogram(let chart): "Histogram" + axes(chart.xAxis, Axis(""))
    case .silhouette: "Silhouette of each point, by group"
    }
  }

  private var description: String {
    var sentences = sentences(for: self)
    if case .scatter(let chart) = self, chart.points.count > ScatterPlot.mostSinglePoints {
      sentences.append("Points that lie within a few pixels are drawn as one mark.")
    }
    return sentences.joined(separator: " ")
  }
}
