// Which columns take part where nobody chose, and which could.

import Experiments
import Testing

private func table(_ text: String) throws -> OwnTable {
  try OwnTable(bytes: Array(text.utf8), path: "shop.csv")
}

/// A column named `name` with these values, beside two that take part.
private func column(_ name: String, _ values: [String]) throws -> OwnColumn {
  let rows = values.enumerated().map { "\($1),\($0 % 3),\($0 * 7 % 5)" }
  let table = try table("\(name),p,q\n" + rows.joined(separator: "\n"))
  return try #require(table.columns.first)
}

@Suite struct TakingTests {
  @Test func `an id can take part, and does not at first`() throws {
    let shop = try table(
      "nr,x,y,always\n"
        + (0..<9).map { "\(1001 + $0),\($0 % 4),\($0 * 5 % 7),3" }
        .joined(separator: "\n"))
    let taking = shop.taking([:])
    #expect(taking.able == ["nr", "x", "y", "always"])
    #expect(taking.columns == ["x", "y"])
    #expect(shop.taking([:], features: ["nr", "x"]).columns == ["nr", "x"])
    #expect(try shop.deciding([:], features: ["nr", "x"]).table.columns.count == 4)
  }

  @Test(arguments: [
    ("n", (0..<9).map { "\(3 * $0 + $0 % 2)" }, OwnColumn.Hint.rising),
    ("customer_id", ["7", "3", "9", "4"], .named), ("OrderNo", ["7", "3", "9", "4"], .named),
    ("n", ["4", "4", "4"], .constant(4)), ("cluster", ["1", "0", "2"], .label),
    ("n", ["1", "", "", "7", ""], .mostlyGaps),
  ])
  func `what speaks against a column is seen`(
    name: String, values: [String], hint: OwnColumn.Hint
  ) throws {
    let column = try column(name, values)
    #expect(column.hint == hint, "\(name) \(values)")
    #expect(column.hintWords != nil && column.hintInShort != nil)
  }

  @Test(arguments: [
    ("n", ["1", "3", "4"]), ("spend", ["1.5", "2.5", "3.5", "4.5"]),
    ("customer_id", ["7", "3", "7", "4"]), ("nobody", ["7", "3", "9", "4"]),
    ("n", ["1", "", "", "7", "5"]), ("x", ["1", "3", "5", "7"]),
    ("year", (0..<9).map { "\(1900 + 7 * $0)" }), ("t", (0..<99).map { "\(1900 + $0)" }),
    ("Jahr", (0..<9).map { "\(1 + $0)" }),
  ])
  func `and what may well be a feature is none of that`(name: String, values: [String]) throws {
    #expect(try column(name, values).hint == nil)
  }

  @Test func `what may be a label or a code takes part, and is doubted`() throws {
    let kinds = try column("kind", (0..<30).map { "\($0 % 3)" })
    #expect(kinds.doubt == .fewValues(3) && kinds.hint == nil)
    #expect(kinds.range == 0...2)
    #expect(try column("kind", (0..<29).map { "\($0 % 3)" }).doubt == nil, "few rows")
    #expect(try column("kind", (0..<30).map { "\($0 % 3).5" }).doubt == nil, "no whole numbers")
    for (name, values) in [("PLZ", ["50667", "80331", "70173"]), ("n", ["50667", "04109", "1"])] {
      #expect(try column(name, values).doubt == .code, "\(name)")
    }
    #expect(try column("n", ["50667", "0.5", "1"]).doubt == nil)
  }

  @Test func `where all columns are like ids, all take part`() throws {
    let taking = try table("a,b\n" + (1...9).map { "\($0),\(2 * $0)" }.joined(separator: "\n"))
      .taking([:])
    #expect(taking.columns == ["a", "b"])
  }

  @Test func `where nearly all columns have gaps, the rows without any stand for them`() throws {
    let shop = try table("x,y,z,flag\n1,2,3,1\n,4,1,1\n5,6,2,0\n7,8,,1\n2,2,2,0\n")
    let decided = try shop.deciding([:], features: [])
    #expect(decided.taking.isProvisional == false, "y and flag have none")
    let gappy = try table("x,z,flag\n1,3,1\n,1,1\n5,2,0\n7,,1\n2,2,0\n")
    let shown = try gappy.deciding([:], features: [])
    #expect(shown.taking.isProvisional)
    #expect(shown.taking.columns == ["x", "z", "flag"])
    #expect(shown.table.rowCount == 3)
    #expect(shown.question?.fact == "2 of 5 rows have gaps")
  }

