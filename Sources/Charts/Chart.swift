// What a picture says, apart from how it is drawn. One description is drawn to cells, told
// in sentences, and listed as plain lines; each of the three is computed from the same values.

package enum Chart: Sendable, Equatable {
  case scatter(ScatterChart)
  case line(LineChart)
  case bars(BarChart)
}

/// A place in a plot, in data units.
package struct PlotPoint: Sendable, Hashable {
  package let x: Double
  package let y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

package struct Axis: Sendable, Hashable {
  package var title: String
  package var unit: String?

  package init(_ title: String, unit: String? = nil) {
    self.title = title
    self.unit = unit
  }

  /// The title with its unit, inside a sentence: `spend (cents)`.
  var spoken: String {
    unit.map { title.isEmpty ? $0 : "\(title) (\($0))" } ?? title
  }

  /// The title with its unit, as written at the end of the axis.
  package var caption: String {
    unit.map { title.isEmpty ? $0 : "\(title), \($0)" } ?? title
  }
}

/// Points in two dimensions, with the group of each if there are groups.
package struct ScatterChart: Sendable, Equatable {
  package var points: [PlotPoint]
  /// The group of each point from 0, -1 for noise; nil before anything was clustered.
  package var labels: [Int]?
  package var centers: [PlotPoint]?
  package var xAxis: Axis
  package var yAxis: Axis

  package init(
    points: [PlotPoint], labels: [Int]? = nil, centers: [PlotPoint]? = nil,
    xAxis: Axis, yAxis: Axis
  ) {
    self.points = points
    self.labels = labels
    self.centers = centers
    self.xAxis = xAxis
    self.yAxis = yAxis
  }
}

/// One figure against another, for example silhouette against k.
package struct LineChart: Sendable, Equatable {
  package struct Series: Sendable, Equatable {
    package var name: String
    package var points: [PlotPoint]

    package init(_ name: String, _ points: [PlotPoint]) {
      self.name = name
      self.points = points
    }
  }

  package var series: [Series]
  package var xAxis: Axis
  package var yAxis: Axis
  /// An x that is pointed out, for example the chosen k.
  package var markedX: Double?

  package init(series: [Series], xAxis: Axis, yAxis: Axis, markedX: Double? = nil) {
    self.series = series
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.markedX = markedX
  }
}

/// Figures side by side, for example the share of squared distance by feature.
package struct BarChart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package var label: String
    package var value: Double

    package init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// How the values are written.
  package enum Format: Sendable, Hashable {
    /// A share of one, written `99.9 %`.
    case percent
    case number(decimals: Int)
    /// As many digits as tell something.
    case short
  }

  package var title: String
  package var bars: [Bar]
  package var format: Format

  package init(title: String, bars: [Bar], format: Format = .short) {
    self.title = title
    self.bars = bars
    self.format = format
  }
}

/// The characters that a plot is drawn with.
package enum GlyphSet: Sendable, Hashable {
  case unicode
  case ascii
}
