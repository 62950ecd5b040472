// How strongly each column tells the groups apart: of the spread of a column, the part that lies
// between the groups (eta squared). 1 where all rows of a group are equal, 0 where the groups have
// one mean.

import Clustering

package struct Contrast: Sendable, Equatable {
  package let column: String
  /// Of the spread of its rows that are in groups, 0...1.
  package let share: Double
  /// Its mean in each group, in its own units.
  package let means: [Double]
}

extension Trace {
  /// The columns that take part, the one first that tells the groups apart most.
  package var contrasts: [Contrast] {
    let (points, d) = (selected.points, selected.columns.count)
    var total = Array(repeating: 0.0, count: d)
    var count = 0.0
    for (row, label) in labels.enumerated() where label >= 0 {
      count += 1
      for j in 0..<d { total[j] += points.values[row * d + j] }
    }
    let means = total.map { $0 / max(1, count) }
    var (around, within) = (Array(repeating: 0.0, count: d), Array(repeating: 0.0, count: d))
    for (row, label) in labels.enumerated() where label >= 0 {
      for j in 0..<d {
        let value = points.values[row * d + j]
        let (far, near) = (value - means[j], value - centers[label][j])
        around[j] += far * far
        within[j] += near * near
      }
    }
    let all = (0..<d).map { j in
      Contrast(
        column: selected.columns[j],
        share: around[j] > 0 ? max(0, 1 - within[j] / around[j]) : 0,
        means: centers.map { $0[j] })
    }
    return all.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }
}
