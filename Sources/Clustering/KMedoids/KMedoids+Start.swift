// Where k-medoids begins: the door at which its parameters are checked, and the first medoids.

extension KMedoids {
  /// Refuses parameters that cannot run on `count` points.
  func check(count: Int) throws(ClusteringError) {
    guard count > 0 else { throw .noPoints }
    guard (1...count).contains(k) else {
      throw .clusterCountOutOfRange(clusters: k, points: count)
    }
    try require(count: maxPasses, named: "maxPasses")
    try require(count: threads, named: "threads")
    if case .given(let rows) = start { try check(rows, of: count) }
  }

  /// Refuses first medoids that are not k different rows, and names the one in the way.
  private func check(_ rows: [Int], of count: Int) throws(ClusteringError) {
    var problem: String?
    if rows.count != k {
      problem = counted(rows.count, "row")
    } else if let stranger = rows.first(where: { !(0..<count).contains($0) }) {
      problem = "row \(stranger)"
    } else {
      var seen: Set<Int> = []
      problem = rows.first { !seen.insert($0).inserted }.map { "row \($0) twice" }
    }
    guard let problem else { return }
    let limits = "from 0 to \(count - 1)"
    throw .invalidParameter(
      name: "start", value: problem,
      allowed: k == 1 ? "a row \(limits)" : "\(k) different rows \(limits)")
  }

  /// The progress after `looks` looks at a candidate: k for each point at the start, one a pass.
  func progress(looks: Int, of n: Int) -> FitProgress {
    FitProgress(completed: looks, total: (k + maxPasses) * n)
  }

  /// The medoids before the first swap.
  func firstMedoids(
    _ distances: MedoidDistances, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> MedoidAssignment {
    switch start {
    case .given(let rows):
      return MedoidAssignment(distances, medoids: rows)
    case .random:
      var generator = SeededGenerator(seed: seed)
      let rows = generator.nextIndices(k, below: distances.count)
      return MedoidAssignment(distances, medoids: rows)
    case .build:
      return try buildMedoids(k, distances, threads: threads) { looks in
        shouldContinue(progress(looks: looks, of: distances.count))
      }
    }
  }
}

/// Chooses k rows, each the one that lowers the loss most; the lowest on a tie. O(n² · d) for
/// the first, and less and less for the further ones, whose reach shrinks.
///
/// Kaufman and Rousseeuw 1990, https://doi.org/10.1002/9780470316801
func buildMedoids(
  _ k: Int, _ distances: MedoidDistances, threads: Int, while shouldContinue: (Int) -> Bool
) throws(ClusteringError) -> MedoidAssignment {
  let n = distances.count
  var assignment: MedoidAssignment?
  for step in 0..<k {
    let search = assignment.map { SwapSearch(addingTo: $0, distances) }
    let chosen = Set(assignment?.medoids ?? [])
    var best = (row: 0, loss: Double.infinity)
    // Some ten million distances between two questions whether to go on.
    let window = max(1, min(n, 10_000_000 / n))
    for first in stride(from: 0, to: n, by: window) {
      let rows = first..<min(n, first + window)
      let losses = inChunks(rows.count, size: 16, threads: threads) { chunk in
        chunk.map { slot in
          let row = rows.lowerBound + slot
          return search?.additionChange(of: row) ?? total(from: row, distances)
        }
      }
      for (row, loss) in zip(rows, losses.joined())
      where loss < best.loss && !chosen.contains(row) {
        best = (row, loss)
      }
      guard shouldContinue(step * n + rows.upperBound) else { throw .cancelled }
    }
    if assignment?.append(best.row, distances) == nil {
      assignment = MedoidAssignment(distances, medoids: [best.row])
    }
  }
  return assignment ?? MedoidAssignment(distances, medoids: [0])
}

/// The loss with a single medoid.
private func total(from row: Int, _ distances: MedoidDistances) -> Double {
  (0..<distances.count).reduce(0) { $0 + distances.between(row, $1) }
}
