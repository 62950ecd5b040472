// The premises of the lessons that stand on the customers table, over many seeds.

import Clustering
import Experiments
import Testing

@Suite struct CustomersTests {
  static let seeds = ExperimentsTests.seeds(40)

  @Test func `on one scale the planted kinds are found, whichever scale`() throws {
    for seed in Self.seeds {
      for scale in ["standard", "min-max", "robust"] {
        let found = try trace("data=customers seed=\(seed) scale=\(scale)")
        #expect(found[.agreement] >= 0.9, "seed \(seed), \(scale)")
      }
    }
  }

  @Test func `in cents, spend alone decides, and the tidier groups mean nothing`() throws {
    for seed in Self.seeds {
      let good = try trace("data=customers seed=\(seed) scale=standard")
      let loud = try trace("data=customers seed=\(seed) multiply.spend=100")
      #expect(loud.distanceShares[0] > 0.99, "seed \(seed)")
      #expect(loud[.agreement] < 0.3, "seed \(seed)")
      #expect(loud[.silhouette] > good[.silhouette], "seed \(seed)")
    }
  }

  @Test func `what is no repair stays far from the kinds`() throws {
    let nearMisses = [
      "multiply.spend=100 restarts=50", "multiply.spend=100 k=2", "multiply.spend=100 k=4",
      "multiply.spend=100 k=5", "multiply.spend=100 k=6", "multiply.spend=1",
      "features=visits,categories,return_rate", "features=spend scale=standard",
      "multiply.spend=100 features=spend,categories,return_rate",
      "multiply.spend=100 features=spend,visits,return_rate",
      "multiply.spend=100 features=spend,visits,categories",
    ]
    for seed in Self.seeds {
      for miss in nearMisses {
        let found = try trace("data=customers seed=\(seed) " + miss)
        #expect(found[.agreement] < 0.6, "seed \(seed), \(miss)")
      }
    }
  }

  @Test func `without spend even one scale does not bring the kinds back`() throws {
    for seed in Self.seeds {
      let found = try trace(
        "data=customers seed=\(seed) features=visits,categories,return_rate scale=standard")
      #expect(found[.agreement] < 0.85, "seed \(seed)")
    }
  }

  @Test func `two teams see two tidy partitions that disagree`() throws {
    for seed in Self.seeds {
      let purse = try trace("data=customers seed=\(seed) features=spend,visits scale=standard")
      let basket = try trace(
        "data=customers seed=\(seed) features=categories,return_rate scale=standard")
      #expect(purse[.silhouette] >= 0.4, "seed \(seed)")
      #expect(basket[.silhouette] >= 0.4, "seed \(seed)")
      #expect(try Agreement.adjustedRand(purse.labels, basket.labels) < 0.7, "seed \(seed)")
    }
  }

  @Test func `the figures are those of a shop`() throws {
    for seed in Self.seeds {
      let generator = Generator(.customers)
      let table = try generator.table(seed: UInt64(seed))
      #expect(table.points.count == 400)
      #expect(table.columns == ["spend", "visits", "categories", "return_rate"])
      #expect(Contract.customers.violations(in: table).isEmpty, "seed \(seed)")
      #expect(table.kinds.map { Set($0).count } == 3)
      #expect(table.kindNames.count == 3)
    }
  }

  @Test func `dirty rows break the contract, and only they`() throws {
    for seed in Self.seeds {
      var generator = Generator(.customers)
      let clean = try generator.table(seed: UInt64(seed))
      generator.dirty = 12
      let dirty = try generator.table(seed: UInt64(seed))
      let sound = Contract.customers.cleanRows(of: dirty)
      #expect(sound.count == 388, "seed \(seed)")
      #expect(dirty.points.selecting(rows: sound) == clean.points.selecting(rows: sound))
    }
  }

  @Test func `a violation says row, column, value and rule`() throws {
    let table = Table(
      columns: ["spend", "visits"], units: ["€", ""],
      points: try Points(rows: [[120, 3], [-999, 2.5]]), kinds: nil)
    #expect(
      Contract.customers.violations(in: table).map(\.description) == [
        "row 2: spend is -999; the contract says a number from 0 to 20000",
        "row 2: visits is 2.5; the contract says a whole number from 1 to 366",
      ])
  }
}
