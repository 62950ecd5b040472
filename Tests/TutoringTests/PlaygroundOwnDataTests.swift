import Charts
import Experiments
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `The playground on one's own data` {
  private func shopping() throws -> Sitting { try playing("/shop.csv", ["/shop.csv": shop]) }

  @Test func `each row can be written with its group, those left out too`() throws {
    var sitting = try shopping()
    sitting.set("gaps", "rows")
    sitting.set("k", "2")
    let key = try #require(sitting.tutor.scene.action(for: .character("w")))
    sitting.perform(key.event)
    #expect(sitting.words.contains("empty for shop-groups.csv"))
    sitting.perform(.write("out"))
    let text = try #require(sitting.written.last?.text)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(lines[0] == ["row", "id", "group"])
    #expect(lines.count == 7 && lines[2] == ["2", "2", "left out"])
    #expect(Set(lines.dropFirst().map { $0[2] }) == ["A", "B", "left out"])
    #expect(lines[1][2] == lines[6][2] && lines[1][2] != lines[4][2])
  }

  @Test func `decisions of last time that are taken up again are said to be`() throws {
    var sitting = try shopping()
    #expect(!sitting.words.contains("Taken up"))
    #expect(try !sitting.reopened().words.contains("Taken up"))
    sitting.set("gaps", "median")
    var again = try sitting.reopened()
    #expect(again.words.contains("Taken up as you left it; x begins afresh."))
    again.perform(.restart)
    #expect(!again.words.contains("Taken up") && again.value("gaps") == "undecided")
  }

  @Test func `columns that need no decision take part, and the decision comes first`() throws {
    let sitting = try shopping()
    #expect(sitting.value("columns") == "2 of 4")
    guard case .prose(let spans) = sitting.tutor.scene.main.first else {
      Issue.record("no question: \(sitting.words)")
      return
    }
    let told = spans.map(\.text).joined()
    #expect(told.hasPrefix("2 of 6 rows have gaps: d leaves the rows out, m fills in medians"))
    #expect(told.contains("until you decide, age stays out."))
    #expect(told.contains("Out: id (like an id), city (text)."))
  }

  @Test(arguments: [
    ("d", "2 rows with gaps are left out."), ("m", "2 cells are filled."),
    ("n", "2 cells are filled."),
  ])
  func `one key decides about the gaps of all columns`(key: String, told: String) throws {
    var sitting = try shopping()
    let character = try #require(key.first)
    let action = try #require(sitting.tutor.scene.action(for: .character(character)))
    sitting.perform(action.event)
    #expect(sitting.words.contains(told))
    #expect(sitting.value("columns") == "3 of 4")
    #expect(sitting.tutor.scene.action(for: .character(character))?.event != action.event)
    sitting.perform(.undo)
    #expect(sitting.value("gaps") == "undecided")
  }

  @Test func `where nearly all columns have gaps, it opens on the rows without any`() throws {
    var sitting = try playing(
      "/p.csv", ["/p.csv": "a,b,year\n1,2,7\n4,,8\n3,9,7\n8,1,8\n,5,7\n2,2,9\n"])
    guard case .scatter(let scatter) = sitting.charts.first else {
      Issue.record("no points: \(sitting.words)")
      return
    }
    #expect(scatter.points.count == 4)
    #expect(sitting.words.contains("until you decide, they are left out"))
    sitting.set("gaps", "mean")
    guard case .scatter(let filled) = sitting.charts.first else { return }
    #expect(filled.points.count == 6)
    sitting.set("gaps", "column")
    #expect(sitting.value("columns") == "1 of 1")
  }

  @Test func `one column is drawn against the order of its rows`() throws {
    let sitting = try playing("/p.csv", ["/p.csv": "a\n1\n5\n3\n9\n8\n2\n"])
    guard case .scatter(let scatter) = sitting.charts.first else { return #expect(Bool(false)) }
    #expect(scatter.yAxis.title == "row number")
    #expect(scatter.points.map(\.y) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `the list tells what is in each column`() throws {
    var sitting = try shopping()
    sitting.set("ask", "columns")
    #expect(
      sitting.fields.map(\.value) == [
        "left out: like an id", "left out: text such as 'Oslo'", "takes part", "takes part",
        "2 gaps: to be decided",
      ])
    #expect(
      sitting.fields.last?.choices == [
        "column left out", "2 rows left out", "2 cells = median 35.5", "2 cells = mean 37.3",
      ])
    #expect(sitting.words.contains("id rises from row to row like an id"))
    sitting.perform(.move(4))
    #expect(
      sitting.words.contains("age: no number in 2 cells, the first in line 3 (it is empty)."))
  }

  @Test func `the list says what a column holds, and doubts some`() throws {
    let rows = (0..<40).map { "\($0 % 3),\($0 == 5 ? "abc" : "\($0 * 7 % 11)"),\($0 * $0 % 13)" }
    var sitting = try playing(
      "/k.csv", ["/k.csv": (["kind,n,m"] + rows).joined(separator: "\n")])
    #expect(sitting.words.contains("kind has only 3 different values: is it a label?"))
    sitting.set("ask", "columns")
    #expect(
      sitting.fields.map(\.value) == [
        "takes part; 3 values, a label?", "1 gap such as 'abc': to be decided", "takes part",
      ])
    #expect(sitting.words.contains("kind has no gaps. From 0 to 2, 3 different numbers."))
  }

  @Test func `enter takes a column out and in at once, with gaps too`() throws {
    var sitting = try playing(
      "/p.csv", ["/p.csv": "a,b,year\n1,2,7\n4,,8\n3,9,7\n8,1,8\n,5,7\n2,2,9\n"])
    sitting.perform(.set(field: "ask", value: "columns"))
    #expect(sitting.words.contains("3 of 3 columns take part"))
    sitting.perform(.enter)
    #expect(sitting.fields.first?.value == "column left out")
    sitting.perform(.enter)
    #expect(sitting.fields.first?.value == "1 row left out")
  }

  @Test func `a column of text cannot be turned, and enter says why`() throws {
    var sitting = try shopping()
    sitting.perform(.set(field: "ask", value: "columns"), .move(1))
    #expect(sitting.fields[1].choices.isEmpty)
    sitting.perform(.enter)
    #expect(sitting.tutor.scene.notice == "It stays out: city holds text such as 'Oslo'.")
    let last = try #require(sitting.tutor.scene.action(for: .character("G")))
    sitting.perform(last.event)
    #expect(sitting.words.contains("age: no number in 2 cells"))
    let first = try #require(sitting.tutor.scene.action(for: .home))
    sitting.perform(first.event)
    #expect(sitting.words.contains("id has no gaps"))
  }

  @Test func `columns that stay out for one reason are named together`() throws {
    let rows = (0..<9).map { "x\($0),\($0 + 10).05.2024,y\($0),\($0 * 5 % 7),\($0 * 3 % 5)" }
    let sitting = try playing(
      "/o.csv", ["/o.csv": (["name,day,note,p,q"] + rows).joined(separator: "\n")])
    #expect(sitting.words.contains("Out: name, note (text), day (dates)."))
  }

  @Test func `a decision about gaps is kept, told and taken back`() throws {
    var sitting = try shopping()
    sitting.perform(.set(field: "ask", value: "columns"), .move(4), .turn(1))
    #expect(sitting.words.contains("2 rows with gaps are left out."))
    sitting.perform(.turn(1))
    #expect(sitting.words.contains("2 cells are filled."))
    #expect(sitting.fields.last?.value == "2 cells = median 35.5")
    let again = try sitting.reopened()
    #expect(again.words.contains("2 cells are filled."))
    sitting.perform(.undo, .undo)
    #expect(sitting.fields.last?.value == "2 gaps: to be decided")
  }

  @Test func `a column taken out and in again keeps what was decided about its gaps`() throws {
    var sitting = try shopping()
    sitting.perform(
      .set(field: "ask", value: "columns"), .move(4), .set(field: "age", value: "mean"))
    sitting.perform(.enter)
    #expect(sitting.fields.last?.value == "column left out")
    sitting.perform(.enter)
    #expect(sitting.fields.last?.value == "2 cells = mean 37.3")
  }

  @Test func `columns are taken in and out, by key and by name`() throws {
    var sitting = try shopping()
    sitting.perform(.set(field: "ask", value: "columns"), .enter, .back)
    #expect(sitting.value("columns") == "3 of 4")
    #expect(sitting.words.contains("id rises from row to row like an id"))
    sitting.set("id", "out")
    sitting.set("spend", "out")
    #expect(sitting.value("columns") == "1 of 4")
    sitting.set("visits", "out")
    #expect(sitting.tutor.scene.notice == "One column has to take part.")
    sitting.set("columns", "spend, visits")
    #expect(sitting.value("columns") == "2 of 4")
    sitting.set("columns", "spend, city")
    #expect(sitting.tutor.scene.notice == "city holds text such as 'Oslo'.")
    sitting.set("age", "mean")
    #expect(sitting.value("columns") == "3 of 4")
    sitting.set("columns", "all")
    #expect(sitting.value("columns") == "4 of 4")
    #expect(sitting.tutor.scene.notice == "4 of 4 columns take part; 1 cannot.")
  }

  @Test func `ten thousand columns are chosen by name without a wait for each`() throws {
    let names = (1...10_000).map { "c\($0)" }
    let rows = (1...3).map { row in
      (1...10_000).map { "\(($0 * row) % 7)" }.joined(separator: ",")
    }
    var sitting = try playing(
      "/wide.csv", ["/wide.csv": ([names.joined(separator: ",")] + rows).joined(separator: "\n")])
    sitting.set("view", "shares")
    sitting.set("columns", names.dropLast().joined(separator: ","))
    #expect(sitting.value("columns") == "9999 of 10000")
  }

  @Test func `a number may have a decimal comma, as many people type it`() throws {
    var sitting = try shopping()
    sitting.set("algorithm", "dbscan")
    sitting.set("eps", "0,8")
    #expect(sitting.value("eps") == "0.8")
    #expect(sitting.value("min-samples") == "5")
  }

  @Test func `what groups are like is told for every column, the most telling first`() throws {
    let names = (1...12).map { "c\($0)" }.joined(separator: ",")
    let rows = (0..<20).map { row in
      (1...12).map { "\(($0 == 9 ? 500 * (row % 2) : 0) + row * ($0 + 1) % 17)" }.joined(
        separator: ",")
    }
    var sitting = try playing(
      "/w.csv", ["/w.csv": ([names] + rows).joined(separator: "\n")])
    sitting.set("scale", "none")
    sitting.set("k", "2")
    sitting.set("view", "groups")
    let tables = sitting.tutor.scene.main.compactMap { element -> [[String]]? in
      if case .table(_, let rows) = element { rows } else { nil }
    }
    let told = try #require(tables.first).map { $0[0] }
    #expect(told.count == 12 && told.first == "c9")
    sitting.set("k", "8")
    #expect(sitting.tutor.scene.main.count { if case .table = $0 { true } else { false } } == 2)
  }

  @Test func `a method that takes fewer rows is given a sample by a key`() throws {
    var sitting = try playing()
    sitting.set("rows", "30000")
    sitting.set("algorithm", "k-medoids")
    #expect(sitting.words.contains("Key r takes a sample of 5000 of the 30 000 rows."))
    let action = try #require(sitting.tutor.scene.action(for: .character("r")))
    sitting.perform(action.event)
    #expect(sitting.words.contains("A sample of 5000 of 30 000 rows."))
    #expect(sitting.value("sample") == "5000")
    sitting.set("sample", "1234")
    #expect(sitting.words.contains("1234 rows"))
    #expect(try sitting.reopened().value("sample") == "1234")
    sitting.set("sample", "all")
    #expect(sitting.value("sample") == "all rows")
    sitting.set("sample", "few")
    #expect(sitting.tutor.notice?.contains("whole number from 10") == true)
  }

  @Test func `scores say that they leave noise out, and inertia is told where it is meant`() throws
  {
    var sitting = try playing()
    #expect(sitting.words.contains("text: \"inertia \""))
    for (field, value) in [("data", "moons"), ("algorithm", "dbscan"), ("eps", "0.12")] {
      sitting.set(field, value)
    }
    #expect(sitting.words.contains(" noise points)"), "\(sitting.words)")
    #expect(!sitting.words.contains("text: \"inertia \""))
  }

  @Test func `home offers the table that was open last`() throws {
    var sitting = try shopping()
    sitting.perform(.back)
    let offer = try #require(sitting.tutor.scene.actions.first { $0.word == "play" })
    #expect(offer.label == "playground", "a long name would push other keys off the line")
    sitting.perform(.help)
    #expect(sitting.words.contains("the playground, with shop.csv"))
    sitting.perform(.back)
    sitting.perform(offer.event)
    #expect(sitting.tutor.scene.place == "shop.csv")
  }

  @Test func `of 5000 columns a window is shown, and names are found`() throws {
    let names = (1...5000).map { "c\($0)" }.joined(separator: ",")
    let rows = (1...3).map { row in
      (1...5000).map { "\(($0 * row) % 7)" }.joined(separator: ",")
    }
    var sitting = try playing(
      "/wide.csv", ["/wide.csv": ([names] + rows).joined(separator: "\n")])
    sitting.set("ask", "columns")
    #expect(sitting.fields.count == 14)
    #expect(sitting.words.contains("columns take part; here 1 to 14 of 5000."))
    sitting.perform(.step(4999))
    #expect(sitting.fields.last?.name == "c5000")
    sitting.set("filter", "c49")
    #expect(sitting.fields.first?.name == "c49")
    #expect(sitting.words.contains("in the name; here 1 to 14 of 111."))
    sitting.set("filter", "none like this")
    #expect(sitting.words.contains("No name holds"))
  }

  @Test(arguments: [
    ("a,b\n", "there are no rows"), ("a,b\n1\n", "1 cell where the first line has 2"),
    ("a\nx\ny\n", "no column holds numbers"), ("a,b\n1,\"2\n", "never closed"),
    ("a\n1e308\n2\n", "no column holds numbers"), ("a,b\nnan,\n,nan\n", "no column holds numbers"),
    ("a,b\n1,\n,2\n", "decide what becomes of them"),
    ("\u{0}\u{0}ab", "no text"),
  ])
  func `what cannot be run says why, and the data can be changed`(
    text: String, told: String
  ) throws {
    var sitting = try playing("/x.csv", ["/x.csv": text])
    #expect(sitting.words.contains(told), "\(sitting.words)")
    sitting.set("data", "moons")
    #expect(!sitting.charts.isEmpty)
  }

  @Test func `one row is no clustering, and says so`() throws {
    var sitting = try playing("/x.csv", ["/x.csv": "a,b\n1,2\n"])
    #expect(sitting.words.contains("refused"))
    sitting.set("k", "1")
    #expect(sitting.words.contains("1 group"))
  }
}
