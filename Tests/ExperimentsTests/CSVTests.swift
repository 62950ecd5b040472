import Clustering
import Experiments
import Testing

private func read(_ text: String, _ textColumns: CSV.TextColumns = .refuse) throws -> DataFile {
  try CSV.read(Array(text.utf8), path: "shop.csv", textColumns: textColumns)
}

private func mistakes(_ text: String, _ textColumns: CSV.TextColumns = .refuse) -> [String] {
  do {
    _ = try read(text, textColumns)
    return []
  } catch let error as ExperimentError {
    return error.sentences
  } catch {
    return ["\(error)"]
  }
}

@Suite struct CSVTests {
  @Test func `names from the first line, numbers from the rest`() throws {
    let table = try read("spend,visits\n12.5,3\n-7,+1e2\n").table
    #expect(table.columns == ["spend", "visits"])
    #expect(table.points.values == [12.5, 3, -7, 100])
    #expect(table.kinds == nil)
  }

  @Test func `without names the columns are numbered`() throws {
    #expect(try read("1,2,3\n4,5,6").table.columns == ["x1", "x2", "x3"])
    #expect(try read("1\n2\n").table.columns == ["x"])
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n1,2\n3,4", "a;b\n1;2\n3;4\n",
    "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n", "a,b\n\n1,2\n\n\n3,4\n\n", "a,b\n 1 , 2\n3,4 \n",
    "a;b\n1,0;2\n3,00;4,0", "a\tb\n1\t2\n3\t4\n", "\n\na;b\n1;2\n3;4", " a,\"b \"\n1,2\n3,4",
    "a\tb\n1,0\t2\n3\t4,0", "a,b\n\"1,0\",2\n3,\"4,0\"\n", "sep=;\na;b\n1,0;2\n3;4\n",
    "\u{FEFF}SEP=\t\r\na\tb\r\n1\t2\r\n3\t4\r\n", "sep=|\na|b\n1|2\n3|4",
  ])
  func `line ends, byte order mark, quotes, separators and decimal commas`(text: String) throws {
    let table = try read(text).table
    #expect(table.columns == ["a", "b"])
    #expect(table.points.values == [1, 2, 3, 4])
  }

  @Test func `a quoted name may hold commas, quotes and line ends`() throws {
    let table = try read("\"spend, in \"\"€\"\"\",\"two\nlines\"\n1,2\n").table
    #expect(table.columns == ["spend, in \"€\"", "two\nlines"])
    #expect(
      mistakes("\"two\nlines\",b\n1,2\nx,3\n") == [
        "shop.csv:4:1: 'x' is no number, as two�lines needs; write it as 12.5"
      ])
  }

  @Test func `every mistake has its line, its column and what would be right`() {
    #expect(
      mistakes(
        """
        name,spend,visits
        1,12.5,3
        2,,4
        3,n/a,inf
        4,12,5,6
        5,ten,NaN
        6
        7,1e200,2
        """) == [
          "shop.csv:3:3: no value for spend; fill it in, or take the row out",
          "shop.csv:4:3: no value for spend; fill it in, or take the row out",
          "shop.csv:4:7: 'inf' is no finite number, as visits needs; "
            + "put a number, or take the row out",
          "shop.csv:5:8: 4 cells where the first line has 3; give every line 3 cells",
          "shop.csv:6:3: 'ten' is no number, as spend needs; write it as 12.5",
          "shop.csv:6:7: 'NaN' is no finite number, as visits needs; "
            + "put a number, or take the row out",
          "shop.csv:7:1: 1 cell where the first line has 3; give every line 3 cells",
          "shop.csv:8:3: the number is above \(Points.largestMagnitude); use a larger unit",
        ])
  }

  @Test func `columns are counted in characters`() {
    #expect(mistakes("a,b\n1,2\n\"1\",€€\n")[0].hasPrefix("shop.csv:3:5: '€€'"))
    #expect(mistakes("é,b\n1,2\n1,\n")[0].hasPrefix("shop.csv:3:3:"))
  }

  @Test func `a column of text is left out with a remark, or refused`() throws {
    let text = "name,spend\nann,1\nbob,2\n"
    let file = try read(text, .skip)
    #expect(file.table.columns == ["spend"])
    #expect(file.table.points.values == [1, 2])
    #expect(file.notes.map(\.description) == ["name holds text and was left out"])
    #expect(
      mistakes(text) == [
        "shop.csv:1:1: name holds text; leave the column out, or turn it into numbers"
      ])
    #expect(
      mistakes("name\nann\nbob\n", .skip) == [
        "shop.csv: no column holds numbers; "
          + "write them as 12.5, with a comma, semicolon or tab between cells"
      ])
  }

  @Test func `the first twenty mistakes are told, and how many more there are`() {
    let rows = (1...100).map { $0.isMultiple(of: 2) ? "1" : "x" }
    let told = mistakes("a\n1\n" + rows.joined(separator: "\n"))
    #expect(told.count == 21)
    #expect(told.last == "shop.csv: and 30 more mistakes")
  }

  @Test func `mistakes of every kind are counted`() {
    let rows = (1...30).map { $0.isMultiple(of: 2) ? "1,x" : "1" }
    let told = mistakes("a,b\n1,2\n" + rows.joined(separator: "\n"))
    #expect(told[17].hasPrefix("shop.csv:32:3: 'x' is no number"))
    #expect(told.last == "shop.csv: and 12 more mistakes")
  }

  @Test func `lines of a wrong length, and gaps, are told three times`() {
    let ragged = mistakes("a,b\n1,2\n" + Array(repeating: "1", count: 9).joined(separator: "\n"))
    #expect(ragged.count == 4 && ragged.last == "shop.csv: and 6 more mistakes")
    let gaps = mistakes("a,b\n1,2\n" + Array(repeating: "1,", count: 9).joined(separator: "\n"))
    #expect(gaps.count == 4 && gaps.last == "shop.csv: and 6 more mistakes")
  }

  @Test(arguments: [
    "Export of May\n\nname;n;m\na;1,5;2\nb;2,5;3\nc;4,5;4\n",
    "Report\nof May\nname,n,m\na,1,2\nb,2,3\nc,4,4\n",
    "Report, May\n\nname\tn\tm\na\t1\t2\nb\t2\t3\nc\t4\t4\n",
  ])
  func `a title above the header is told in one sentence`(text: String) {
    let told = [
      "shop.csv:3:1: this line looks like the header, with 3 cells as those below it have; "
        + "take the lines above it out of the file"
    ]
    #expect(mistakes(text) == told)
    #expect(mistakes(text, .skip) == told)
    let error = #expect(throws: ExperimentError.self) {
      try OwnTable(bytes: Array(text.utf8), path: "shop.csv")
    }
    #expect(error?.sentences == told)
  }

  @Test func `a header that lacks a cell is no title`() {
    #expect(mistakes("n,m\n1,1,2\n2,2,3\n3,3,5\n")[0].contains("3 cells where the first line"))
  }

  @Test(arguments: [
    ("", "shop.csv: there are no rows; add at least one row of numbers"),
    ("\n\n", "shop.csv: there are no rows; add at least one row of numbers"),
    ("a,b\n", "shop.csv: there are no rows; add at least one row of numbers"),
    ("a,\"b\n1,2\n", "shop.csv:1:3: this quote is never closed; end the cell with a quote"),
    ("a,\"b\"c\n", "shop.csv:1:6: text after a closing quote; double the quotes inside a cell"),
    (
      "a,\n1,2\n",
      "shop.csv:1:3: a column without a name; name it in the first line, or choose others"
    ),
    ("a,a\n1,2\n", "shop.csv:1:3: a second column named a; give each column its own name"),
  ])
  func `a file that is no table`(text: String, complaint: String) {
    #expect(mistakes(text) == [complaint])
  }

  @Test func `with one column a blank line among the rows is a missing value`() throws {
    #expect(
      mistakes("a\n1\n2\n\n\r\n4\n") == [
        "shop.csv:4:1: no value for a; fill it in, or take the row out",
        "shop.csv:5:1: no value for a; fill it in, or take the row out",
      ])
    #expect(try read("\na\n1\n2\n\n\n").table.points.values == [1, 2])
  }

  @Test(arguments: [
    ("a,b,\n1,2,\n3,4,\n", ["a", "b"], "the last column is empty and was left out"),
    ("a;b;;\n1;2;;\n3;4;;\n", ["a", "b"], "the last 2 columns are empty and were left out"),
  ])
  func `a separator at the end of every line makes no column`(
    text: String, columns: [String], note: String
  ) throws {
    let file = try read(text)
    #expect(file.table.columns == columns)
    #expect(file.table.points.values == [1, 2, 3, 4])
    #expect(file.notes.map(\.description) == [note])
  }

  @Test(arguments: [
    ("a,b\n1,\n2,NA\n", "b is empty and was left out"),
    ("b,a\n,1\n,2\n", "b is empty and was left out"),
    (",a\n,1\n,2\n", "column 1 is empty and was left out"),
  ])
  func `a column that is empty in every row is left out with a remark`(
    text: String, note: String
  ) throws {
    let file = try read(text)
    #expect(file.table.columns == ["a"])
    #expect(file.table.points.values == [1, 2])
    #expect(file.notes.map(\.description) == [note])
  }

  @Test func `where every column is empty there is nothing to cluster`() {
    #expect(mistakes("a,b\n,\n,\n").map { $0.prefix(33) } == ["shop.csv: no column holds numbers"])
  }

  @Test func `a column without a name but with a value is no accident`() {
    #expect(mistakes("a,\n1,\n2,7\n").count == 2)
  }

  @Test func `a line is counted although it only says the separator`() {
    #expect(mistakes("sep=;\na;b\n1;x\n2;3\n")[0].hasPrefix("shop.csv:3:3: 'x' is no number"))
  }

  @Test(arguments: ["50%", "12 %", "$12", "1.500,5", "12 €", "1'250"])
  func `texts that look like numbers are told with their column`(text: String) throws {
    let file = try read("price;a\n\(text);1\n\(text);2\n", .skip)
    #expect(
      file.notes.map(\.description) == [
        "price holds text such as '\(text)' and was left out; write it as 12.5"
      ])
  }

  @Test(arguments: ["2024-01-31", "A1", "12:30", "12kg"])
  func `other texts with digits are just text`(text: String) throws {
    let file = try read("day;a\n\(text);1\n", .skip)
    #expect(file.notes.map(\.description) == ["day holds text and was left out"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0, 0x0A, 0], "x.csv: this is UTF-16; save it as UTF-8"),
      ([0xFE, 0xFF, 0, 0x61, 0, 0x0A], "x.csv: this is UTF-16; save it as UTF-8"),
      ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "x.csv: this is UTF-16; save it as UTF-8"),
      (
        Array("PK".utf8) + [3, 4, 20, 0, 6, 0, 8, 8, 8],
        "x.csv: this is no text; export the table as .csv, or save it as .npy"
      ),
      (
        Array("gr".utf8) + [0xF6, 0xDF] + Array("e\n1\n".utf8),
        "x.csv:1:1: these letters are not UTF-8; save the file as UTF-8"
      ),
    ] as [([UInt8], String)])
  func `bytes that are no text in UTF-8 are refused`(bytes: [UInt8], sentence: String) {
    let error = #expect(throws: ExperimentError.self) { try CSV.read(bytes, path: "x.csv") }
    #expect(error?.description == sentence)
  }

  @Test func `every line that is not blank is a row, but the names`() {
    var random = SeededGenerator(seed: 31)
    let cells = ["1", "-2.5", "3e2", "a", "b c", "", "NA", "é"]
    for round in 0..<2000 {
      let width = 2 + random.nextIndex(below: 2)
      let separator = [",", ";", "\t"][random.nextIndex(below: 3)]
      let lines = (0..<(1 + random.nextIndex(below: 6))).map { _ in
        random.nextIndex(below: 4) == 0
          ? ""
          : (0..<width).map { _ in cells[random.nextIndex(below: cells.count)] }
            .joined(separator: separator)
      }
      let text = lines.joined(separator: ["\n", "\r\n", "\r"][random.nextIndex(below: 3)])
      guard let file = try? read(text, .skip) else { continue }
      let filled = lines.count { !$0.isEmpty }
      #expect(file.table.points.count == filled - (file.hasNames ? 1 : 0), "round \(round)")
    }
  }

  @Test func `numbers are read as the standard library reads them`() throws {
    var random = SeededGenerator(seed: 1)
    let texts = (0..<2000).map { _ in
      switch random.nextIndex(below: 3) {
      case 0: "\(random.nextGaussian() * 1000)"
      case 1: "\(random.nextIndex(below: 1_000_000)).\(random.nextIndex(below: 1_000_000))"
      default:
        "\(random.nextGaussian())e\(random.nextIndex(below: 60) - 30)"
      }
    }.filter { Double($0) != nil }
    let table = try read(texts.joined(separator: "\n")).table
    #expect(table.points.values == texts.compactMap(Double.init))
  }

  @Test func `any bytes are read or refused, and nothing of them reaches the terminal`() {
    var random = SeededGenerator(seed: 9)
    let alphabet = Array("1,;\"\n\r.-ex \u{1B}\0é".utf8) + [0xFF, 0xC3]
    for round in 0..<3000 {
      let bytes = (0..<random.nextIndex(below: 40)).map { _ in
        alphabet[random.nextIndex(below: alphabet.count)]
      }
      do {
        let table = try CSV.read(bytes, path: "x.csv", textColumns: .skip).table
        #expect(table.points.count > 0, "round \(round)")
      } catch {
        let shown = error.description.unicodeScalars
        #expect(shown.allSatisfy { $0.value >= 32 || $0 == "\n" }, "round \(round)")
      }
    }
  }

  @Test func `a file of another kind costs no time`() {
    let wide = String(repeating: ",", count: 200_000)
    #expect(
      mistakes(wide) == ["shop.csv:1:1001: 200001 columns; keep 1000 or fewer"])
    let digits = "a\n" + String(repeating: "7", count: 200_000)
    #expect(mistakes(digits).count == 1)
  }
}
