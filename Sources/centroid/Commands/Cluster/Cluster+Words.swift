// The core's own words are those of the command line.

public import ArgumentParser
public import Clustering

extension Scaling: ExpressibleByArgument {}
extension Agglomerative.Linkage: ExpressibleByArgument {}
extension GaussianMixture.Covariance: ExpressibleByArgument {}

extension Distance: ExpressibleByArgument {
  /// A distance by its name; `minkowski-1.5` for any order.
  public init?(argument: String) {
    self.init(name: argument)
  }

  /// The names to choose from.
  public static var allValueStrings: [String] { common.map(\.name) }

  /// The name.
  public var defaultValueDescription: String { name }
}

extension HDBSCAN.Selection: ExpressibleByArgument {
  /// The name in lower case: `excess-of-mass`.
  public init?(argument: String) {
    guard let named = Self.allCases.first(where: { $0.word == argument }) else { return nil }
    self = named
  }

  /// The names to choose from.
  public static var allValueStrings: [String] { allCases.map(\.word) }

  var word: String { inLowerCase(rawValue) }
}

/// `minSamples` as it is typed: `min-samples`.
func inLowerCase(_ name: String) -> String {
  name.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
}
