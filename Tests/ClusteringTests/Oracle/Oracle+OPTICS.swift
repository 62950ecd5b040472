// The section `optics` of the reference cases. Where a distance ties with a core distance, the
// order of the visits depends on the last digit; those records only hold the core distances.

import Clustering
import Testing

extension OracleCase {
  struct OPTICSRecord: Decodable, Sendable {
    let minSamples: Int
    let coreDistances: [Double?]
    let ordering: [Int]
    let reachability: [Double?]
    let sklearnAgrees: Bool
    let xi: Double
    let labelsXiSklearn: [Int]
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `orderings in which clusters are valleys`(_ loaded: LoadedCase) throws {
    for record in loaded.record.optics ?? [] {
      let model = try OPTICS(minSamples: record.minSamples, extraction: .xi(record.xi))
        .fit(loaded.points)
      loaded.expect(model.coreDistances, record.coreDistances, "core distances")
      #expect(model.ordering.sorted() == Array(0..<loaded.points.count))
      guard record.sklearnAgrees else { continue }
      #expect(model.ordering == record.ordering)
      loaded.expect(
        model.reachability.map { $0.isFinite ? $0 : nil }, record.reachability, "reachability")
      #expect(renumbered(model.labels) == renumbered(record.labelsXiSklearn))
    }
  }
}
