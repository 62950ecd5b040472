// What a picture says, apart from how it is drawn. One description is drawn to cells, told
// in sentences, and listed as plain lines; each of the three is computed from the same values.

import Wording

package enum Chart: Sendable, Equatable {
  case scatter(ScatterChart)
  case dendrogram(DendrogramChart)
  case line(LineChart)
  case bars(BarChart)
  case histogram(HistogramChart)
  case silhouette(SilhouetteChart)
}

/// A place in a plot, in data units.
package struct PlotPoint: Sendable, Hashable {
  package let x: Double
  package let y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether it could be drawn: not if it is infinite, not a number, or beyond all axes.
  var hasPlace: Bool { x.magnitude <= Scale.largest && y.magnitude <= Scale.largest }
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

  /// A value with the unit: `72 %`.
  func words(for value: Double) -> String {
    unit.map { "\(brief(value)) \($0)" } ?? brief(value)
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
  /// The places where each center stood before, the oldest first.
  package var trails: [[PlotPoint]] = []
  /// Whether a line leads from each point to the center of its group.
  package var showsLinks = false
  /// The inertia of the run that is shown, where it has one.
  package var inertia: Double?
  /// What is known of the points while a method is at work; nil where it is done.
  package var work: Work?
  package var xAxis: Axis
  package var yAxis: Axis

  /// A method at work.
  package struct Work: Sendable, Equatable {
    /// How the method makes its groups, and so what its marks mean.
    package enum Kind: Sendable, Equatable {
      /// Around centers: small letters are the members of a group.
      case centers
      /// Where points lie close: capitals are core points, small letters border points.
      case density
      /// By merging: small letters are clusters of two or more points.
      case merging
    }

    package var kind = Kind.centers
    /// Points of which nothing is decided: their labels do not count.
    package var undecided: Set<Int>
    /// Points that make their group grow.
    package var cores: Set<Int>
    /// The point that was looked at last, and those near it.
    package var focus: Int?
    package var near: Set<Int>
    /// What `near` means: "near it".
    package var nearWords: String
    /// What the small letters of a density are called: "border" where that is certain.
    package var membersWord = "border"
    /// What it means to be undecided.
    package var undecidedWords = "not decided yet"

    package init(
      undecided: Set<Int> = [], cores: Set<Int> = [], focus: Int? = nil, near: Set<Int> = [],
      nearWords: String = "near it"
    ) {
      self.nearWords = nearWords
      self.undecided = undecided
      self.cores = cores
      self.focus = focus
      self.near = near
    }

    /// Whether any of the undecided points is drawn as one: the one looked at and those near it
    /// have marks of their own.
    var marksUndecided: Bool {
      undecided.contains { $0 != focus && !near.contains($0) }
    }
  }

  package init(
    points: [PlotPoint], labels: [Int]? = nil, centers: [PlotPoint]? = nil,
    showsLinks: Bool = false, xAxis: Axis, yAxis: Axis
  ) {
    self.points = points
    self.labels = labels
    self.centers = centers
    self.showsLinks = showsLinks
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
  /// A height that is pointed out, for example the chosen eps.
  package var markedY: Double?
  /// Places that the axes have to reach besides, so that they stay while a series grows.
  package var reach: [PlotPoint] = []
  /// What it says, one sentence each, where that is more than what is highest and lowest.
  package var told: [String]?

  package init(
    series: [Series], xAxis: Axis, yAxis: Axis, markedX: Double? = nil, markedY: Double? = nil
  ) {
    self.series = series
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.markedX = markedX
    self.markedY = markedY
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
