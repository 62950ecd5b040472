// Which columns of a file take part, and how its first line is taken.

import Clustering
import Experiments
import Testing

private func read(
  _ text: String, _ columns: ColumnChoice = .all, _ header: TableRequest.Header = .automatic
) throws -> DataFile {
  let request = TableRequest(columns: columns, header: header, textColumns: .skip)
  return try CSV.read(Array(text.utf8), path: "shop.csv", request)
}

private func complaint(
  _ text: String, _ columns: ColumnChoice, _ header: TableRequest.Header = .automatic
) -> String {
  do {
    _ = try read(text, columns, header)
    return ""
  } catch {
    return "\(error)"
  }
}

@Suite struct ColumnChoiceTests {
  private let shop = "id,spend,,visits\nA1,12,x,3\n17,,NA,4\n"

  @Test func `chosen columns come in the order of the choice`() throws {
    let table = try read("a,b,c\n1,2,3\n4,5,6\n", .only(["c", "a"])).table
    #expect(table.columns == ["c", "a"])
    #expect(table.points.values == [3, 1, 6, 4])
  }

  @Test func `what is wrong in other columns does not matter`() throws {
    #expect(try read(shop, .only(["visits"])).table.points.values == [3, 4])
    #expect(complaint(shop, .only(["spend"])).hasPrefix("shop.csv:3:4: no value for spend"))
  }

  @Test func `each line still has as many cells as the first`() {
    #expect(complaint("a,b\n1,2\n3\n", .only(["a"])).hasPrefix("shop.csv:3:1: 1 cell where"))
    #expect(complaint("a,b\n1,\"2\n", .only(["a"])).hasPrefix("shop.csv:2:3: this quote"))
  }

  @Test func `columns may be left out by name`() throws {
    let table = try read("id,a,b\nA1,1,2\n7,3,4\n", .except(["id"])).table
    #expect(table.columns == ["a", "b"])
    #expect(
      complaint("a,b\n1,2\n", .except(["b", "a"])) == "shop.csv: every column is left out; keep one"
    )
  }

  @Test func `where only text is left it is told what was left out`() {
    #expect(
      complaint("name,a,b\nann,1,2\n", .except(["a", "b"]))
        == "shop.csv: without a, b no column holds numbers; keep one that does")
  }

  @Test func `a chosen column of text is refused at its place`() {
    #expect(
      complaint("name,a\nann,1\n", .only(["name"]))
        == "shop.csv:1:1: name holds text; leave the column out, or turn it into numbers")
  }

  @Test func `an unknown column is told with those that there are`() {
    #expect(
      complaint("a,b\n1,2\n", .only(["spend"]))
        == "shop.csv: there is no column spend; the columns are a, b")
    #expect(
      complaint("spend,b\n1,2\n", .except(["spent"]))
        == "shop.csv: there is no column spent; did you mean spend?")
    #expect(complaint("a,b\n1,2\n", .only(["c"])).hasSuffix("; the columns are a, b"))
    let wide = (1...50).map { "feature\($0)" }.joined(separator: ",")
    #expect(complaint("\(wide)\n\(wide)\n", .only(["z"])).hasSuffix("feature8 and 42 more"))
  }

  @Test func `a name that two columns have chooses neither`() throws {
    let twice = "a,b,a\n1,2,3\n"
    #expect(complaint(twice, .only(["a"])).contains("a second column named a"))
    #expect(try read(twice, .only(["b"])).table.points.values == [2])
    #expect(try read(twice, .except(["a"])).table.points.values == [2])
  }

  @Test func `columns of another table are found by name, or else by position`() throws {
    let choice = ColumnChoice.like(["spend", "visits"])
    #expect(try read("visits,note,spend\n1,x,2\n", choice).table.points.values == [2, 1])
    #expect(try read("1,2\n", choice).table.points.values == [1, 2])
    #expect(complaint("visits\n1\n", choice).contains("there is no column spend"))
    #expect(
      complaint("1,2,3\n", choice)
        == "shop.csv: 3 columns where spend, visits are expected; give the same columns")
  }

  @Test func `a list of names may have spaces and quotes`() {
    #expect(CSV.names("a, b ,\"profit, net\"") == ["a", "b", "profit, net"])
    #expect(CSV.names("a;b") == ["a;b"])
    #expect(CSV.names("") == [])
    #expect(CSV.names("\"a") == nil)
  }
}

@Suite struct HeaderTests {
  @Test func `a first line with a number is a row, and a note says so`() throws {
    let file = try read("shop,2019,2020\nA,1,2\nB,2,3\n")
    #expect(file.table.points.count == 3)
    #expect(
      file.notes.map(\.description) == [
        "the first line holds numbers, so it is a row; the columns are x1, x2, x3",
        "x1 holds text and was left out",
      ])
  }

  @Test func `it holds names where that is said`() throws {
    let file = try read("shop,2019,2020\nA,1,2\nB,2,3\n", .all, .names)
    #expect(file.table.columns == ["2019", "2020"])
    #expect(file.table.points.values == [1, 2, 2, 3])
  }

  @Test func `it holds names where they are chosen`() throws {
    let file = try read("shop,2019,2020\nA,1,2\n", .only(["2020"]))
    #expect(file.table.points.values == [2])
    #expect(file.notes.isEmpty)
  }

  @Test func `it is a row of text where that is said`() {
    #expect(complaint("a,b\n1,2\n", .all, .rows).hasPrefix("shop.csv:1:1: 'a' is no number, as x1"))
  }
}
