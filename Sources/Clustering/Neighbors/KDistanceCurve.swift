// How far the k-th neighbor is: the curve from which eps is read.
//
// In a cluster the k-th neighbor is near, and about equally near for all its points; for noise
// it is far. Sorted, these distances rise slowly and then steeply. Where they turn, the
// clusters end: an eps at that height makes core points of the points to the left.
//
// Ester, Kriegel, Sander and Xu 1996, https://dl.acm.org/doi/10.5555/3001460.3001507

/// The distance from each of n points to its k-th nearest other point, in ascending order.
///
/// For ``DBSCAN``, where a point counts among its own neighbors, k = minSamples - 1: at
/// `eps = curve[i]` at least i + 1 points are core points.
///
/// - Parameter shouldContinue: Asked now and then; false stops.
/// - Throws: ``ClusteringError`` when there are no points, k is not from 1 to n - 1, or it was
///   stopped.
public func kDistanceCurve(
  _ points: Points, k: Int, distance: Distance = .euclidean, threads: Int = 1,
  while shouldContinue: (FitProgress) -> Bool = { _ in true }
) throws(ClusteringError) -> [Double] {
  let neighbors = try NearestNeighbors(points, distance: distance)
  let others = points.count - 1
  guard k >= 1, k <= others else {
    throw .invalidParameter(
      name: "k", value: "\(k)", allowed: "from 1 to the number of other points, \(others)")
  }
  try require(count: threads, named: "threads")
  return try neighbors.kthDistances(k, threads: threads, while: shouldContinue).sorted()
}
