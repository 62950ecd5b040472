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
  private var margin = 0.0

  /// The eigenvalues so far, the largest first, also of the vectors that only keep the wanted
  /// ones company.
  private var values: [Double] = []
  private var vectors: Panels

  /// At rest: the eigenvalues are then right to about the square of this.
  static let restingResidual = 1e-8

  /// Up to this many points the whole matrix is turned at once; so it is where the wanted vectors
  /// and their company would be more than half as many as the points. That takes O(n³) for each
  /// sweep, and nobody is asked on the way.
  static let fewPoints = 100

  package init(graph: SimilarityGraph, count: Int, maxRounds: Int, threads: Int) {
    // Company takes the unwanted eigenvalues farther away.
    let panels = (count + max(2, count / 4) + 7) / 8
    guard graph.count > Self.fewPoints, panels * 16 <= graph.count else {
      self.init(plainly: graph, count: count)
      return
    }
    self.init(
      graph: graph, count: count, maxRounds: maxRounds, threads: threads,
      vectors: Panels(random: panels, rows: graph.count, length: graph.paddedCount))
    vectors.straighten()
    turn()
  }

  private init(
    graph: SimilarityGraph, count: Int, maxRounds: Int, threads: Int, vectors: Panels
  ) {
    self.graph = graph
    self.count = count
    self.maxRounds = maxRounds
    self.threads = threads
    self.vectors = vectors
  }

  /// The plain way: all eigenvectors of the whole matrix, O(n³).
  package init(plainly graph: SimilarityGraph, count: Int) {
    let pairs = eigenpairs(ofSymmetric: graph.matrix(), size: graph.count).prefix(count)
    self.init(
      graph: graph, count: count, maxRounds: 1, threads: 1,
      vectors: Panels(columns: pairs.map(\.vector), length: graph.paddedCount))
    values = pairs.map(\.value)
    residual = 0
  }

  package var isConverged: Bool { residual <= Self.restingResidual }

  var progress: FitProgress { FitProgress(completed: rounds, total: maxRounds) }

  /// Makes one more round; false when there is no need.
  package mutating func advance() -> Bool {
    guard !isConverged, rounds < maxRounds else { return false }
    let before = residual
    filter()
    vectors.straighten()
    turn()
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
  private func product(_ vectors: Panels) -> Panels {
    vectors.map { graph.times($0, threads: threads) }
  }

  /// Multiplies the vectors with the Chebyshev polynomial for the interval from the least
  /// eigenvalue to the last one in company or below, scaled so that it is 1 at 1.
  private mutating func filter() {
    // Vectors that point anywhere tell nothing; that those above ½ are wanted is a fair guess.
    let known = rounds == 0 ? 0.5 : min(values[values.count - 1], values[count - 1] - margin)
    let cut = max(known, graph.least + 1e-12)
    let middle = (cut + graph.least) / 2
    let radius = (cut - graph.least) / 2
    let first = radius / (1 - middle)
    var sigma = first
    var before = vectors
    vectors = product(before).combined(sigma / radius, before, -middle * sigma / radius)
    for _ in 1..<degree(middle: middle, radius: radius) {
      let next = 1 / (2 / first - sigma)
      let scale = 2 * next / radius
      let after = product(vectors)
        .combined(scale, vectors, -middle * scale)
        .combined(1, before, -sigma * next)
      (before, vectors, sigma) = (vectors, after, next)
    }
  }

  /// As high as it takes to bring the residual down, and not so high that the first vector drowns
  /// the last: beyond e¹⁸, half the digits would be gone.
  private func degree(middle: Double, radius: Double) -> Int {
    func growth(at value: Double) -> Double {
      let t = max(1 + 1e-9, (value - middle) / radius)
      return naturalLog(t + (t * t - 1).squareRoot())
    }
    let most = min(18 / growth(at: 1), 60)
    guard rounds > 0 else { return Int(most) }
    let wanted = naturalLog(max(residual, Self.restingResidual) / Self.restingResidual)
    return Int(max(2, min(wanted / growth(at: values[count - 1]), most)))
  }

  /// Turns the vectors within the space they span into the eigenvectors of that space.
  private mutating func turn() {
    let products = product(vectors)
    let pairs = eigenpairs(ofSymmetric: vectors.products(with: products), size: vectors.columns)
    values = pairs.map(\.value)
    vectors = vectors.turned(by: pairs)
    let errors = products.turned(by: pairs).distances(to: vectors, times: values)
    residual = errors.prefix(count).max() ?? 0
  }
}
