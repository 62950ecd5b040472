// What the fast ways to DBSCAN's clusters share: the last steps, from sets of core points to
// numbers and from places to rows.

/// Numbers the clusters by their lowest core points.
///
/// - Parameters:
///   - sets: What was joined: cells, or points.
///   - lowestRow: For each of them its lowest core point, `Int.max` where there is none.
/// - Returns: For each of them its cluster, ``DBSCAN/noise`` where there is no core point.
func numberClusters(
  _ sets: inout DisjointSets, lowestRow: [Int]
) -> (clusters: [Int], count: Int) {
  let members = lowestRow.indices.filter { lowestRow[$0] < .max }
  var lowest = [Int](repeating: .max, count: lowestRow.count)
  var roots: [Int] = []
  for member in members {
    let root = sets.root(of: member)
    if lowest[root] == .max { roots.append(root) }
    lowest[root] = min(lowest[root], lowestRow[member])
  }
  roots.sort { lowest[$0] < lowest[$1] }
  var clusters = [Int](repeating: DBSCAN.noise, count: lowestRow.count)
  for (number, root) in roots.enumerated() { clusters[root] = number }
  for member in members { clusters[member] = clusters[sets.root(of: member)] }
  return (clusters, roots.count)
}

extension DisjointSets {
  /// Joins the sets that two numbers are in.
  mutating func joinSets(of a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    if a != b { _ = join(a, b) }
  }
}

extension DBSCANModel {
  /// From labels and core points in another order; `order` tells the row at each place.
  init(
    labels: [Int], isCore: [Bool], order: [Int], clusterCount: Int, points: Points,
    parameters: DBSCAN
  ) {
    var labelOfRow = labels
    var isCoreRow = isCore
    for (place, row) in order.enumerated() {
      labelOfRow[row] = labels[place]
      isCoreRow[row] = isCore[place]
    }
    self.init(
      labels: labelOfRow, corePoints: isCoreRow.indices.filter { isCoreRow[$0] },
      clusterCount: clusterCount, points: points, parameters: parameters)
  }
}
