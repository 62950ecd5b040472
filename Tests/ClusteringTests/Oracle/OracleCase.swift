// One reference case: a data set and what other packages and plain computations make of it.
//
// The schema is that of the JSON files; sections of it that are not read here are ignored. A
// null stands for infinity, NaN or "not applicable".

import Clustering
import Foundation
import Testing

struct OracleCase: Decodable, Sendable {
  let name: String
  let csv: String
  let relativeTolerance: Double
  let kmeans: [KMeansRecord]?
  let dbscan: [DBSCANRecord]?
  let hdbscan: [HDBSCANRecord]?
  let optics: [OPTICSRecord]?
  let linkage: LinkageSection?
  let scores: [ScoresRecord]?
  let scalers: ScalersSection?
  let pairs: [PairRecord]?
  let pca: PCARecord?
  let distances: DistancesSection?
  let gap: GapRecord?
  let gmm: [MixtureRecord]?
  let kmedoids: [KMedoidsRecord]?
  let meanshift: [MeanShiftRecord]?
  let spectral: [SpectralRecord]?

  struct KMeansRecord: Decodable, Sendable {
    let k: Int
    let `init`: [[Double]]
    let maxIter: Int
    let labels: [Int]
    let centers: [[Double]]
    let inertia: Double
    let nIter: Int
    let policyDependent: Bool
  }

  struct DBSCANRecord: Decodable, Sendable {
    let eps: Double
    let minSamples: Int
    let nClusters: Int
    let labels: [Int]
    let core: [Int]
    let ambiguousBorder: [Int]
    let sklearnAgrees: Bool
  }

  struct LinkageSection: Decodable, Sendable {
    let single, complete, average, ward: LinkageRecord?
    let distanceTies: Bool
  }

  struct LinkageRecord: Decodable, Sendable {
    /// Rows of two clusters, the height and the size, as scipy writes them.
    let z: [[Double]]
    let heightsSorted: [Double]
    let cuts: [String: Cut]
    let heightsUniqueDespiteTies: Bool?

    enum CodingKeys: String, CodingKey {
      case z = "Z"
      case heightsSorted, cuts, heightsUniqueDespiteTies
    }

    struct Cut: Decodable, Sendable {
      let labels: [Int]
      let relativeGap: Double
    }
  }

  struct ScoresRecord: Decodable, Sendable {
    let labels: [Int]
    let silhouetteSamples: [Double?]?
    let silhouetteMean: Double?
    let daviesBouldin: Double?
    let calinskiHarabasz: Double?
    let sklearnAgrees: [String: Bool]?
  }

  struct ScalersSection: Decodable, Sendable {
    let standard, minmax, robust, maxabs, l2: ScalerRecord
    let quantilesLinear: [String: [Double]]
  }

  struct ScalerRecord: Decodable, Sendable {
    let parameters: [String: [Double]]
    let firstRows: [[Double]]
    let columnSums: [Double]
    let columnSumsOfSquares: [Double]
  }

  struct PairRecord: Decodable, Sendable {
    let a, b: [Int]
    let aName, bName: String
    let ari, rand, miNats, homogeneity, completeness, vMeasure, fowlkesMallows: Double?
    let nmiMin, nmiGeometric, nmiArithmetic, nmiMax: Double?
    let amiMin, amiGeometric, amiArithmetic, amiMax: Double?
    let pairConfusion: [[Int]]
    let contingency: [[Int]]?
  }

  struct PCARecord: Decodable, Sendable {
    let mean: [Double]
    let components: [[Double]]
    let explainedVariance: [Double?]
    let explainedVarianceRatio: [Double?]
    let projection: [[Double]]
    let componentRelativeGap: [Double?]
    let sklearnAgrees: Bool
  }

  struct DistancesSection: Decodable, Sendable {
    let rows: Int
    let euclidean, sqeuclidean, cityblock, chebyshev, minkowskiP3: [[Double?]]
    let cosine, canberra: [[Double?]]
    let correlation: [[Double?]]?
  }

  struct GapRecord: Decodable, Sendable {
    let logW: [Double]
    let logWReference: [[Double]]
    let gap: [Double]
    let s: [Double]
    let kFirstRule: Int
  }
}

extension OracleCase: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// A case with its points.
struct LoadedCase: Sendable, CustomTestStringConvertible {
  let record: OracleCase
  let points: Points

  var testDescription: String { record.name }

  /// The cases beside this file, and those of the folders named in `CENTROID_ORACLES`.
  static func all() throws -> [LoadedCase] {
    let further = ProcessInfo.processInfo.environment["CENTROID_ORACLES"] ?? ""
    let folders = further.split(separator: ":").map { URL(filePath: String($0)) }
    return try ([Bundle.module.bundleURL.appending(path: "Fixtures")] + folders).flatMap(load)
  }

  private static func load(folder: URL) throws -> [LoadedCase] {
    struct Index: Decodable {
      struct Entry: Decodable { let name: String }
      let sets: [Entry]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let index = try decoder.decode(
      Index.self, from: Data(contentsOf: folder.appending(path: "index.json")))
    return try index.sets.map { entry in
      let json = try Data(contentsOf: folder.appending(path: entry.name + ".json"))
      let record = try decoder.decode(OracleCase.self, from: json)
      return LoadedCase(record: record, points: try read(folder.appending(path: record.csv)))
    }
  }

  private static func read(_ csv: URL) throws -> Points {
    struct NotANumber: Error {
      let text: String
    }
    let lines = try String(contentsOf: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    return try Points(
      rows: lines.map { line in
        try line.split(separator: ",").map { field in
          guard let value = Double(field) else { throw NotANumber(text: String(field)) }
          return value
        }
      })
  }
}
