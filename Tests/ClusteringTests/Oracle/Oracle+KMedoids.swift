// The section of k-medoids: PAM is unique from its start, FasterPAM only nearly as good.

import Clustering
import Testing

extension OracleCase {
  struct KMedoidsRecord: Decodable, Sendable {
    let k: Int
    let startKind: String
    let start: [Int]
    let pamMedoidsSorted: [Int]
    let pamLoss: Double
    let pamLabelsNearestSortedMedoid: [Int]
    let fasterpamLoss: Double
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `medoids, the best swap first`(_ loaded: LoadedCase) throws {
    for record in loaded.record.kmedoids ?? [] {
      let start: KMedoids.Start = record.startKind == "build" ? .build : .given(record.start)
      let model = try KMedoids(k: record.k, algorithm: .pam, start: start).fit(loaded.points)
      #expect(model.medoids == record.pamMedoidsSorted, "\(record.startKind)")
      #expect(model.labels == record.pamLabelsNearestSortedMedoid, "\(record.startKind)")
      loaded.expect([model.loss], [record.pamLoss], "loss of PAM")
    }
  }

  @Test(arguments: try cases.get())
  func `medoids, any swap that helps`(_ loaded: LoadedCase) throws {
    for record in loaded.record.kmedoids ?? [] {
      let start: KMedoids.Start = record.startKind == "build" ? .build : .given(record.start)
      let model = try KMedoids(k: record.k, start: start).fit(loaded.points)
      #expect(model.loss <= 1.03 * min(record.pamLoss, record.fasterpamLoss))
      #expect(model.converged)
    }
  }
}
