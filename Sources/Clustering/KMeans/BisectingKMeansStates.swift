// Bisecting k-means, cut by cut: what a visualization draws, and what `fit` runs through.

/// The models of ``BisectingKMeans`` with 1, 2, … clusters.
public struct BisectingKMeansStates: Sequence, Sendable {
  let cuts: Bisection

  /// Starts with all points in one cluster.
  public func makeIterator() -> Iterator {
    Iterator(cuts: cuts)
  }

  /// The fit between two cuts.
  public struct Iterator: IteratorProtocol {
    private var cuts: Bisection
    private var isFirst = true

    fileprivate init(cuts: Bisection) { self.cuts = cuts }

    /// The model after one more cut, or nil after the last.
    public mutating func next() -> BisectingKMeansModel? {
      if isFirst {
        isFirst = false
        return cuts.model
      }
      // Nobody asks to stop here, so this does not fail.
      let didCut = (try? cuts.advance(while: { _ in true })) ?? false
      return didCut ? cuts.model : nil
    }
  }
}

// MARK: - One run

/// The clusters between two cuts.
struct Bisection: Sendable {
  let parameters: BisectingKMeans
  let points: Points

  /// A cluster with a copy of its points, so that a cut runs over memory in one go.
  private struct Cluster: Sendable {
    let rows: [Int]
    let points: Points
    let center: [Double]
    let inertia: Double

    /// Whether two points differ by more than nothing. The inertia alone does not tell, as a mean
    /// may be rounded.
    let canBeCut: Bool

    init(rows: [Int], points: Points, center: [Double]) {
      (self.rows, self.points, self.center) = (rows, points, center)
      let labels = [Int](repeating: 0, count: rows.count)
      inertia = squaredErrors(points, labels: labels, centers: center)
      let (values, d) = (points.values, points.dimensions)
      canBeCut = inertia > 0 && values.indices.contains { values[$0] != values[$0 % d] }
    }
  }

  private var clusters: [Cluster]
  private var cuts: [BisectingKMeansModel.Cut] = []
  private var generator: SeededGenerator

  init(parameters: BisectingKMeans, points: Points) {
    self.parameters = parameters
    self.points = points
    generator = SeededGenerator(seed: parameters.seed)
    let center = columnMeans(points)
    clusters = [Cluster(rows: Array(0..<points.count), points: points, center: center)]
  }

  /// Cuts the cluster with the largest inertia, the lowest on a tie; false when there are k
  /// clusters, or no two points differ any more.
  mutating func advance(
    while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> Bool {
    guard clusters.count < parameters.k,
      let largest = clusters.indices.filter({ clusters[$0].canBeCut })
        .max(by: { clusters[$0].inertia < clusters[$1].inertia })
    else { return false }
    let progress = FitProgress(completed: clusters.count - 1, total: parameters.k - 1)
    let cluster = clusters[largest]
    let halves = try parameters.bisector(seed: generator.next(), clusters: 2)
      .fit(cluster.points) { _ in shouldContinue(progress) }
    cuts.append(BisectingKMeansModel.Cut(cluster: largest, centers: halves.centers))
    let (first, second) = places(halves.labels)
    clusters[largest] = part(of: cluster, at: first, center: halves.centers.row(0))
    clusters.append(part(of: cluster, at: second, center: halves.centers.row(1)))
    return true
  }

  /// Where the label is 0, and where it is 1.
  private func places(_ labels: [Int]) -> (first: [Int], second: [Int]) {
    var (first, second) = (labels, labels)
    var (zeros, ones) = (0, 0)
    for place in labels.indices {
      // Written to both lists and counted in one: a jump here would be mispredicted.
      (first[zeros], second[ones]) = (place, place)
      ones += labels[place]
      zeros += 1 - labels[place]
    }
    return (Array(first[..<zeros]), Array(second[..<ones]))
  }

  private func part(of cluster: Cluster, at places: [Int], center: [Double]) -> Cluster {
    Cluster(
      rows: places.map { cluster.rows[$0] }, points: cluster.points.selecting(rows: places),
      center: center)
  }

  /// The clusters so far.
  var model: BisectingKMeansModel {
    var labels = [Int](repeating: 0, count: points.count)
    for (label, cluster) in clusters.enumerated() {
      for row in cluster.rows { labels[row] = label }
    }
    return BisectingKMeansModel(
      labels: labels,
      centers: Points(checked: clusters.flatMap(\.center), dimensions: points.dimensions),
      inertia: clusters.reduce(0) { $0 + $1.inertia }, cuts: cuts,
      clustersAskedFor: parameters.k)
  }
}
