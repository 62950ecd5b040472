// The same work in two forms: the plain one that explains it, and the fast one that is run.
//
// A test of the library proves that both give the same; here their costs are compared. The data
// are made before the clock starts, the same in every run.

import Clustering

/// Runs a kernel in one form, as often as asked.
func kernel(_ options: Options) throws -> Report {
  guard let (plain, fast) = try kernel(named: options.name) else {
    throw Misuse(sentence: "--name k-means, dbscan, spanning-tree or mixture")
  }
  let (figure, seconds) = try options.timed(options.form == "plain" ? plain : fast)
  return Report(seconds: seconds, figures: ["figure": figure])
}

private typealias Form = () throws -> Double

private func kernel(named name: String) throws -> (plain: Form, fast: Form)? {
  switch name {
  case "k-means": try kMeans(points(20_000, 16, groups: 64, spread: 1), k: 64, rounds: 20)
  case "dbscan": try dbscan(points(10_000, 2, groups: 20), eps: 0.3)
  case "spanning-tree": try spanningTree(points(4000, 2, groups: 20))
  case "mixture": try mixture(points(5000, 8, groups: 10), k: 10)
  default: nil
  }
}

/// Round Gaussian groups, their centers spread so many times as wide as they are.
private func points(_ n: Int, _ d: Int, groups: Int, spread: Double = 3) throws -> Points {
  var generator = SeededGenerator(seed: 1)
  let centers = (0..<groups * d).map { _ in spread * generator.nextGaussian() }
  let values = (0..<n).flatMap { row in
    (0..<d).map { centers[row % groups * d + $0] + generator.nextGaussian() }
  }
  return try Points(values, dimensions: d)
}

/// Every distance of every round, against bounds, blocks and short numbers.
private func kMeans(_ points: Points, k: Int, rounds: Int) throws -> (Form, Form) {
  let start = points.selecting(rows: Array(0..<k))
  let method = KMeans(k: k, start: .given(start), maxIterations: rounds)
  let plain = {
    var centers = start.values
    for _ in 0..<rounds {
      let labels = nearestCenters(of: points, centers: centers)
      centers = means(of: points, labels, or: centers)
    }
    let labels = nearestCenters(of: points, centers: centers)
    return try Quality.inertia(
      points, labels: labels, centers: Points(centers, dimensions: points.dimensions))
  }
  return (plain, { try method.fit(points).inertia })
}

/// The mean of each cluster; a cluster without points stays where it was.
private func means(of points: Points, _ labels: [Int], or centers: [Double]) -> [Double] {
  let d = points.dimensions
  var sums = Array(repeating: 0.0, count: centers.count)
  var counts = Array(repeating: 0, count: centers.count / d)
  for (row, label) in labels.enumerated() {
    counts[label] += 1
    for j in 0..<d { sums[label * d + j] += points[row, j] }
  }
  return sums.indices.map { counts[$0 / d] > 0 ? sums[$0] / Double(counts[$0 / d]) : centers[$0] }
}

/// A neighbor query for every point, against a grid whose dense cells need none.
private func dbscan(_ points: Points, eps: Double) throws -> (Form, Form) {
  let method = DBSCAN(eps: eps, minSamples: 10)
  let plain = {
    var growth = try method.states(of: points).makeIterator()
    while growth.advance() {}
    return Double(growth.result.noiseCount)
  }
  return (plain, { Double(try method.fit(points).noiseCount) })
}

/// Every pair of points, against trees that grow together along a k-d tree.
private func spanningTree(_ points: Points) throws -> (Form, Form) {
  let weight = { (tree: SpanningTree) in tree.edges.reduce(0) { $0 + $1.weight } }
  return (
    { weight(try .prim(points, minSamples: 10)) },
    { weight(try SpanningTree(points, minSamples: 10)) }
  )
}

/// The sums of one round of EM, point by point against eight points at once.
private func mixture(_ points: Points, k: Int) throws -> (Form, Form) {
  let model = try GaussianMixture(k: k, maxIterations: 5).fit(points)
  return (
    { model.statistics(of: points, plainly: true).logLikelihood },
    { model.statistics(of: points, plainly: false).logLikelihood }
  )
}
