// A deciding run as a line of the command line, in both directions.

import Courseware
package import Experiments
import Wording

extension DecidingRun {
  /// What to type after the program's name.
  package var arguments: [String] {
    ["run"] + leastSettings.flatMap { ["--set", "\($0.name)=\($0.value)"] } + figureArguments
      + (course.map { ["--course", $0] } ?? [])
  }

  private var figureArguments: [String] {
    switch figure {
    case .measure(let measure): ["--show", measure.rawValue]
    case .condition(let condition): ["--show", condition.line]
    case .share(let column): ["--show", "share.\(column)"]
    case .regrouping(let changes): changes.flatMap { ["--change", "\($0.name)=\($0.value)"] }
    case .noise(let measure, let tables): ["--show", measure.rawValue, "--noise", "\(tables)"]
    case .flow(let order): ["--order", order.map(\.rawValue).joined(separator: ",")]
    }
  }

  /// The whole line, as it is typed into a shell.
  package var line: String {
    (["centroid"] + arguments.map(\.quoted)).joined(separator: " ")
  }

  /// The line in pieces no wider than `width` where that can be, which a shell takes as one.
  package func lines(width: Int) -> [String] {
    var lines: [String] = []
    var line = "centroid run"
    // An option and its value stay together.
    let words = arguments.dropFirst().map(\.quoted)
    for pair in stride(from: 0, to: words.count, by: 2).map({ words[$0..<min($0 + 2, words.count)] }
    ) {
      let piece = pair.joined(separator: " ")
      if line.count + piece.count + 3 > width {
        lines.append(line + " \\")
        line = "  " + piece
      } else {
        line += " " + piece
      }
    }
    return lines + [line]
  }

  /// The settings without those that a run has by itself.
  package var leastSettings: [Setting] {
    guard let experiment = try? Experiment(settings: settings) else { return settings }
    return settings.reduce(into: settings) { kept, setting in
      let fewer = kept.filter { $0 != setting }
      if (try? Experiment(settings: fewer)) == experiment { kept = fewer }
    }
  }
}

extension Condition {
  /// As it is typed: "agreement>=0.9".
  fileprivate var line: String { "\(measure.rawValue)\(relation.rawValue)\(exact(bound))" }
}

extension String {
  /// As a shell takes it for one word.
  fileprivate var quoted: String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._=,:/+-@%"
    guard isEmpty || !allSatisfy(plain.contains) else { return self }
    return "'" + replacing("'", with: "'\\''") + "'"
  }
}

// MARK: - From a line

extension DecidingFigure {
  /// Reads what `--show` names: a measure, a measure with its bound, or the share of a column.
  /// Nil where it is none of them.
  package init?(shown text: String) {
    if let measure = Measure(rawValue: text) {
      self = .measure(measure)
    } else if text.hasPrefix("share."), text.count > 6 {
      self = .share(of: String(text.dropFirst(6)))
    } else if let condition = Condition(line: text) {
      self = .condition(condition)
    } else {
      return nil
    }
  }
}

extension Condition {
  init?(line: String) {
    for relation in Relation.allCases {
      guard let place = line.firstRange(of: relation.rawValue) else { continue }
      guard let measure = Measure(rawValue: String(line[..<place.lowerBound])),
        let bound = Double(line[place.upperBound...]), bound.isFinite
      else { return nil }
      self.init(measure: measure, relation: relation, bound: bound)
      return
    }
    return nil
  }
}
