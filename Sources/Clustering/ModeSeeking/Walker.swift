// One walk uphill, and what becomes of those that have ended.

/// A walker between two steps.
struct Walker: Sendable, Equatable {
  private(set) var position: [Double]
  private(set) var steps = 0
  private(set) var isAtRest = false
  /// How many points were within a bandwidth of where the last step began.
  private(set) var population = 0

  init(at position: [Double]) {
    self.position = position
  }

  func canStep(_ maxIterations: Int) -> Bool {
    !isAtRest && steps < maxIterations
  }

  /// Goes to the mean of the points around. Nobody around: it stays and finds no mode.
  mutating func step(on hill: Hill) {
    steps += 1
    let (mean, count) = hill.mean(around: position)
    population = count
    guard count > 0 else {
      isAtRest = true
      return
    }
    isAtRest = squaredEuclidean(mean.span, position.span) <= hill.squaredRest
    position = mean
  }
}

extension MeanShift {
  /// Where walkers start, each place once and in the order of the first point there.
  func starts(in points: Points) -> Points {
    guard seeds == .bins else { return points }
    var seen: Set<[Double]> = []
    var corners: [Double] = []
    for i in 0..<points.count {
      let corner = points.row(i).map(nearestCorner)
      if seen.insert(corner).inserted { corners += corner }
    }
    return Points(checked: corners, dimensions: points.dimensions)
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
