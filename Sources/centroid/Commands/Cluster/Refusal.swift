// What the core refuses, said in the words of the command line: a parameter is named as the
// option that set it, and makes the command line itself wrong.

import Clustering

/// Passes a result on, and turns the core's error into a failure with its sentence.
func refusing<Value>(
  _ body: () throws(ClusteringError) -> Value
) throws(Failure) -> Value {
  do { return try body() } catch { throw Failure(refusal: error) }
}

extension Failure {
  init(refusal error: ClusteringError) {
    switch error {
    case .invalidParameter(let name, let value, let allowed):
      self.init(
        "\(option(for: name)) is \(value); it has to be \(allowed)", status: Failure.usage)
    case .clusterCountOutOfRange:
      self.init("-k: \(error)", status: Failure.usage)
    case .wardNeedsEuclidean:
      self.init("\(error)", status: Failure.usage)
    default:
      self.init(error)
    }
  }
}

/// The option that sets a parameter: `--min-samples` for `minSamples`.
private func option(for parameter: String) -> String {
  switch parameter {
  case "k": "-k"
  case "start": "--init"
  case "components": "--reduce"
  case "maxPasses", "maxRounds": "--max-iterations"
  // Not a parameter, but a part of one in words.
  case let words where words.contains(" "): words
  default: "--" + inLowerCase(parameter)
  }
}
