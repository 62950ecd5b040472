// The customers of a shop over a year, with three planted kinds.
//
//     frequent low-ticket     comes often, buys little each time, returns little
//     infrequent premium      comes seldom, pays a lot, picks from few categories
//     discount-driven bulk    comes for the sales, fills the trolley from all over, returns much
//
// What makes the table worth teaching with: no column parts the kinds alone. The spend of a
// kind is wide, for those who come more often spend more, and the spends of the three overlap.
// Only together, and only when each column has a say, do the columns show the kinds. So a
// clustering that hears spend alone (it is loudest: hundreds of euros beside a share) finds
// tidy bands of spend that mean nothing.

import Clustering

/// A table of customers.
struct Customers {
  let rows: Int
  let dirty: Int

  static let columns = ["spend", "visits", "categories", "return_rate"]
  static let units = ["€", "per year", "", ""]
  static let kindNames = ["frequent low-ticket", "infrequent premium", "discount-driven bulk"]

  /// Mean and standard deviation of one column within one kind.
  private struct Range {
    let mean, deviation: Double
    init(_ mean: Double, _ deviation: Double) {
      self.mean = mean
      self.deviation = deviation
    }
  }

  private struct Kind {
    let spend, visits, categories, returnRate: Range
  }

  private static let kinds = [
    Kind(
      spend: Range(430, 175), visits: Range(28, 8.2), categories: Range(4.5, 1.1),
      returnRate: Range(0.10, 0.045)),
    Kind(
      spend: Range(780, 180), visits: Range(12.7, 6.1), categories: Range(3.5, 1),
      returnRate: Range(0.14, 0.05)),
    Kind(
      spend: Range(385, 135), visits: Range(10, 4), categories: Range(8.5, 1.2),
      returnRate: Range(0.33, 0.065)),
  ]

  /// How strongly spend goes with visits within a kind.
  private static let correlation = 0.85

  /// The table: whole visits and categories, spend to the cent, rates to a tenth of a per cent.
  func table(seed: UInt64) throws(ExperimentError) -> Table {
    var random = SeededGenerator(seed: seed, stream: Stream.data)
    // A stream of its own: the other rows stay the same however many are spoilt.
    var dirt = SeededGenerator(seed: seed, stream: Stream.dirt)
    let kinds = plantedKinds(&random)
    var values: [Double] = []
    values.reserveCapacity(rows * Self.columns.count)
    for kind in kinds {
      values += customer(of: Self.kinds[kind], &random)
    }
    spoil(&values, &dirt)
    return try Table(
      columns: Self.columns, units: Self.units, values: values, kinds: kinds,
      kindNames: Self.kindNames)
  }

  /// 36 % of the first kind and 32 % of each other, in random order.
  private func plantedKinds(_ random: inout SeededGenerator) -> [Int] {
    let others = rows * 8 / 25
    return random.shuffled((0..<rows).map { $0 < others ? 1 : $0 < 2 * others ? 2 : 0 })
  }

  private func customer(of kind: Kind, _ random: inout SeededGenerator) -> [Double] {
    let eagerness = bell(&random)
    let ownWay = (1 - Self.correlation * Self.correlation).squareRoot() * bell(&random)
    let visits = kind.visits.mean + kind.visits.deviation * eagerness
    let spend = kind.spend.mean + kind.spend.deviation * (Self.correlation * eagerness + ownWay)
    let categories = kind.categories.mean + kind.categories.deviation * bell(&random)
    let returnRate = kind.returnRate.mean + kind.returnRate.deviation * bell(&random)
    return [
      max(20, (spend * 100).rounded() / 100), max(1, visits.rounded()),
      max(1, categories.rounded()), min(1, max(0, (returnRate * 1000).rounded() / 1000)),
    ]
  }

  /// A bell with mean 0 and deviation 1 that ends at ±3, since no customer is endless: the sum
  /// of three even draws.
  private func bell(_ random: inout SeededGenerator) -> Double {
    2 * (random.nextUnit() + random.nextUnit() + random.nextUnit() - 1.5)
  }
}

// MARK: - Rows that break the contract

extension Customers {
  /// Spoils some rows the way that real tables are spoilt.
  private func spoil(_ values: inout [Double], _ random: inout SeededGenerator) {
    let width = Self.columns.count
    for (turn, row) in random.nextIndices(dirty, below: rows).enumerated() {
      let spend = row * width
      switch turn % 4 {
      case 0:
        values[spend] = -999  // "unknown", as an old system writes it
      case 1:
        values[spend + 3] = 250  // a rate in tenths of a per cent, from another export
      case 2:
        values[spend] = 60_000 + 1000 * Double(random.nextIndex(below: 20))  // a till that was
        values[spend + 1] = 0  // never reset: much money, no visit
      default:
        values[spend + 2] = 99  // "other"
      }
    }
  }
}
