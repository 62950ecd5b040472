package import Experiments
import Wording

extension FigureReference {
  /// The figure of a run, as prose shows it; nil where the run has no such figure (no such
  /// column or group, or a measure that is undefined for it).
  package func text(in trace: Trace) -> String? {
    value(in: trace).map { format.text(of: $0, kind: kind) }
  }

  /// The number itself.
  package func value(in trace: Trace) -> Double? {
    switch figure {
    case .measure(let measure): trace.value(of: measure)
    case .rows: Double(trace.table.rowCount)
    case .columns: Double(trace.table.columns.count)
    case .share(let feature):
      trace.selected.columns.firstIndex(of: feature).flatMap { index in
        trace.distanceShares.indices.contains(index) ? trace.distanceShares[index] : nil
      }
    case .size(let group): members(of: group, in: trace).map { Double($0.count) }
    case .mean(let group, let feature):
      members(of: group, in: trace).flatMap { rows in
        column(feature, of: trace).map { values in mean(rows.map { values[$0] }) }
      }
    case .minimum(let feature): column(feature, of: trace)?.min()
    case .maximum(let feature): column(feature, of: trace)?.max()
    case .deviation(let feature): column(feature, of: trace).map(deviation)
    }
  }

  private func column(_ name: String, of trace: Trace) -> [Double]? {
    trace.table.column(name)
  }

  /// Nil for a group that the run did not find.
  private func members(of group: Int, in trace: Trace) -> [Int]? {
    let rows = trace.labels.indices.filter { trace.labels[$0] == group }
    return rows.isEmpty ? nil : rows
  }
}

// MARK: - Writing

extension FigureReference {
  fileprivate enum Kind {
    case count, share, value
  }

  fileprivate var kind: Kind {
    switch figure {
    case .rows, .columns, .size, .measure(.groups), .measure(.noise), .measure(.iterations): .count
    case .measure, .share: .share
    case .mean, .minimum, .maximum, .deviation: .value
    }
  }
}

extension FigureReference.Format {
  fileprivate func text(of value: Double, kind: FigureReference.Kind) -> String {
    switch (self, kind) {
    case (.decimals(let count), _): grouped(fixed(value, count))
    case (.percent(let count), _): percentage(value, count)
    case (.automatic, .count): grouped(fixed(value, 0))
    case (.automatic, .share): fixed(value, 2)
    case (.automatic, .value): brief(value)
    }
  }
}

private func mean(_ values: [Double]) -> Double {
  values.reduce(0, +) / Double(values.count)
}

private func deviation(_ values: [Double]) -> Double {
  let center = mean(values)
  return mean(values.map { ($0 - center) * ($0 - center) }).squareRoot()
}
