import Clustering
import Experiments
import Testing

private func table(_ text: String, path: String = "shop.csv") throws -> OwnTable {
  try OwnTable(bytes: Array(text.utf8), path: path)
}

private func mistakes(_ text: String) -> [String] {
  do {
    _ = try table(text)
    return []
  } catch let error as ExperimentError {
    return error.sentences
  } catch {
    return ["\(error)"]
  }
}

private let withGaps = "city,age,spend\nOslo,30,1\nRome,,2\nOslo,50,n/a\nRome,40,4\n"

@Suite struct OwnTableTests {
  @Test func `a gap in a row that is left out is filled by nobody`() throws {
    let table = try table("a,b,c\n1,2,3\n,,4\n5,6,7\n")
    let decided = try table.deciding(["a": .rows, "b": .median], features: [])
    #expect(decided.rowsLeftOut == 1)
    #expect(decided.cellsFilled == 0)
  }

  @Test func `every column is told, with what stands against it`() throws {
    let shop = try table(
      "id,city,age,empty,always,spend,huge,,age\n"
        + "1,Oslo,30,,5,1,1,9,1\n2,Rome,,,5,2,1e308,8,2\n3,Oslo,50,,5,nan,3,7,3\n")
    #expect(
      shop.columns.map(\.reason) == [
        nil, "city holds text such as 'Oslo'", nil, "empty is empty", nil, nil,
        "huge holds 1e308 in line 3, which is above 1e+140; use a larger unit",
        "column 8 has no name; give it one in the first line",
        "age is there twice; give each column its own name",
      ])
    #expect(shop.column("id")?.hint == .rising)
    #expect(shop.column("always")?.hint == .constant(5))
    #expect(
      shop.column("age")?.gapWords == "no number in 1 cell, in line 3 (it is empty)")
    #expect(shop.column("spend")?.gapWords == "no number in 1 cell, in line 4 ('nan')")
  }

  @Test func `text in the middle of numbers is a gap with its place`() throws {
    let column = try #require(try table("a,b\n1,1\n2,2\nx,3\n4,4\ny,5\n").column("a"))
    #expect(column.gaps == 2)
    #expect(column.gapWords == "no number in 2 cells, the first in line 4 ('x')")
    #expect(column.median == 2)
    #expect(column.mean.map { abs($0 - 7.0 / 3) < 1e-12 } == true)
  }

  @Test func `a column with gaps stays out until it is decided on`() throws {
    let shop = try table(withGaps + "Oslo,20,5\n")
    let full = try table("a,b,c\n1,2,3\n2,1,\n9,8,7\n")
    #expect(full.taking([:]).columns == ["a", "b"])
    #expect(full.taking([:]).undecided == ["c"])
    #expect(full.taking(["c": .median]).columns == ["a", "b", "c"])
    #expect(shop.taking(["age": .column, "spend": .rows]).columns == ["spend"])
  }

  @Test func `each decision does what it says`() throws {
    let shop = try table(withGaps)
    let rows = try shop.deciding(["age": .rows, "spend": .rows], features: [])
    #expect(rows.table.points.values == [30, 1, 40, 4])
    #expect(rows.sentences == ["2 rows with gaps are left out."])
    let filled = try shop.deciding(["age": .median, "spend": .mean], features: [])
    #expect(filled.table.points.values == [30, 1, 40, 2, 50, 7.0 / 3, 40, 4])
    #expect(filled.sentences == ["2 cells are filled."])
    let one = try shop.deciding(["age": .median], features: [])
    #expect(
      one.sentences == ["1 row with a gap is left out.", "1 cell is filled in the other rows."])
    #expect(one.question?.untilThen == "until you decide, it is left out")
  }

  @Test func `what a decision touches is said before it is taken`() throws {
    let age = try #require(try table(withGaps).column("age"))
    #expect(
      Missing.allCases.map(age.words) == [
        "column left out", "1 row left out", "1 cell = median 40", "1 cell = mean 40",
      ])
  }

  @Test func `gaps of a column that takes no part cost no row`() throws {
    let shop = try table(withGaps)
    let decided = try shop.deciding(["age": .rows, "spend": .rows], features: ["age"])
    #expect(decided.table.points.count == 3)
    #expect(decided.table.columns == ["age"])
  }

  @Test func `a choice that cannot be is refused with the reason`() throws {
    let shop = try table(withGaps)
    for (features, missing, told) in [
      (["city"], [:], "city holds text such as 'Oslo'; choose other columns"),
      (["ago"], [:], "there is no column ago; did you mean age?"),
    ] as [([String], [String: Missing], String)] {
      let error = #expect(throws: ExperimentError.self) {
        try shop.deciding(missing, features: features)
      }
      #expect(error?.description == "shop.csv: \(told)")
    }
    let gone = try table("a,b\n1,\n,2\n")
    #expect(throws: ExperimentError.self) { try gone.deciding([:], features: []) }
    let error = #expect(throws: ExperimentError.self) {
      try gone.deciding(["a": .rows, "b": .rows], features: [])
    }
    #expect(error?.description.contains("every row has a cell without a number") == true)
  }

  @Test func `line ends, marks, quotes, separators and decimal commas are read`() throws {
    for text in [
      "a,b\r\n1,2\r\n3,4\r\n", "\u{FEFF}a,b\n1,2\n3,4", "a;b\n1,0;2\n3,00;4,0",
      "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n", "a\tb\n1\t2\n3\t4\n", "sep=;\na;b\n1;2\n3;4",
    ] {
      let decided = try table(text).deciding([:], features: [])
      #expect(decided.table.columns == ["a", "b"], "\(text)")
      #expect(decided.table.points.values == [1, 2, 3, 4], "\(text)")
    }
  }

  @Test func `what no decision can mend is refused with its place`() {
    #expect(mistakes("a,b\n") == ["shop.csv: there are no rows; add at least one row of numbers"])
    #expect(mistakes("a,b\n1,2\n3\n")[0].hasPrefix("shop.csv:3:1: 1 cell where the first line"))
    #expect(mistakes("a,b\n1,\"2\n")[0].hasPrefix("shop.csv:2:3: this quote is never closed"))
    #expect(mistakes("ab\u{0}\u{0}cd")[0].contains("this is no text"))
    #expect(mistakes("")[0].contains("there are no rows"))
  }

  @Test func `5000 columns are a table, and one row too`() throws {
    let names = (1...5000).map { "c\($0)" }.joined(separator: ",")
    let values = (1...5000).map(String.init).joined(separator: ",")
    let wide = try table("\(names)\n\(values)\n").deciding([:], features: [])
    #expect(wide.table.columns.count == 5000)
    #expect(wide.table.points.count == 1)
  }

  @Test func `reading can be stopped`() throws {
    let text = "a\n" + String(repeating: "1\n", count: 10_000)
    let error = #expect(throws: ExperimentError.self) {
      try OwnTable(bytes: Array(text.utf8), path: "a.csv") { _ in false }
    }
    #expect(error == .cancelled)
  }

  @Test func `a total below the rows is left out, and told`() throws {
    let rows = "ann;1;2\nbob;2;9\ncyd;3;7\n"
    let blank = try table("name;n;m\n\(rows)\nSumme;99;\n")
    #expect(blank.rows == 3 && blank.column("m")?.gaps == 0)
    #expect(
      blank.notes.map(\.description) == [
        "the last row, 'Summe' in line 6, looks like a total and is left out; "
          + "to keep it, give it another name"
      ])
    #expect(try table("name;n;m\n\(rows)Total:;6;4\n").rows == 3, "a sum of n")
    #expect(try table("name;n;m\n\(rows)\n;6;18\n").rows == 3, "all are sums")
    #expect(try table("name;n;m\n\(rows)\ndan;6;4\n").rows == 4, "a row after a blank line")
    let doubtful = try table("name;n;m\n\(rows)Total;5;4\n")
    #expect(doubtful.rows == 4)
    #expect(doubtful.notes.first?.description.contains("may be a total") == true)
    #expect(try table("name;price\na;1,50 €\nb;2,50 €\nc;3,00 €\nSum;7,00 €\n").rows == 3)
  }

  @Test func `why a column of words is none of numbers is said`() throws {
    let rows = (1...8).map { "\($0 + 9).07.2024;\($0 % 2 == 0 ? "ja" : "nein");\($0 * $0 % 5)" }
    let shop = try table("day;back;n\n" + rows.joined(separator: "\n"))
    #expect(
      shop.columns.map(\.reason) == [
        "day holds dates such as '10.07.2024' (written as days or years they would be numbers)",
        "back holds two words, 'nein' and 'ja' (written as 1 and 0 they would be numbers)", nil,
      ])
    #expect(shop.columns.map(\.holdsNoNumbers) == [true, true, false])
  }

  @Test func `names stay on one line`() throws {
    let shop = try table("\"two\nlines\",\"b\u{1B}\"\n1,2\n")
    #expect(shop.columns.map(\.name) == ["two lines", "b"])
  }
}
