// A histogram in words: how many values, from where to where, and where most of them are.

import Wording

extension HistogramChart {
  var sentences: [String] {
    guard !edges.isEmpty else { return ["There are no values."] + missingSentences }
    return series.map(sentence(for:)) + missingSentences
  }

  private var hasNames: Bool { series.count > 1 }
  private var xName: String { xAxis.title.isEmpty ? "value" : xAxis.spoken }

  private func sentence(for series: Series) -> String {
    let name = hasNames ? "\(series.name), \(xName)" : xName
    guard let most = series.counts.max(), most > 0,
      let bin = series.counts.firstIndex(of: most)
    else { return "\(name): no values." }
    let total = counted(series.total, "value")
    if most == series.total { return "\(name): \(total), all \(range(of: bin))." }
    return "\(name): \(total) \(series.extent.words), most often \(range(of: bin)) "
      + "(\(grouped(most)), \(percentage(Double(most) / Double(series.total))))."
  }

  private var missingSentences: [String] {
    series.filter { $0.missing > 0 }.map { series in
      let verb = series.missing == 1 ? "is" : "are"
      return "\(hasNames ? series.name + ": " : "")\(counted(series.missing, "value")) "
        + "\(verb) no finite number and \(verb) not shown."
    }
  }

  /// `from 200 to 250`, with as many digits as the edges need.
  func range(of bin: Int) -> String {
    "from \(significant(edges[bin])) to \(significant(edges[bin + 1]))"
  }

  /// One line for each bin that is not empty.
  var plainLines: [String] {
    guard !edges.isEmpty else { return sentences }
    return (0..<edges.count - 1).compactMap { bin in
      let counts = series.map { ($0.name, $0.counts[bin]) }
      guard counts.contains(where: { $0.1 > 0 }) else { return nil }
      let figures = counts.map { (hasNames ? $0 + " " : "") + grouped($1) }
      return "\(range(of: bin)): \(figures.joined(separator: ", "))"
    }
  }
}
