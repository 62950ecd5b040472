// A figure in prose is inline code that starts with "=": `=raw.share.spend:%1` names an
// experiment, what to read off its run, and how to write it. An author types no number.

package import Experiments

/// What `=NAME.FIGURE:FORMAT` asks for.
package struct FigureReference: Sendable, Hashable {
  package enum Figure: Sendable, Hashable {
    case measure(Measure)
    /// How many rows and columns the table has.
    case rows
    case columns
    /// A feature's share of the squared distance, 0...1.
    case share(String)
    /// How many rows a group has; group 0 is A.
    case size(group: Int)
    /// The group's mean in the feature's own units.
    case mean(group: Int, String)
    /// Of a whole column, in its own units; the deviation divides by n, as the scaler's does.
    case minimum(String)
    case maximum(String)
    case deviation(String)
  }

  package enum Format: Sendable, Hashable {
    /// Counts whole, measures with two decimals, columns in about three digits.
    case automatic
    case decimals(Int)
    /// A share of one, written per cent.
    case percent(decimals: Int)
  }

  /// Name of the experiment; in an exercise "base", or "this" for the learner's own.
  package let experiment: String
  package let figure: Figure
  package let format: Format

  package init(experiment: String, figure: Figure, format: Format = .automatic) {
    self.experiment = experiment
    self.figure = figure
    self.format = format
  }
}

/// What is wrong with a reference to a figure.
package struct FigureFault: Error, Sendable, Equatable {
  package let what: String
  package let remedy: String
}

// MARK: - Reading

extension FigureReference {
  /// Whether inline code asks for a figure: "=" and then a name. `==` and `= x` are code.
  package static func isFigure(_ code: String) -> Bool {
    code.first == "=" && code.dropFirst().first?.isLetter == true
  }

  /// Reads inline code. Nil for code that asks for no figure.
  package init?(code: String) throws(FigureFault) {
    guard Self.isFigure(code) else { return nil }
    let halves = code.dropFirst().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let path = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count > 1, !path.contains("") else {
      throw FigureFault(
        what: "`\(code)` names no figure",
        remedy: "write `=NAME.FIGURE`, e.g. `=\(path[0]).silhouette`")
    }
    experiment = path[0]
    figure = try Figure(path: Array(path.dropFirst()))
    format = halves.count > 1 ? try Format(halves[1]) : .automatic
  }
}

extension FigureReference.Figure {
  /// Figures that are no measures, each as it is written.
  private static let forms = [
    "rows", "columns", "share.FEATURE", "size.A", "mean.A.FEATURE", "min.FEATURE", "max.FEATURE",
    "sd.FEATURE",
  ]

  init(path: [String]) throws(FigureFault) {
    switch (path[0], path.count) {
    case ("rows", 1): self = .rows
    case ("columns", 1): self = .columns
    case ("share", 2): self = .share(path[1])
    case ("size", 2): self = .size(group: try groupIndex(path[1]))
    case ("mean", 3): self = .mean(group: try groupIndex(path[1]), path[2])
    case ("min", 2): self = .minimum(path[1])
    case ("max", 2): self = .maximum(path[1])
    case ("sd", 2): self = .deviation(path[1])
    case (let name, 1) where Measure(rawValue: name) != nil:
      self = .measure(Measure(rawValue: name) ?? .silhouette)
    default: throw Self.unknown(path)
    }
  }

  private static func unknown(_ path: [String]) -> FigureFault {
    let name = path.joined(separator: ".")
    if let form = forms.first(where: { $0.prefix { $0 != "." } == path[0] }) {
      return FigureFault(what: "`\(name)` is not a figure", remedy: "write `\(form)`")
    }
    let heads = forms.map { String($0.prefix { $0 != "." }) }
    return FigureFault(
      what: "`\(name)` is not a figure",
      remedy: suggestion(for: path[0], among: Measure.allCases.map(\.rawValue) + heads))
  }

  /// The column that it reads, if any.
  var feature: String? {
    switch self {
    case .share(let name), .mean(_, let name), .minimum(let name), .maximum(let name),
      .deviation(let name):
      name
    case .measure, .rows, .columns, .size: nil
    }
  }
}

extension FigureReference.Format {
  /// "2" is two decimals, "%1" a percentage with one.
  init(_ text: Substring) throws(FigureFault) {
    let isPercent = text.first == "%"
    let digits = isPercent ? text.dropFirst() : text
    let count = digits.isEmpty && isPercent ? 0 : Int(digits)
    guard let count, (0...9).contains(count) else {
      throw FigureFault(
        what: "`\(text)` is not a format",
        remedy: "write a number of decimals, 0 to 9, or `%1` for a percentage with one")
    }
    self = isPercent ? .percent(decimals: count) : .decimals(count)
  }
}

/// Groups are called A, B, C ... on the screen.
private func groupIndex(_ letter: String) throws(FigureFault) -> Int {
  guard letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first,
    ("A"..."Z").contains(scalar)
  else {
    throw FigureFault(
      what: "`\(letter)` is not a group", remedy: "write its letter: `A` is the first group")
  }
  return Int(scalar.value) - 65
}
