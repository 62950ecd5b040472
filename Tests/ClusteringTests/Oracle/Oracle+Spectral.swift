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
