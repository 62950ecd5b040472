// Tables drawn from a seed: the classic shapes, and customers with three planted kinds.
//
// Only sums, products, quotients and square roots take part, so the same seed draws the same
// numbers on every platform. There is no sine and no cosine: a direction is a random point of
// the unit disc, brought to length 1.

import Clustering

/// A recipe for a table.
package struct Generator: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Customers of a shop: spend, visits, categories, return_rate.
    case customers
    /// Round groups, well apart at the default spread.
    case blobs
    /// Two half circles that reach into each other.
    case moons
    /// A ring around a ring.
    case circles
    /// Long parallel groups.
    case anisotropic
    /// Three round groups, one tight, one wide.
    case variedDensity = "varied-density"
    /// No groups at all.
    case uniform
  }

  package var kind: Kind
  package var rows: Int
  /// How many groups are planted, where the kind leaves it open.
  package var groups = 3
  package var dimensions = 2
  /// Standard deviation of a group; the centers are 8 or more apart.
  package var spread = 1.0
  /// Standard deviation across the line of moons and circles, whose radius is 1.
  package var noise = 0.06
  /// How many rows break the contract of the customers table.
  package var dirty = 0
  /// How many rows stand far from all blobs.
  package var outliers = 0

  package init(_ kind: Kind, rows: Int? = nil) {
    self.kind = kind
    self.rows = rows ?? (kind == .customers ? 400 : 300)
  }

  package static let rowRange = 1...100_000
  package static let groupRange = 1...20
  package static let dimensionRange = 1...20
}

extension Generator {
  /// The names of the columns.
  package var columns: [String] {
    guard kind != .customers else { return Customers.columns }
    let planar = [.blobs, .uniform].contains(kind) ? dimensions : 2
    return planar <= 2 ? Array(["x", "y"].prefix(planar)) : (1...planar).map { "x\($0)" }
  }

  /// The table of a seed.
  package func table(seed: UInt64) throws(ExperimentError) -> Table {
    guard Self.rowRange.contains(rows) else {
      throw .tooManyRows(rows: rows, allowed: Self.rowRange.upperBound, method: "a generator")
    }
    if kind == .customers { return try Customers(rows: rows, dirty: dirty).table(seed: seed) }
    var random = SeededGenerator(seed: seed, stream: Stream.data)
    var kinds = planted(&random)
    var values: [Double] = []
    values.reserveCapacity(rows * columns.count)
    appendShape(of: kinds, to: &values, &random)
    if kind == .blobs { sendAway(&values, &kinds, seed: seed) }
    return try Table(
      columns: columns, units: columns.map { _ in "" }, values: values,
      kinds: kind == .uniform ? nil : kinds)
  }

  /// The kind of each row: equally many of each, in random order.
  private func planted(_ random: inout SeededGenerator) -> [Int] {
    random.shuffled((0..<rows).map { $0 % plantedGroups })
  }

  /// How many groups there really are.
  package var plantedGroups: Int {
    switch kind {
    case .moons, .circles: 2
    case .variedDensity, .customers: 3
    case .blobs, .anisotropic: max(1, groups)
    case .uniform: 1
    }
  }
}

/// Streams of one seed that must not meet: the algorithm uses the low ones for its restarts.
enum Stream {
  static let data: UInt64 = 1 << 40
  static let dirt: UInt64 = data + 1
  static let nextWeek: UInt64 = data + 2
  static let sample: UInt64 = data + 3
  static let outliers: UInt64 = data + 4
}

extension Table {
  init(
    columns: [String], units: [String], values: [Double], kinds: [Int]?, kindNames: [String] = []
  ) throws(ExperimentError) {
    do {
      let points = try Points(values, dimensions: columns.count)
      self.init(columns: columns, units: units, points: points, kinds: kinds, kindNames: kindNames)
    } catch {
      throw .clustering(error)
    }
  }
}
