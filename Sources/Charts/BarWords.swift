// A bar chart in words: its figures.

extension BarChart {
  var sentences: [String] {
    guard !bars.isEmpty else { return ["There are no values."] }
    let figures = bars.map { "\($0.label) \(text(of: $0.value))" }.joined(separator: ", ")
    return [title.isEmpty ? "\(figures)." : "\(title): \(figures)."]
  }

  var plainLines: [String] {
    (title.isEmpty ? [] : [title]) + bars.map { "\($0.label): \(text(of: $0.value))" }
  }
}
