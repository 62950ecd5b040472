// The core's own words are those of the command line.

public import ArgumentParser
public import Clustering

extension Scaling: ExpressibleByArgument {}
extension Agglomerative.Linkage: ExpressibleByArgument {}

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
