// The marks before decimals: no number is read that may be another one.

import Clustering
import Experiments
import Testing

private func read(_ text: String, _ columns: ColumnChoice = .all) throws -> DataFile {
  let request = TableRequest(columns: columns, textColumns: .skip)
  return try CSV.read(Array(text.utf8), path: "shop.csv", request)
}

private func mistakes(_ text: String, _ columns: ColumnChoice = .all) -> [String] {
  do {
    _ = try read(text, columns)
    return []
  } catch let error as ExperimentError {
    return error.sentences
  } catch {
    return ["\(error)"]
  }
}

@Suite struct CSVMarkTests {
  @Test(arguments: [
    ("1.250", "1250 or 1,25"), ("-1.000", "-1000 or -1"), ("4.0", "4,0"), ("0.125", "0,125"),
    ("1234.500", "1234,500"), ("1.5e3", "1,5e3"),
  ])
  func `a point among decimal commas is refused with what it may be`(
    number: String, readings: String
  ) {
    for separator in [";", "\t"] {
      let text = "price;area\n\(number);95,5\n950;40,2\n".replacing(";", with: separator)
      #expect(
        mistakes(text) == [
          "shop.csv:2:1: \(number) has a point where other numbers have a decimal comma; "
            + "write \(readings)"
        ])
    }
  }

  @Test func `the mark that is rarer is the mistake`() {
    #expect(
      mistakes("a,b\n1.5,2.5\n\"1,5\",3\n") == [
        "shop.csv:3:1: 1,5 has a comma where other numbers have a point; write 1.5"
      ])
    #expect(mistakes("a;b\n1.5;2.5\n1,5;3\n").map { $0.prefix(17) } == ["shop.csv:3:1: 1,5"])
  }

  @Test func `files with points only have no doubt`() throws {
    #expect(try read("a;b\n1.250;3\n").table.points.values == [1.25, 3])
    #expect(try read("a,b\n1.250,\"3\"\n").table.points.values == [1.25, 3])
    #expect(try read("\"a,b\";c\n1.250;3\n").table.points.values == [1.25, 3])
  }

  @Test func `between semicolons a comma is always the decimal one`() throws {
    #expect(try read("a;b\n1,250;3\n").table.points.values == [1.25, 3])
  }

  @Test(arguments: ["a\tb\n1,250\t3\n", "a,b\n\"1,250\",3\n", "a\tb\n1,250\t3.5\n"])
  func `elsewhere it may part thousands, if no other number is clear`(text: String) {
    #expect(mistakes(text) == ["shop.csv:2:1: 1,250 may be 1250 or 1.25; write one of them"])
  }

  @Test(arguments: ["a\tb\n1,250\t3,5\n", "a,b\n\"1,250\",\"3,5\"\n", "a\tb\n1,250\t0,125\n"])
  func `one clear comma makes all commas clear`(text: String) throws {
    #expect(try read(text).table.points.values.first == 1.25)
  }

  @Test func `columns that are left out count only where a point may part thousands`() throws {
    let shop = "price;area\n1.250;95,5\n950;40,2\n"
    #expect(mistakes(shop, .only(["price"])).count == 1)
    #expect(mistakes(shop, .except(["area"])).count == 1)
    #expect(try read("price;area\n1.5;95,5\n", .only(["price"])).table.points.values == [1.5])
    let lists = "x,tags\n1.250,\"1,2\"\n"
    #expect(try read(lists, .except(["tags"])).table.points.values == [1.25])
  }

  @Test func `lists of numbers in quotes are text`() throws {
    let file = try read("x,tags\n1.5,\"1,2\"\n2.5,\"1,2,3\"\n")
    #expect(file.table.columns == ["x"])
    #expect(file.table.points.values == [1.5, 2.5])
  }
}
