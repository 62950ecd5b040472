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
          name: "start", value: counted(centers.count, "center"),
          allowed: "\(counted(k, "center")), as k is")
      }
    }
  }

  /// How many runs the search makes.
  var runs: Int {
    if case .given = start { 1 } else { restarts }
  }

  /// The run number `restart`, before its first step. Each has its own stream of the seed.
  func run(_ restart: Int, of prepared: PreparedPoints) -> Lloyd {
    var generator = SeededGenerator(seed: seed, stream: UInt64(restart))
    let points = prepared.points
    return Lloyd(
      points: points, maxIterations: maxIterations,
      toleratedShift: tolerance > 0 ? tolerance * meanVariance(points) : -1,
      threads: threads,
      centers: firstCenters(of: points, using: &generator),
      members: ExactSums(prepared.units, k: k),
      emptied: Array(repeating: false, count: k),
      assignment: prepared.assignment(k: k))
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
      points.selecting(rows: kMeansPlusPlus(points, k: k, threads: threads, using: &generator))
        .values
    }
  }
}

/// Chooses k rows as centers, far ones likelier. O(n · d · k) at most.
func kMeansPlusPlus(
  _ points: Points, k: Int, threads: Int = 1, using generator: inout SeededGenerator
) -> [Int] {
  var chosen = [generator.nextIndex(below: points.count)]
  var nearest = NearestChosen(among: points)
  while chosen.count < k {
    nearest.add(chosen[chosen.count - 1], threads: threads)
    chosen.append(drawIndex(weights: nearest.squaredDistances, using: &generator))
  }
  return chosen
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
