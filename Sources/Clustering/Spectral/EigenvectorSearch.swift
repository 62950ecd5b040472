// The eigenvectors of a large symmetric matrix with the largest eigenvalues.
//
// Multiplying a vector by the matrix again and again turns it toward the first eigenvector,
// because its part along each eigenvector grows like the power of the eigenvalue. Several
// vectors, kept at right angles, turn toward the first several: subspace iteration, safe also
// where eigenvalues are equal, as they are when a graph falls into parts.
//
// Powers are slow when eigenvalues lie close together. A Chebyshev polynomial does better with
// the same number of products: it stays within ±1 on the interval of the unwanted eigenvalues,
// and grows beyond it as fast as any polynomial can.
//
//     repeat
//       filter     multiply the vectors with a Chebyshev polynomial of the matrix
//       straighten make them orthonormal again
//       turn       within the space they span, find the eigenvectors (Rayleigh and Ritz)
//     until M v is value · v for each wanted vector
//
// Zhou and Saad 2007, https://doi.org/10.1137/050630404

/// The first eigenvectors of a graph, between two rounds.
package struct EigenvectorSearch: Sendable {
  let graph: SimilarityGraph
  /// How many eigenvectors are wanted.
  let count: Int
  let maxRounds: Int
  let threads: Int

  private(set) var rounds = 0
  /// The largest ‖M v - value · v‖ of the wanted vectors.
  private(set) var residual = Double.infinity

  /// How far at least below the wanted eigenvalues the filter begins to hold down.
  var margin = 0.0

  /// The eigenvalues so far, the largest first, also of the vectors that only keep the wanted
  /// ones company.
  var values: [Double] = []
  var vectors: Panels

  /// M v - value · v for each of the vectors.
  var errors: Panels

  /// At rest: the eigenvalues are then right to about the square of this.
  static let restingResidual = 1e-8

  /// Up to this many points the whole matrix is turned at once; so it is where the wanted vectors
  /// and their company would be more than half as many as the points. That takes O(n³) for each
  /// sweep: minutes for some thousands.
  static let fewPoints = 100

  package init(
    graph: SimilarityGraph, count: Int, maxRounds: Int, threads: Int,
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusteringError) {
    // Company takes the unwanted eigenvalues farther away.
    let panels = (count + max(2, count / 4) + 7) / 8
    guard graph.count > Self.fewPoints, panels * 16 <= graph.count else {
      try self.init(plainly: graph, count: count, while: shouldContinue)
      return
    }
    self.init(
      graph: graph, count: count, maxRounds: maxRounds, threads: threads,
      vectors: Panels(random: panels, rows: graph.count, length: graph.paddedCount))
    vectors.straighten()
    try turn(while: shouldContinue)
  }

  private init(
    graph: SimilarityGraph, count: Int, maxRounds: Int, threads: Int, vectors: Panels
  ) {
    self.graph = graph
    self.count = count
    self.maxRounds = maxRounds
    self.threads = threads
    self.vectors = vectors
    errors = vectors
  }

  /// The plain way: all eigenvectors of the whole matrix, O(n³).
  package init(
    plainly graph: SimilarityGraph, count: Int, while shouldContinue: () -> Bool = { true }
  ) throws(ClusteringError) {
    let pairs = try eigenpairs(
      ofSymmetric: graph.matrix(), size: graph.count, while: shouldContinue
    ).prefix(count)
    self.init(
      graph: graph, count: count, maxRounds: 1, threads: 1,
      vectors: Panels(columns: pairs.map(\.vector), length: graph.paddedCount))
    values = pairs.map(\.value)
    residual = 0
  }

  package var isConverged: Bool { residual <= Self.restingResidual }

  var progress: FitProgress { FitProgress(completed: rounds, total: maxRounds) }

  /// Makes one more round; false when there is no need.
  ///
  /// - Throws: ``ClusteringError/cancelled`` when `shouldContinue`, asked on the way, says no.
  package mutating func advance(
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusteringError) -> Bool {
    guard !isConverged, rounds < maxRounds else { return false }
    let before = residual
    try filter(while: shouldContinue)
    vectors.straighten()
    try turn(while: shouldContinue)
    if rounds > 0 && residual > before / 2 { changeMargin() }
    rounds += 1
    return true
  }

  /// When the wanted eigenvalue is repeated more often than there are vectors, as in a graph of
  /// many parts, the company has it too, and a filter that begins right below it tells nothing
  /// apart. How far below it should begin is not known: so several margins take turns.
  private mutating func changeMargin() {
    margin = margin == 0 ? 1e-3 : margin < 0.06 ? margin * 8 : 0
  }
}

// MARK: - Looking at the search

extension EigenvectorSearch {
  /// The smallest eigenvalues of the Laplacian, ascending.
  package var laplacianEigenvalues: [Double] {
    values.prefix(count).map { max(0, 1 - $0) }
  }

  /// The eigenvectors, n × count, each point divided by the root of the sum of its weights.
  var embedding: Points {
    let rows = (0..<graph.count).flatMap { i in
      let scale = graph.scales[i] > 0 ? graph.scales[i] : 1
      return (0..<count).map { vectors[i, $0] * scale }
    }
    return Points(checked: rows, dimensions: count)
  }
}

// MARK: - A round

extension EigenvectorSearch {
  /// Turns the vectors within the space they span into the eigenvectors of that space.
  private mutating func turn(while shouldContinue: () -> Bool) throws(ClusteringError) {
    let products = vectors.map { graph.times($0, threads: threads) }
    let pairs = try eigenpairs(
      ofSymmetric: vectors.products(with: products), size: vectors.columns,
      while: shouldContinue)
    values = pairs.map(\.value)
    vectors = vectors.turned(by: pairs)
    errors = products.turned(by: pairs).adding(vectors, times: values.map { -$0 })
    residual = errors.lengths.prefix(count).max() ?? 0
  }
}
