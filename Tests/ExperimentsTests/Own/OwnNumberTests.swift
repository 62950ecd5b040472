// Numbers as people have them: every mark is read as its column shows it, and what could have been
// meant otherwise is told.

import Clustering
import Experiments
import Testing

private func table(_ text: String) throws -> OwnTable {
  try OwnTable(bytes: Array(text.utf8), path: "shop.csv")
}

private func numbers(_ text: String) throws -> [Double] {
  try table(text).deciding([:], features: []).table.points.values
}

private func notes(_ text: String) throws -> [String] { try table(text).notes.map(\.description) }

@Suite struct OwnNumberTests {
  @Test(arguments: [
    ("price\n\"1,738.40\"\n\"950.00\"\n", [1738.4, 950]),
    ("price;n\n1.738,40;1\n950,00;1\n", [1738.4, 950]),
    ("price;n\n1 738,40;1\n950;1\n", [1738.4, 950]),
    ("price;n\n1\u{A0}738,40;1\n-950;1\n", [1738.4, -950]),
    ("price\n1'738.40\n950\n", [1738.4, 950]), ("price\n1.234.567\n950\n", [1_234_567, 950]),
    ("price\n1 234\n950\n", [1234, 950]), ("price\n\"1,234\"\n950\n", [1234, 950]),
    ("price\t\n1,234\t\n950\t\n", [1234, 950]), ("price;n\n1,250;1\n0,5;1\n", [1.25, 0.5]),
  ])
  func `a column decides by itself what its marks are`(text: String, values: [Double]) throws {
    let read = try table(text)
    let decided = try read.deciding([:], features: ["price"])
    #expect(decided.table.column("price") == values, "\(text)")
  }

  @Test func `what is read otherwise than it stands is told with its column`() throws {
    #expect(
      try notes("price;area\n1.738,40;5,5\n950,00;7\n")
        == ["1.738,40 in price is read as 1738.4"])
    #expect(
      try notes("a;b\n1.738,40;2.500,1\n950,00;7\n")
        == ["1.738,40 in a is read as 1738.4, and so 1 more column"])
    #expect(try notes("price,area\n12.5,1.234\n950,2.345\n").isEmpty, "plain points")
    #expect(try notes("price;area\n12,5;1,25\n").isEmpty, "plain decimal commas")
  }

  @Test func `what can be read in two ways is read by the rest of the file`() throws {
    let european = "pop;area\n1.450;12,5\n980;7,25\n"
    #expect(try numbers(european) == [1450, 12.5, 980, 7.25])
    #expect(try notes(european) == ["1.450 in pop is read as 1450"])
    let american = "pop;area\n1.450;12.5\n980;7.25\n"
    #expect(try numbers(american) == [1.45, 12.5, 980, 7.25])
    #expect(try notes(american) == ["1.450 in pop is read as 1.45"])
    #expect(try numbers("pop,area\n\"1,450\",12.5\n980,7.25\n") == [1450, 12.5, 980, 7.25])
  }

  @Test func `a number with the other mark is a gap with its place`() throws {
    let column = try #require(try table("price;n\n1,5;1\n2,5;1\n3.5;1\n").column("price"))
    #expect(column.gapWords == "no number in 1 cell, in line 4 ('3.5')")
  }

  @Test(arguments: ["12.05.2024", "192.168.100.7", "030 123 456", "1.23.456", "12,34,567"])
  func `dates and telephone numbers are no numbers`(text: String) throws {
    let column = try table("when;n\n\(text);1\n192.168.100.200;2\n\(text);5\n").column("when")
    #expect(column?.holdsNoNumbers == true)
  }

  @Test(arguments: [
    ("price;n\n4.410,22 €;1\n950,00 €;1\n", [4410.22, 950]),
    ("price;n\n54\u{A0}€;1\n-7,5\u{202F}€;1\n", [54, -7.5]),
    ("price,n\n\"$1,234.50\",1\n-$99.00,1\n", [1234.5, -99]),
    ("price,n\nCHF 1'200.50,1\n80,1\n", [1200.5, 80]),
    ("price;n\n11,2 %;1\n3%;1\n", [11.2, 3]), ("price,n\n11.2%,1\n3 %,1\n", [11.2, 3]),
    ("price;n\n12,5 EUR;1\nEUR 3;1\n", [12.5, 3]),
  ])
  func `amounts and percentages are numbers`(text: String, values: [Double]) throws {
    let decided = try table(text).deciding([:], features: ["price"])
    #expect(decided.table.column("price") == values, "\(text)")
  }

  @Test func `a unit that is left away is told`() throws {
    #expect(
      try notes("net;off;vat\n4.410,22 €;11,2 %;5 €\n1,5 €;3 %;7 €\n") == [
        "4.410,22 € in net is read as 4410.22, and so 1 more column",
        "11,2 % in off is read as 11.2",
      ])
  }

  @Test(arguments: ["5 $;1\n5 €;1\n7 €;1", "5 kg;1\n5 kg;1", "A%;1\nB%;2"])
  func `two currencies, and other units, are no numbers`(rows: String) throws {
    #expect(try table("price;n\n\(rows)\n").column("price")?.holdsNoNumbers == true)
  }

  @Test func `Latin-1 is read, and said with its place`() throws {
    let bytes = Array("x,stra".utf8) + [0xDF] + Array("e\n1,2\n3,5\n".utf8)
    let read = try OwnTable(bytes: bytes, path: "a.csv")
    #expect(read.columns.map(\.name) == ["x", "straße"])
    #expect(
      read.notes.map(\.description) == [
        "line 1 is not UTF-8, so the file is read as Latin-1, 'straße'; "
          + "if that is wrong, save it as UTF-8"
      ])
    let later = try OwnTable(
      bytes: Array("x,n\n1,a\n2,".utf8) + [0x80] + Array("\n".utf8), path: "a.csv")
    #expect(later.notes.first?.description.contains("line 3") == true)
    #expect(later.notes.first?.description.contains("'€'") == true)
  }

  @Test func `long text in Latin-1 is called off too`() throws {
    let bytes = Array("x\n".utf8) + Array(repeating: 0xE9, count: 3 << 20)
    var asked = 0
    let error = #expect(throws: ExperimentError.self) {
      try OwnTable(bytes: bytes, path: "a.csv") { _ in
        asked += 1
        return asked < 3
      }
    }
    #expect(error == .cancelled && asked == 3)
  }

  @Test func `a file with few wide rows is called off too`() throws {
    let row = Array(repeating: "1", count: 18_000).joined(separator: ",")
    var asked = 0
    let error = #expect(throws: ExperimentError.self) {
      try OwnTable(
        bytes: Array(Array(repeating: row, count: 5).joined(separator: "\n").utf8), path: "a.csv"
      ) { _ in
        asked += 1
        return asked < 2
      }
    }
    #expect(error == .cancelled)
  }
}
