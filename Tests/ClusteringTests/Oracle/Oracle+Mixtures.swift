// Gaussian mixtures after a given number of iterations from a given start.

import Clustering
import Testing

extension OracleCase {
  struct MixtureRecord: Decodable, Sendable {
    let covarianceType: String
    let k: Int
    let regCovar: Double
    let iterations: Int
    let initWeights: [Double]
    let initMeans: [[Double]]
    let initPrecisionsDiagonal: [Double]
    let weights: [Double]
    let means: Nested
    let covariances: Nested
    let logLikelihood: Double
    let lowerBoundLastEStep: Double
    let nParameters: Int
    let bic, aic: Double
    let labels: [Int]
    let responsibilitiesFirstRows: [[Double]]
    let maxConditionNumber: Double
    let minTopTwoResponsibilityGap: Double
    let independentAgrees: Bool
  }

  /// Numbers in arrays of whatever depth, one after the other.
  struct Nested: Decodable, Sendable {
    let values: [Double]

    init(from decoder: any Decoder) throws {
      if var items = try? decoder.unkeyedContainer() {
        var values: [Double] = []
        while !items.isAtEnd { values += try items.decode(Nested.self).values }
        self.values = values
      } else {
        values = [try decoder.singleValueContainer().decode(Double.self)]
      }
    }
  }
}

extension Oracle {
  @Test(arguments: try cases.get())
  func `Gaussian mixtures from a given start`(_ loaded: LoadedCase) throws {
    for record in loaded.record.gmm ?? [] {
      let points = loaded.points
      let mixture = try mixture(record, dimensions: points.dimensions)
      let model = try mixture.fit(points)
      #expect(model.iterations == record.iterations)
      #expect(model.parameterCount == record.nParameters)
      #expect(try model.predict(points) == model.labels)
      guard record.independentAgrees else { continue }
      // Inverting a covariance matrix loses as many digits as its condition number has.
      let loosening = max(1, record.maxConditionNumber * 1e-6)
      func expect(_ found: [Double], _ expected: [Double], _ what: String) {
        loaded.expect(
          found, expected, "\(record.covarianceType) \(what)", loosening: loosening)
      }
      expect(model.weights, record.weights, "weights")
      expect(model.means.values, record.means.values, "means")
      expect(model.covariances, record.covariances.values, "covariances")
      expect([model.logLikelihood], [record.logLikelihood], "likelihood")
      expect([model.bic, model.aic], [record.bic, record.aic], "criteria")
      let first = Array(record.responsibilitiesFirstRows.indices)
      expect(
        model.responsibilities.selecting(rows: first).values,
        record.responsibilitiesFirstRows.flatMap { $0 }, "responsibilities")
      if record.minTopTwoResponsibilityGap > 1e-7 * loosening {
        #expect(model.labels == record.labels, "\(record.covarianceType)")
      }
      let last = try mixture.states(of: points).reduce(nil) { $1 }
      expect(
        [try #require(last).meanLogLikelihood], [record.lowerBoundLastEStep], "last expectation")
    }
  }

  private func mixture(
    _ record: OracleCase.MixtureRecord, dimensions d: Int
  ) throws -> GaussianMixture {
    let types: [String: GaussianMixture.Covariance] = [
      "full": .full, "tied": .tied, "diag": .diagonal, "spherical": .spherical,
    ]
    let precisions = record.initPrecisionsDiagonal
    return GaussianMixture(
      k: record.k, covariance: try #require(types[record.covarianceType]),
      start: .given(
        weights: record.initWeights, means: try Points(rows: record.initMeans),
        precisions: precisions.count == d
          ? precisions : Array(repeating: precisions[0], count: d)),
      maxIterations: record.iterations, tolerance: 0, regularization: record.regCovar)
  }
}