  @Test func `one decision is for all columns, but not for those with mostly gaps`() throws {
    let shop = try table("x,z,few\n1,3,\n,1,\n5,2,\n7,,1\n2,2,\n")
    let all = shop.deciding(all: .median, [:])
    #expect(all == ["x": .median, "z": .median])
    let decided = try shop.deciding(all, features: [])
    #expect(decided.table.rowCount == 5 && decided.cellsFilled == 2)
    #expect(decided.question == nil)
    #expect(shop.deciding(all: .rows, all) == ["x": .rows, "z": .rows], "it can be taken back")
    #expect(shop.deciding(all: .mean, ["x": .rows]) == ["x": .rows, "z": .mean], "the rest")
  }

  @Test func `a column with open gaps that is chosen costs its rows`() throws {
    let shop = try table("x,y,z\n1,2,3\n2,4,\n5,3,2\n")
    let decided = try shop.deciding([:], features: ["x", "z"])
    #expect(decided.taking.isProvisional && decided.table.rowCount == 2)
  }

  @Test func `rows are told to be left out only where they are`() throws {
    let shop = try table("x,y,z\n1,2,3\n2,,4\n5,,2\n,3,8\n7,9,1\n")
    let decided = try shop.deciding([:], features: ["x", "z"])
    #expect(decided.table.rowCount == 4)
    #expect(decided.question?.fact == "1 of 5 rows has gaps in x")
    #expect(decided.question?.untilThen == "until you decide, it is left out, and y stays out")
  }

  @Test func `a column that was left out by hand stays out while others are in`() throws {
    let shop = try table("x,y,z\n1,2,3\n,,4\n5,6,2\n")
    #expect(
      shop.deciding(all: .mean, ["x": .column, "y": .median]) == ["x": .column, "y": .mean])
    #expect(
      shop.deciding(all: .mean, ["x": .column, "y": .column]) == ["x": .mean, "y": .mean],
      "where all are out, nothing else can be meant")
  }
}

@Suite struct SampleTests {
  private func decided(_ trial: Trial) throws -> Decided {
    try Runner(budget: .playground).decided(trial) { () throws(ExperimentError) in
      throw .cancelled
    }
  }

  @Test func `a sample is drawn by the seed, and is part of the saved run`() throws {
    let settings = [
      Setting("data", "blobs"), Setting("rows", "9000"), Setting("seed", "3"),
      Setting("sample", "500"), Setting("algorithm", "agglomerative"),
    ]
    let trial = try Trial(settings: settings)
    let drawn = try decided(trial)
    #expect(drawn.table.rowCount == 500 && drawn.table.kinds?.count == 500)
    #expect(drawn.sentences == ["A sample of 500 of 9000 rows."])
    #expect(try decided(trial).table == drawn.table)
    let file = ExperimentFile(trial)
    #expect(file.text.contains("sample: 500\n"))
    #expect(try ExperimentFile(bytes: Array(file.text.utf8), path: "a").trial == trial)
    #expect(throws: ExperimentError.self) {
      try Trial(settings: [Setting("data", "blobs"), Setting("sample", "many")])
    }
  }

  @Test func `of a sample only the cells that were drawn are told to be filled`() throws {
    let text =
      "x,y\n"
      + (0..<200).map { "\($0 % 2 == 0 ? "" : "\($0)"),\($0 * 3 % 11)" }
      .joined(separator: "\n")
    let own = try OwnTable(bytes: Array(text.utf8), path: "a.csv")
    let settings = [
      Setting("data", "a.csv"), Setting("sample", "20"), Setting("missing.x", "mean"),
    ]
    let drawn = try Runner().decided(try Trial(settings: settings)) {
      () throws(ExperimentError) in own
    }
    let mean = try #require(own.column("x")?.mean)
    let filled = try #require(drawn.table.column("x")).count { $0 == mean }
    #expect((1...20).contains(filled))
    #expect(drawn.cellsFilled == filled)
    #expect(drawn.sentences.last == "A sample of 20 of 200 rows.")
  }

  @Test func `another seed draws other rows of a file`() throws {
    let text = "x,y\n" + (0..<100).map { "\($0 * 7 % 31),\($0 * 3 % 11)" }.joined(separator: "\n")
    let own = try OwnTable(bytes: Array(text.utf8), path: "a.csv")
    let drawn = try (1...2).map { seed in
      try Runner().decided(
        try Trial(
          settings: [
            Setting("data", "a.csv"), Setting("seed", "\(seed)"), Setting("sample", "10"),
          ])
      ) { () throws(ExperimentError) in own }.table
    }
    #expect(drawn[0].rowCount == 10 && drawn[0] != drawn[1])
  }
}
