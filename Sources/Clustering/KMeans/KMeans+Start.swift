// Where k-means begins: the door at which its parameters are checked, and the first centers.
//
// k-means++ (Arthur and Vassilvitskii 2007, https://dl.acm.org/doi/10.5555/1283383.1283494)
// draws the first center from all points alike, and each further one with a probability
// proportional to D², the squared distance to the nearest center chosen so far. So a far group
// hardly goes without a center, and the expected inertia is within 8 (ln k + 2) of the best.

extension KMeans {
  /// Refuses parameters that cannot run on these points.
  func check(_ points: Points) throws(ClusteringError) {
    try require(clusters: k, of: points)
    try require(count: restarts, named: "restarts")
    try require(count: maxIterations, named: "maxIterations")
    try require(count: threads, named: "threads")
    try require(notNegative: tolerance, named: "tolerance")
    if case .given(let centers) = start {
      try centers.require(dimensions: points.dimensions)
      guard centers.count == k else {
        throw .invalidParameter(
          name: "start", value: "\(centers.count) centers", allowed: "\(k) centers, as k is")
      }
    }
  }

  /// How many runs the search makes.
  var runs: Int {
    if case .given = start { 1 } else { restarts }
  }

  /// The run number `restart`, before its first step. Each has its own stream of the seed.
  func run(_ restart: Int, of points: Points, short: ShortPoints?) -> Lloyd {
    var generator = SeededGenerator(seed: seed, stream: UInt64(restart))
    return Lloyd(
      points: points, maxIterations: maxIterations,
      toleratedShift: tolerance > 0 ? tolerance * meanVariance(points) : -1,
      threads: threads,
      centers: firstCenters(of: points, using: &generator),
      labels: Array(repeating: KMeansState.unassigned, count: points.count),
      emptied: Array(repeating: false, count: k),
      bounded: short.map { BoundedAssignment($0, k: k) })
  }

  private func firstCenters(
    of points: Points, using generator: inout SeededGenerator
  ) -> [Double] {
    switch start {
    case .given(let centers):
      centers.values
    case .random:
      points.selecting(rows: generator.nextIndices(k, below: points.count)).values
    case .kMeansPlusPlus:
      points.selecting(rows: kMeansPlusPlus(points, k: k, using: &generator)).values
    }
  }
}

/// Chooses k rows as centers, far ones likelier. O(n · d · k).
func kMeansPlusPlus(
  _ points: Points, k: Int, using generator: inout SeededGenerator
) -> [Int] {
  var chosen = [generator.nextIndex(below: points.count)]
  var squaredDistances = [Double](repeating: .infinity, count: points.count)
  while chosen.count < k {
    lower(&squaredDistances, toDistancesFrom: chosen[chosen.count - 1], in: points)
    chosen.append(drawIndex(weights: squaredDistances, using: &generator))
  }
  return chosen
}

/// Brings D² up to date with a new center.
private func lower(
  _ squaredDistances: inout [Double], toDistancesFrom center: Int, in points: Points
) {
  let values = points.values.span
  let d = points.dimensions
  let center = values.extracting(center * d..<(center + 1) * d)
  for i in 0..<points.count {
    let distance = squaredEuclidean(values.extracting(i * d..<(i + 1) * d), center)
    if distance < squaredDistances[i] { squaredDistances[i] = distance }
  }
}

/// An index with a probability proportional to its weight; any index when all weights are 0,
/// as when there are fewer distinct points than centers.
private func drawIndex(weights: [Double], using generator: inout SeededGenerator) -> Int {
  let total = weights.reduce(0, +)
  guard total > 0 else { return generator.nextIndex(below: weights.count) }
  var rest = generator.nextUnit() * total
  var drawn = 0
  for i in weights.indices where weights[i] > 0 {
    drawn = i
    rest -= weights[i]
    if rest < 0 { break }
  }
  return drawn
}
