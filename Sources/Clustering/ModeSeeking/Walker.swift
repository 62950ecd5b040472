// One walk uphill, and what becomes of those that have ended.

/// A walker between two steps.
struct Walker: Sendable, Equatable {
  private(set) var position: [Double]
  private(set) var steps = 0
  private(set) var isAtRest = false
  /// How many points were within a bandwidth of where the last step began.
  private(set) var population = 0

  /// Where to go if there is nobody around the first position.
  private var fallback: [Double]?

  init(at position: [Double], orAt fallback: [Double]? = nil) {
    self.position = position
    self.fallback = fallback
  }

  func canStep(_ maxIterations: Int) -> Bool {
    !isAtRest && steps < maxIterations
  }

  /// Goes to the mean of the points around; where there is nobody, to the fallback.
  mutating func step(on hill: Hill) {
    steps += 1
    let (mean, count) = hill.mean(around: position)
    population = count
    guard count > 0 else {
      if let fallback { position = fallback } else { isAtRest = true }
      fallback = nil
      return
    }
    isAtRest = squaredEuclidean(mean.span, position.span) <= hill.squaredRest
    position = mean
  }
}

extension MeanShift {
  /// The walkers at their seeds, each place once and in the order of the first point there.
  func walkers(in points: Points) -> [Walker] {
    let rows = (0..<points.count).lazy.map(points.row)
    guard seeds == .bins else { return rows.map { Walker(at: $0) } }
    var seen: Set<[Double]> = []
    return rows.compactMap { point in
      let corner = point.map(nearestCorner)
      return seen.insert(corner).inserted ? Walker(at: corner, orAt: point) : nil
    }
  }

  private func nearestCorner(_ value: Double) -> Double {
    let cells = value / bandwidth
    // Beyond 2⁵² there is no number between two whole ones.
    guard cells.magnitude < 0x1p52 else { return value }
    // Adding 0 makes one corner of 0 and -0.
    return cells.rounded(.toNearestOrEven) * bandwidth + 0
  }

  /// Merges the ends of the walks into modes, and labels the points.
  func model(of walkers: [Walker], _ points: Points) -> MeanShiftModel {
    let modes = distinctModes(walkers)
    let centers = modes.flatMap(\.position)
    return MeanShiftModel(
      labels: nearestCenters(of: points, centers: centers),
      centers: Points(checked: centers, dimensions: points.dimensions),
      populations: modes.map(\.population),
      iterations: walkers.map(\.steps).max() ?? 0,
      converged: walkers.allSatisfy(\.isAtRest))
  }

  /// The ends, most populated first, without those within a bandwidth of one before them. On a
  /// tie the one with the larger first feature comes first, and so on.
  private func distinctModes(_ walkers: [Walker]) -> [Walker] {
    let ranked = walkers.filter { $0.population > 0 }.sorted { a, b in
      a.population != b.population
        ? a.population > b.population
        : b.position.lexicographicallyPrecedes(a.position)
    }
    let reach = squaredReach
    var modes: [Walker] = []
    var last: Walker?
    for walker in ranked where walker.position != last?.position {
      last = walker
      let isNew = modes.allSatisfy {
        squaredEuclidean($0.position.span, walker.position.span) > reach
      }
      if isNew { modes.append(walker) }
    }
    return modes
  }

  /// The square of the bandwidth, at most the largest number there is.
  var squaredReach: Double {
    min(bandwidth * bandwidth, .greatestFiniteMagnitude)
  }
}
