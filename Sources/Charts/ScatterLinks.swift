// The lines from points to the centers of their groups: which there are, and what they tell in
// words. For these few points it is affordable to look at every center.

import Wording

extension ScatterChart {
  /// More links than these are a tangle.
  package static let mostLinks = 2000

  /// Whether it has centers to link points to, and not so many points that links are a tangle.
  package var canShowLinks: Bool {
    labels != nil && centers?.isEmpty == false && points.count <= Self.mostLinks
  }

  var drawsLinks: Bool { showsLinks && canShowLinks }

  /// Each point that has a center, with the group of both.
  var linked: [(point: PlotPoint, group: Int)] {
    guard let labels, let centers else { return [] }
    return zip(points, labels).enumerated().compactMap { row, pair in
      let isDecided = work?.undecided.contains(row) != true
      return isDecided && centers.indices.contains(pair.1) ? (pair.0, pair.1) : nil
    }
  }

  var linkSentences: [String] {
    guard showsLinks, labels != nil, let centers, !centers.isEmpty else { return [] }
    guard canShowLinks else { return ["There are too many points for lines to their centers."] }
    let links = linked.filter { $0.point.hasPlace && centers[$0.group].hasPlace }
    guard !links.isEmpty else { return [] }
    return [nearness(links, centers)] + lengths(links, centers)
  }

  /// Whether the center of its group is the nearest one of each point, as it is for k-means in the
  /// space where this measured.
  private func nearness(
    _ links: [(point: PlotPoint, group: Int)], _ centers: [PlotPoint]
  ) -> String {
    let told = "A line leads from each point to the center of its group"
    guard centers.count > 1 else { return told + "." }
    let strays = links.count { link in
      let own = link.point.square(to: centers[link.group])
      return centers.contains { link.point.square(to: $0) < own * (1 - 1e-9) }
    }
    guard strays > 0 else { return told + ", its nearest center." }
    let whose =
      strays == 1 ? "1 of \(links.count) points has" : "\(strays) of \(links.count) points have"
    return told + ". In the units of the axes \(whose) another center nearer."
  }

  /// The inertia is told where the lengths in the picture really add up to it: not where the method
  /// saw other columns, or another scale.
  private func lengths(
    _ links: [(point: PlotPoint, group: Int)], _ centers: [PlotPoint]
  ) -> [String] {
    guard let inertia else { return [] }
    let sum = links.reduce(0) { $0 + $1.point.square(to: centers[$1.group]) }
    guard (sum - inertia).magnitude <= 1e-6 * inertia else { return [] }
    return ["The squared lengths of the lines add up to \(brief(sum)), the inertia."]
  }
}

extension PlotPoint {
  fileprivate func square(to other: PlotPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
