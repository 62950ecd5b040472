// Distances between the first rows of each case.

import Clustering
import Testing

extension Oracle {
  @Test(arguments: try cases.get())
  func `distances between points`(_ loaded: LoadedCase) throws {
    guard let section = loaded.record.distances else { return }
    for (distance, expected) in try section.records() {
      let found = (0..<section.rows).flatMap { i in
        (0..<section.rows).map { distance.between(i, $0, in: loaded.points) }
      }
      // 1 minus a cosine is never more exact than that 1.
      let largest = expected.joined().compactMap { $0?.magnitude }.max() ?? 0
      let isOneMinus = distance == .cosine || distance == .correlation
      let scale = isOneMinus ? max(largest, 1e-15 / loaded.tolerance) : nil
      loaded.expect(found, expected.flatMap { $0 }, distance.name, scale: scale)
    }
  }
}

extension OracleCase.DistancesSection {
  fileprivate func records() throws -> [(Distance, [[Double?]])] {
    [
      (.euclidean, euclidean), (.squaredEuclidean, sqeuclidean), (.manhattan, cityblock),
      (.chebyshev, chebyshev), (try .minkowski(p: 3), minkowskiP3), (.cosine, cosine),
      (.canberra, canberra),
    ] + (correlation.map { [(.correlation, $0)] } ?? [])
  }
}
