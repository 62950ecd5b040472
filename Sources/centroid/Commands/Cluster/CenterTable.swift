// The groups side by side: a line for each, with its size and its center, no wider than a window.
//
// Where not all columns find room, those are shown that differ most between the clusters.

import Screen
import Wording

struct CenterTable {
  /// More are too many to compare at a glance: the largest are shown.
  static let mostClusters = 12

  private let clusters: [ClusterSummary]
  private let others: ArraySlice<ClusterSummary>
  private let fixedColumns: [Column]
  private let shown: [Column]
  private let columnCount: Int

  /// A heading and a cell for each cluster, and for noise if there is any.
  private struct Column {
    let cells: [String]

    var width: Int { cells.map { TextWidth.width(of: $0) }.max() ?? 0 }
  }

  init(_ report: ClusterReport) {
    let bySize = report.clusters.sorted { ($0.size, $1.label) > ($1.size, $0.label) }
    let isWhole = bySize.count <= Self.mostClusters
    let clusters = isWhole ? report.clusters : Array(bySize.prefix(Self.mostClusters))
    self.clusters = clusters
    others = bySize.dropFirst(Self.mostClusters)
    let noise = report.noiseCount
    fixedColumns = Self.sizes(of: clusters, noise: noise, of: report.n)
    columnCount = report.table.columns.count
    let centers = report.table.columns.enumerated().map { j, name in
      Self.column(named: name, clusters.map { $0.center[j] }, hasNoise: noise > 0)
    }
    let room = Output.width - Self.width(of: fixedColumns)
    shown = Self.fitting(centers, into: room) {
      ClusterMeans(of: report.table.raw, report.labels).sharesBetween
    }
  }

  func tell() {
    Output.wrapped(caption)
    let columns = fixedColumns + shown
    for row in 0..<(columns.first?.cells.count ?? 0) {
      let cells = columns.map { TextWidth.rightAligned($0.cells[row], $0.width) }
      Output.line(cells.joined(separator: Self.gap).trimmingEnd())
    }
    if let largest = others.first, let smallest = others.last {
      let sizes =
        largest.size == smallest.size
        ? counted(largest.size, "row")
        : "\(grouped(smallest.size)) to \(grouped(largest.size)) rows"
      Output.wrapped("and \(counted(others.count, "more cluster")) of \(sizes)")
    }
  }

  private var caption: String {
    let center = clusters.first?.medoid == nil ? "their means" : "their medoids"
    let sample = others.isEmpty ? "clusters" : "the \(clusters.count) largest clusters"
    guard shown.count < columnCount else { return "\(sample) and \(center)" }
    let those = clusters.count == 1 ? "the first" : "those that differ most"
    return "\(sample) and \(center) in \(shown.count) of \(columnCount) columns, \(those)"
  }
}

// MARK: - The columns

extension CenterTable {
  private static let gap = "  "

  /// A longer name is cut.
  private static let longestName = 20

  private static func width(of columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width + gap.count } - gap.count
  }

  private static func sizes(
    of clusters: [ClusterSummary], noise: Int, of n: Int
  ) -> [Column] {
    let sizes = clusters.map(\.size) + (noise > 0 ? [noise] : [])
    let names = clusters.map { "\($0.label)" } + (noise > 0 ? ["noise"] : [])
    let shares = sizes.map { percentage(Double($0) / Double(n), 1) }
    var columns = [
      Column(cells: ["cluster"] + names), Column(cells: ["rows"] + sizes.map { grouped($0) }),
      Column(cells: ["share"] + shares),
    ]
    let medoids = clusters.compactMap(\.medoid).map { "\($0)" }
    if !medoids.isEmpty { columns.append(Column(cells: ["medoid row"] + medoids)) }
    return columns
  }

  private static func column(named name: String, _ values: [Double], hasNoise: Bool) -> Column {
    let heading = TextWidth.fitting(TextWidth.sanitised(name), longestName)
    return Column(cells: [heading] + alike(values) + (hasNoise ? [""] : []))
  }

  /// As many columns as find room, the most telling first, in the order of the table.
  private static func fitting(
    _ columns: [Column], into room: Int, shares: () -> [Double]
  ) -> [Column] {
    guard width(of: columns) + gap.count > room else { return columns }
    let shares = shares()
    let ranked = columns.indices.sorted { (shares[$0], $1) > (shares[$1], $0) }
    var left = room
    let kept = ranked.prefix { index in
      left -= gap.count + columns[index].width
      return left >= 0
    }
    return kept.sorted().map { columns[$0] }
  }
}

/// Values one below the other, with as many decimals as tell them apart.
private func alike(_ values: [Double]) -> [String] {
  let largest = values.map(\.magnitude).max() ?? 0
  let range = (values.max() ?? 0) - (values.min() ?? 0)
  var decimals = 0
  var scaled = range > 0 ? range : largest
  while scaled < 1000, scaled > 0, decimals < 8 {
    scaled *= 10
    decimals += 1
  }
  guard largest < 1e9, scaled >= 1000 || largest == 0 else {
    return values.map { significant($0) }
  }
  return values.map { grouped(fixed($0, decimals)) }
}

extension String {
  /// Without the spaces at its end.
  fileprivate func trimmingEnd() -> String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
