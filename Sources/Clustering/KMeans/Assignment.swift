// Which way of assigning points to centers is the fastest for some data. All give the same labels.

/// What all runs of a search share: the points laid out in the way that suits their assignment.
struct PreparedPoints: Sendable {
  let points: Points
  let units: FeatureUnits
  private let plane: PlaneCells?
  private let short: ShortPoints?

  init(_ points: Points, k: Int, threads: Int) {
    self.points = points
    units = FeatureUnits(of: points, threads: threads)
    plane = units.suffice ? PlaneCells(points, k: k, units: units, threads: threads) : nil
    let isWorthwhile = points.values.count * k >= BoundedAssignment.worthwhileWork
    let grid = plane == nil && isWorthwhile ? ShortGrid(around: points, threads: threads) : nil
    short = grid.map { ShortPoints(points, on: $0, threads: threads) }
  }

  /// Points without labels.
  func assignment(k: Int) -> Assignment {
    Assignment(
      units: units, k: k, plane: plane.map { PlaneAssignment($0) },
      bounded: short.map { BoundedAssignment($0, k: k) },
      rowLabels: plane == nil ? Array(repeating: -1, count: points.count) : [])
  }
}

/// The labels of the points, and what speeds up the next assignment.
struct Assignment: Sendable {
  fileprivate let units: FeatureUnits
  fileprivate let k: Int

  /// In the plane: whole cells of points.
  fileprivate var plane: PlaneAssignment?

  /// With many differences to take: bounds, and distances in 16 bits.
  fileprivate var bounded: BoundedAssignment?

  /// The labels where they are kept row by row.
  fileprivate var rowLabels: [Int32]

  /// The label of each row.
  var labels: [Int] { plane?.labels ?? rowLabels.map { Int($0) } }

  /// The plain sums of the clusters, where the exact ones would lose digits.
  func sumsIfInexact(_ points: Points) -> [Double]? {
    units.suffice ? nil : plainSums(points, labels: labels, k: k)
  }

  /// Gives each point the label of its nearest center; tells what moved, in parts.
  mutating func assign(_ points: Points, centers: [Double], threads: Int) -> [ExactSums] {
    if let moves = plane?.assign(centers: centers, units: units, threads: threads) {
      return moves
    }
    let (units, k) = (units, k)
    let table = Points(checked: centers, dimensions: points.dimensions)
    if let moves = bounded?.assign(
      points, centers: table, labels: &rowLabels, units: units, threads: threads)
    {
      return moves
    }
    return mapChunks(of: &rowLabels, threads: threads) { rows, labels in
      var moves: [Move] = []
      assignNearest(points, rows: rows, centers: centers.span, labels: &labels, moves: &moves)
      return ExactSums(units, k: k, moves, of: points)
    }
  }
}
