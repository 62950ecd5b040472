// The scores by their names on the command line: of labels alone, and of two labelings.

import ArgumentParser
import Clustering
import Wording

/// A figure of one labeling, from the points alone.
enum InternalScore: String, CaseIterable {
  case silhouette
  case daviesBouldin = "davies-bouldin"
  case calinskiHarabasz = "calinski-harabasz"
  case dbcv

  static var names: [String] { allCases.map(\.rawValue) }

  /// Noise is left out.
  func value(
    _ points: Points, _ labels: [Int], threads: Int
  ) throws(ClusteringError) -> Double {
    switch self {
    case .silhouette: try Quality.silhouette(points, labels: labels, threads: threads)
    case .daviesBouldin: try Quality.daviesBouldin(points, labels: labels, threads: threads)
    case .calinskiHarabasz: try Quality.calinskiHarabasz(points, labels: labels, threads: threads)
    case .dbcv: try Quality.dbcv(points, labels: labels)
    }
  }
}

/// A figure of two labelings of the same rows.
enum ExternalScore: String, CaseIterable {
  case rand
  case adjustedRand = "ari"
  case mutualInformation = "mi"
  case normalizedMutualInformation = "nmi"
  case adjustedMutualInformation = "ami"
  case homogeneity, completeness
  case vMeasure = "v-measure"
  case fowlkesMallows = "fowlkes-mallows"

  static var names: [String] { allCases.map(\.rawValue) }

  /// Homogeneity and completeness take `b` for the truth.
  func value(_ a: [Int], _ b: [Int], threads: Int) throws(ClusteringError) -> Double {
    let table = try ContingencyTable(b, a, threads: threads)
    return switch self {
    case .rand: table.rand
    case .adjustedRand: table.adjustedRand
    case .mutualInformation: table.mutualInformation
    case .normalizedMutualInformation: table.normalizedMutualInformation()
    case .adjustedMutualInformation: table.adjustedMutualInformation()
    case .homogeneity: table.homogeneity
    case .completeness: table.completeness
    case .vMeasure: try table.vMeasure()
    case .fowlkesMallows: table.fowlkesMallows
    }
  }
}

/// A score that was computed, and the seconds of each repetition.
struct ScoreReport {
  let name: String
  /// Nil where the score is not defined: `problem` says why.
  let value: Double?
  let problem: String?
  let seconds: [Double]

  init(
    _ name: String, repetitions: Int, _ score: () throws(ClusteringError) -> Double
  ) throws(Failure) {
    self.name = name
    do throws(ClusteringError) {
      var value: Double?
      var seconds: [Double] = []
      for _ in 0..<repetitions {
        let run = try timed(score)
        value = run.result
        seconds.append(run.seconds)
      }
      (self.value, self.seconds, problem) = (value, seconds, nil)
    } catch {
      switch error {
      case .scoreUndefined, .loneClusterPoint:
        (value, seconds, problem) = (nil, [], error.description)
      default:
        throw Failure(refusal: error)
      }
    }
  }
}

extension [ScoreReport] {
  /// By name, null where undefined.
  var values: [String: Double?] { Dictionary(map { ($0.name, $0.value) }) { $1 } }

  var seconds: [String: [Double]] { Dictionary(map { ($0.name, $0.seconds) }) { $1 } }

  /// Why some are undefined, each reason once.
  var problems: [String] {
    reduce(into: []) { told, score in
      if let problem = score.problem, !told.contains(problem) { told.append(problem) }
    }
  }

  func tell() {
    for score in self {
      let value = score.value.map { significant($0) } ?? "undefined"
      let time = score.seconds.count > 1 ? ", \(timesTaken(score.seconds))" : ""
      Output.line("\(score.name) \(value)\(time)")
    }
  }
}
