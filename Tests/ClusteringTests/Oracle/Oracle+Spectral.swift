// The section of spectral clustering: the eigenvalues always, the labels where they do not
// depend on the start of k-means.

import Clustering
import Testing

extension OracleCase {
  struct SpectralRecord: Decodable, Sendable {
    let k: Int
    let gamma: Double
    let laplacianEigenvalues: [Double]
    let labels: [Int]?
    let stableOverSeeds: Bool
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `cuts of the graph of similar points`(_ loaded: LoadedCase) throws {
    for record in loaded.record.spectral ?? [] {
      let method = SpectralClustering(k: record.k, affinity: .gaussian(gamma: record.gamma))
      let eigenvalues = try method.laplacianEigenvalues(
        of: loaded.points, count: record.laplacianEigenvalues.count)
      loaded.expect(eigenvalues, record.laplacianEigenvalues, "eigenvalues", scale: 1)
      guard record.stableOverSeeds, let labels = record.labels else { continue }
      let model = try method.fit(loaded.points)
      #expect(renumbered(model.labels) == renumbered(labels))
    }
  }
}
