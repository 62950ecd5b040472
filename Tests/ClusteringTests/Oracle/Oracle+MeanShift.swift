// The section of mean shift: the same modes, and the same mode for each point that is not
// nearly between two.

import Clustering
import Testing

extension OracleCase {
  struct MeanShiftRecord: Decodable, Sendable {
    let bandwidth: Double
    let centers: [[Double]]
    let labels: [Int]
    let centerTolerance: Double
    let ambiguous: [Int]
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `peaks of the density`(_ loaded: LoadedCase) throws {
    for record in loaded.record.meanshift ?? [] {
      let model = try MeanShift(bandwidth: record.bandwidth).fit(loaded.points)
      try #require(model.centers.count == record.centers.count)
      // Modes with equally many points around may change places.
      let places = record.centers.map { center in
        (0..<model.centers.count).first { index in
          let row = model.centers.row(index)
          return zip(row, center).allSatisfy { ($0 - $1).magnitude <= record.centerTolerance }
        }
      }
      #expect(!places.contains(nil))
      for (i, label) in record.labels.enumerated() where !record.ambiguous.contains(i) {
        #expect(model.labels[i] == places[label], "point \(i)")
      }
    }
  }
}
