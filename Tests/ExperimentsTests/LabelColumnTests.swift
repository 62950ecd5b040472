// Labels from files: numbers, words, and the column that holds them.

import Experiments
import Testing

private func labels(_ text: String, _ column: String? = nil) throws -> LabelColumn {
  try LabelColumn(bytes: Array(text.utf8), path: "l.csv", column: column)
}

private func complaint(_ text: String, _ column: String? = nil) -> String {
  do {
    _ = try labels(text, column)
    return ""
  } catch {
    return "\(error)"
  }
}

@Suite struct LabelColumnTests {
  @Test func `whole numbers are labels, with or without a name above`() throws {
    #expect(try labels("label\n0\n-1\n7\n").labels == [0, -1, 7])
    let nameless = try labels("0\n1\n1\n")
    #expect(nameless.labels == [0, 1, 1])
    #expect(nameless.notes.isEmpty)
  }

  @Test func `each word is a label`() throws {
    let read = try labels("label\nsetosa\nvirginica\n\"setosa\"\n setosa\n")
    #expect(read.labels == [0, 1, 0, 0])
    #expect(read.words == ["setosa", "virginica"])
  }

  @Test func `numbers among words stay what they are`() throws {
    #expect(try labels("label\nb\n-1\n0\nc\n").labels == [1, -1, 0, 2])
  }

  @Test func `a first word that comes again is no name`() throws {
    let read = try labels("a\nb\na\n")
    #expect(read.labels == [1, 0, 1])
    #expect(
      read.notes.map(\.description) == ["the first line, a, is among the rows, so it is a label"])
  }

  @Test func `a first word that does not come again is a name, and that is said`() throws {
    let read = try labels("species\na\nb\n")
    #expect(read.labels == [0, 1])
    #expect(
      read.notes.map(\.description)
        == ["the first line, species, is taken for the name of the column"])
  }

  @Test func `the first line is a name or a label where that is said`() throws {
    let bytes = Array("7\n0\n0\n".utf8)
    let named = try LabelColumn(bytes: bytes, path: "l.csv", column: nil, header: .names)
    #expect(named.labels == [0, 0])
    let words = Array("a\nb\na\n".utf8)
    let row = try LabelColumn(bytes: words, path: "l.csv", column: nil, header: .rows)
    #expect(row.labels == [0, 1, 0])
    #expect(row.notes.isEmpty)
  }

  @Test func `a number that may be two is a word`() throws {
    #expect(try labels("label\n\"1,000\"\n\"1,000\"\n1\n").words == ["1,000"])
  }

  @Test func `of several columns the one with a usual name is read, or the one named`() throws {
    #expect(try labels("x,Cluster\n0.5,1\n,2\n").labels == [1, 2])
    #expect(try labels("x,label,cluster\n0,1,2\n").labels == [1])
    #expect(try labels("x,label,species\n0,1,a\n0,1,b\n", "species").labels == [0, 1])
    #expect(complaint("a,b\n0,1\n") == "l.csv: which column holds the labels? the columns are a, b")
    #expect(complaint("a,b\n0,1\n", "c").contains("there is no column c"))
  }

  @Test(arguments: [
    ("label\n0\n\n1\n", "l.csv:3:1: no label"),
    ("label\na\nNA\nb\n", "l.csv:3:1: no label"),
    ("label\n0\n0.5\n", "l.csv:3:1: 0.5 is no label; labels are whole numbers or words"),
    ("a,label\n1,2\n3\n", "l.csv:3:1: 1 cell where the first line has 2"),
    ("label\n", "l.csv: there are no rows"),
  ])
  func `a row without a label is a mistake with its place`(text: String, sentence: String) {
    #expect(complaint(text).hasPrefix(sentence), "\(complaint(text))")
  }

  @Test func `words that are not UTF-8 might be taken for one another`() {
    let bytes = Array("label\ncaf".utf8) + [0xE9, 0x0A, 0x63, 0x61, 0x66, 0xE8]
    let error = #expect(throws: ExperimentError.self) {
      try LabelColumn(bytes: bytes, path: "l.csv", column: nil)
    }
    #expect(error?.description.hasPrefix("l.csv:2:1: these letters are not UTF-8") == true)
  }
}
