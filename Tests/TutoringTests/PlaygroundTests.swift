import Charts
import Experiments
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

/// A table with an id, a text, and gaps.
private let shop = """
  id,city,spend,visits,age
  1,Oslo,12.5,3,30
  2,Rome,40.2,1,
  3,Oslo,11.0,4,50
  4,Bonn,80.1,9,41
  5,Rome,77.7,8,
  6,Oslo,10.5,3,28
  """

private func playing(_ file: String? = nil, _ files: [String: String] = [:]) throws -> Sitting {
  var sitting = try Sitting(files: files)
  sitting.perform(.open(.playground(file: file)))
  return sitting
}

extension Sitting {
  fileprivate mutating func set(_ field: String, _ value: String) {
    perform(.set(field: field, value: value))
  }

  fileprivate var fields: [Field] { tutor.scene.forms.first?.fields ?? [] }

  fileprivate func value(_ label: String) -> String? { fields.first { $0.label == label }?.value }

  fileprivate var charts: [Chart] {
    tutor.scene.main.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  fileprivate var words: String { tutor.scene.words }
}

@Suite struct `The playground` {
  @Test func `it opens on points with groups and their figures`() throws {
    let sitting = try playing()
    guard case .scatter(let scatter) = sitting.charts.first else {
      Issue.record("no points: \(sitting.words)")
      return
    }
    #expect(scatter.points.count == 300)
    #expect(Set(scatter.labels ?? []) == [0, 1, 2])
    for word in ["inertia", "silhouette", "Davies-Bouldin", "Calinski-Harabasz", "agreement"] {
      #expect(sitting.words.contains(word), "\(word)")
    }
  }

  @Test func `while a run is under way the picture of the one before it stays`() throws {
    var sitting = try playing()
    let before = sitting.tutor.scene
    sitting.set("k", "5")
    sitting.set("k", "6")
    let glance = Glance()
    let meanwhile = sitting.tutor.scene(at: glance)
    #expect(!glance.isComplete)
    #expect(meanwhile.main == before.main)
    #expect(meanwhile.forms.first?.fields.first { $0.label == "k" }?.value == "6")
    #expect(sitting.tutor.scene.main != before.main)
  }

  @Test func `a column that is named twice is refused, and other data forget the columns`() throws {
    var sitting = try playing(
      "/shop.csv", ["/shop.csv": shop, "/other.csv": "p,q\n1,2\n3,4\n9,9\n"])
    sitting.set("features", "spend,spend")
    #expect(sitting.tutor.notice?.contains("twice") == true)
    sitting.set("features", "spend,visits")
    sitting.set("data", "/other.csv")
    #expect(sitting.value("columns") == "2 of 2")
    #expect(!sitting.charts.isEmpty, "\(sitting.words)")
  }

  @Test func `a file name with control characters is not taken`() throws {
    var sitting = try playing()
    sitting.set("save", "\u{1B}[31mred")
    #expect(sitting.written.isEmpty)
    #expect(sitting.tutor.notice?.contains("control characters") == true)
  }

  @Test func `where one point makes a core point, all are said to be`() throws {
    var sitting = try playing()
    sitting.set("algorithm", "dbscan")
    sitting.set("min-samples", "1")
    sitting.set("view", "k-distance")
    #expect(sitting.words.contains("every row is a core point"))
  }

  @Test func `other data are not told by the picture of those before them`() throws {
    var sitting = try playing()
    let before = sitting.tutor.scene
    sitting.set("data", "moons")
    let meanwhile = sitting.tutor.scene(at: Glance())
    #expect(meanwhile.main != before.main)
  }

  @Test func `a value is turned by a key, and typed`() throws {
    var sitting = try playing()
    let k = try #require(sitting.fields.firstIndex { $0.name == "k" })
    sitting.perform(.move(k), .turn(1))
    #expect(sitting.value("k") == "4")
    sitting.perform(.enter)
    for letter in "12\n" { sitting.perform(.edit(.insert(String(letter)))) }
    #expect(sitting.value("k") == "12")
    guard case .scatter(let scatter) = sitting.charts.first else { return }
    #expect(Set(scatter.labels ?? []).count == 12)
  }

  @Test func `points are linked to their centers, whatever is drawn across and up`() throws {
    var sitting = try playing()
    func linked() -> Bool {
      guard case .scatter(let scatter) = sitting.charts.first else { return false }
      return scatter.showsLinks && scatter.centers?.count == 3
    }
    #expect(!linked() && sitting.value("links") == "no")
    sitting.set("links", "yes")
    #expect(linked() && sitting.value("links") == "yes")
    sitting.set("data", "customers")
    #expect(linked(), "four columns are seen by their components")
    #expect(try sitting.reopened().value("links") == "yes")
    sitting.perform(.undo, .undo)
    #expect(!linked())
    sitting.set("links", "perhaps")
    #expect(sitting.tutor.scene.notice == "links can be no, yes.")
  }

  @Test func `among too many points no links are drawn, and that is said`() throws {
    var sitting = try playing()
    sitting.set("rows", "3000")
    sitting.set("links", "yes")
    guard case .scatter(let scatter) = sitting.charts.first else { return #expect(Bool(false)) }
    #expect(!scatter.showsLinks)
    #expect(sitting.words.contains("among more than 2000 points none can be followed"))
  }

  @Test func `centers in a picture of components are the means of their points`() throws {
    var sitting = try playing()
    sitting.set("data", "customers")
    guard case .scatter(let chart) = sitting.charts.first else { return #expect(Bool(false)) }
    let centers = try #require(chart.centers)
    let labels = try #require(chart.labels)
    for (group, center) in centers.enumerated() {
      let mine = zip(chart.points, labels).filter { $0.1 == group }.map(\.0)
      let mean = mine.map(\.x).reduce(0, +) / Double(mine.count)
      #expect((center.x - mean).magnitude < 1e-9 * max(1, mean.magnitude))
    }
  }

  @Test func `every step can be taken back, to the first`() throws {
    var sitting = try playing()
    let first = sitting.tutor.scene
    let changes = [
      ("k", "5"), ("scale", "standard"), ("algorithm", "dbscan"), ("eps", "0.3"),
      ("data", "moons"), ("noise", "0.2"), ("algorithm", "hdbscan"), ("view", "shares"),
    ]
    var seen: [[Element]] = []
    for (field, value) in changes {
      seen.append(sitting.tutor.scene.main)
      sitting.set(field, value)
      #expect(sitting.tutor.scene.notice == nil, "\(field)=\(value)")
    }
    for main in seen.reversed() {
      sitting.perform(.undo)
      #expect(sitting.tutor.scene.main == main)
    }
    #expect(sitting.tutor.scene.aside == first.aside)
    sitting.perform(.undo)
    #expect(sitting.tutor.scene.notice == "Nothing to undo.")
  }

  @Test func `what cannot be set says why, and nothing changes`() throws {
    var sitting = try playing()
    let before = sitting.tutor.scene.main
    for (field, value, told) in [
      ("k", "0", "k: '0' does not do; give a whole number from 1 to 50."),
      ("scale", "loud", "scale: 'loud' is not known"), ("eps", "1", "There is no \"eps\" here"),
      ("view", "inside", "view can be points, elbow"), ("data", "moon", "did you mean 'moons'?"),
    ] {
      sitting.set(field, value)
      #expect(sitting.tutor.scene.notice?.contains(told) == true, "\(field)=\(value)")
      #expect(sitting.tutor.scene.main == before)
    }
  }

  @Test(arguments: Method.names)
  func `every method can be chosen, and each of its values turned`(name: String) throws {
    var sitting = try playing()
    sitting.set("rows", "60")
    sitting.set("algorithm", name)
    for index in sitting.fields.indices where sitting.fields[index].name != "features" {
      sitting.perform(.move(-100), .move(index), .turn(1), .turn(-1))
      #expect(sitting.tutor.scene.notice == nil)
    }
    #expect(sitting.words.contains("group"), "\(sitting.words)")
  }

  @Test func `the curve of distances goes from the nearest row to the loneliest`() throws {
    var sitting = try playing()
    sitting.set("rows", "350")
    sitting.set("view", "k-distance")
    guard case .chart(.line(let curve))? = sitting.tutor.scene.main.first(where: \.isChart),
      let first = curve.series.first?.points.first, let last = curve.series.first?.points.last
    else {
      Issue.record("there is no curve")
      return
    }
    #expect(abs(first.x - 100.0 / 350) < 1e-9)
    #expect(last.x == 100)
  }

  @Test func `each way to look says something`() throws {
    var sitting = try playing()
    for (view, told) in [
      ("elbow", "elbow is at k = 4"), ("silhouette", "silhouette of k-means"),
      ("plot", "would fit another group better"), ("k-distance", "densest rows"),
      ("groups", "mean of each column"), ("shares", "share of squared distance"),
    ] {
      sitting.set("view", view)
      #expect(sitting.words.contains(told), "\(view): \(sitting.words)")
    }
    sitting.set("data", "uniform")
    sitting.set("view", "elbow")
    #expect(sitting.words.contains("There is no elbow"))
  }

  @Test func `at an eps the k-distances tell the share of core points`() throws {
    var sitting = try playing()
    for (field, value) in [
      ("data", "moons"), ("algorithm", "dbscan"), ("eps", "0.2"), ("view", "k-distance"),
    ] { sitting.set(field, value) }
    #expect(sitting.words.contains("At eps 0.2, "))
  }

  @Test func `an eps that nobody chose follows the data, and is named at the knee`() throws {
    var sitting = try playing()
    sitting.set("data", "moons")
    sitting.set("algorithm", "db")
    #expect(sitting.value("algorithm") == "dbscan")
    let eps = try #require(sitting.value("eps").flatMap(Double.init))
    #expect(eps != 0.5 && sitting.words.contains("2 groups"), "\(sitting.words)")
    sitting.set("scale", "standard")
    #expect(sitting.value("eps") != "0.5" && sitting.words.contains("groups"))
    sitting.set("view", "k-distance")
    #expect(sitting.words.contains("The knee, where it turns upwards, is at"))
    #expect(sitting.words.contains("is an eps to begin with"))
    #expect(!sitting.words.contains("At eps 0.5"))
    sitting.set("eps", "0.4")
    sitting.set("scale", "none")
    #expect(sitting.value("eps") == "0.4")
    #expect(try sitting.reopened().value("eps") == "0.4")
  }

  @Test func `a step back says what it has brought back`() throws {
    var sitting = try playing()
    sitting.set("k", "5")
    sitting.perform(.undo)
    #expect(sitting.tutor.notice == "Undone: k is 3 again (it was 5).")
    sitting.set("view", "elbow")
    sitting.perform(.undo)
    #expect(sitting.tutor.notice == "Undone: view is points again (it was elbow).")
  }

  @Test func `what is set while the list of columns is open is told`() throws {
    var sitting = try playing()
    sitting.set("ask", "columns")
    sitting.set("k", "2")
    #expect(sitting.tutor.notice == "k is now 2; back shows what it makes.")
  }

  @Test func `a table of one's own is offered among the data, and its path asked for`() throws {
    var sitting = try playing(nil, ["/shop.csv": shop])
    let data = try #require(sitting.fields.first { $0.name == "data" })
    #expect(data.choices.last == "FILE.csv")
    sitting.set("data", "FILE.csv")
    #expect(sitting.words.contains("The path of your table"))
    sitting.perform(.write("/shop.csv"))
    #expect(sitting.tutor.scene.place == "shop.csv")
  }

  @Test func `columns that count alike are said to, and those without a bar are counted`() throws {
    var sitting = try playing()
    sitting.set("dimensions", "20")
    sitting.set("scale", "standard")
    sitting.set("view", "shares")
    #expect(sitting.words.contains("All 20 columns count alike"), "\(sitting.words)")
    #expect(sitting.words.contains("5 more columns have no bar here: 25.0 % together"))
    guard case .bars(let chart) = sitting.charts.first else { return #expect(Bool(false)) }
    #expect(Set(chart.bars.map(\.label)).count == 15)
  }

  @Test func `reset is a step too`() throws {
    var sitting = try playing()
    let first = sitting.tutor.scene.main
    sitting.set("k", "7")
    let changed = sitting.tutor.scene.main
    sitting.perform(.restart)
    #expect(sitting.tutor.scene.main == first)
    sitting.perform(.undo)
    #expect(sitting.tutor.scene.main == changed)
  }

  @Test func `whoever leaves finds it as it was left`() throws {
    var sitting = try playing()
    sitting.set("data", "moons")
    sitting.set("algorithm", "dbscan")
    sitting.set("view", "k-distance")
    let again = try sitting.reopened()
    #expect(again.tutor.scene.main == sitting.tutor.scene.main)
    #expect(again.tutor.scene.aside == sitting.tutor.scene.aside)
  }

  @Test func `one start on large tables, unless it is chosen`() throws {
    var sitting = try playing()
    #expect(sitting.value("restarts") == "10")
    sitting.set("rows", "6000")
    #expect(sitting.value("restarts") == "1")
    sitting.set("restarts", "3")
    sitting.set("rows", "300")
    #expect(sitting.value("restarts") == "3")
    #expect(sitting.words.contains("3 groups"))
  }

  @Test func `many columns are drawn by their components, which say what they show`() throws {
    var sitting = try playing()
    sitting.set("data", "customers")
    guard case .scatter(let scatter) = sitting.charts.first else { return }
    #expect(scatter.xAxis.title.hasPrefix("component 1"))
    #expect(scatter.xAxis.unit?.hasSuffix(" %") == true)
    sitting.set("across", "spend")
    sitting.set("up", "visits")
    guard case .scatter(let columns) = sitting.charts.first else { return }
    #expect(columns.xAxis == Axis("spend", unit: "€"))
    #expect(columns.centers?.count == 3)
  }
}

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

@Suite struct `Saving what was played` {
  @Test func `a run is saved, and opens as it was`() throws {
    var sitting = try playing("/data/shop.csv", ["/data/shop.csv": shop])
    sitting.set("k", "2")
    sitting.set("age", "median")
    sitting.set("save", "/runs/two")
    let (path, text) = try #require(sitting.written.first)
    #expect(path == "/runs/two.experiment")
    #expect(text.contains("data: ../data/shop.csv\n"))
    #expect(sitting.tutor.scene.notice == "Saved. It opens with: centroid play two.experiment")
    let again = try playing("/runs/two.experiment", ["/data/shop.csv": shop, path: text])
    #expect(again.tutor.scene.main == sitting.tutor.scene.main)
    #expect(again.fields == sitting.fields)
    let changed = try playing(
      "/runs/two.experiment", ["/data/shop.csv": shop + "\n7,X,1,1,1", path: text])
    #expect(changed.words.contains("shop.csv has changed since this run was saved"))
  }

  @Test func `what was left to the table is in the saved run`() throws {
    var sitting = try playing("/shop.csv", ["/shop.csv": shop])
    sitting.set("save", "/open")
    var text = try #require(sitting.written.last?.text)
    #expect(text.contains("\nfeatures: spend,visits\n") && !text.contains("missing."))
    sitting.set("features", "spend,age")
    sitting.set("save", "/rows")
    text = try #require(sitting.written.last?.text)
    #expect(text.contains("\nfeatures: spend,age\n") && text.contains("\nmissing.age: rows\n"))
  }

  @Test func `a saved run with mistakes names their lines`() throws {
    let sitting = try playing("/a.experiment", ["/a.experiment": "data: moons\nk: many\n"])
    #expect(sitting.words.contains("a.experiment:2: k: "))
  }

  @Test func `an empty name is the usual one`() throws {
    var sitting = try playing()
    sitting.perform(.set(field: "ask", value: "save"), .submit)
    #expect(sitting.written.first?.path == "/home/blobs.experiment")
  }

  @Test func `any picture is saved as SVG, with its words`() throws {
    var sitting = try playing()
    for view in ["points", "elbow", "silhouette", "plot", "k-distance", "shares"] {
      sitting.set("view", view)
      sitting.set("svg", "")
      let (path, text) = try #require(sitting.written.last)
      #expect(path == "/home/blobs-\(view).svg")
      #expect(text.hasPrefix("<?xml") && text.contains("</svg>"))
    }
    sitting.set("view", "groups")
    sitting.set("svg", "table")
    #expect(sitting.written.count == 6)
    #expect(sitting.tutor.scene.notice?.contains("This view is a table") == true)
  }

  @Test func `esc leaves a text, and saves nothing`() throws {
    var sitting = try playing()
    sitting.perform(.set(field: "ask", value: "save"), .edit(.insert("a")), .back)
    #expect(sitting.written.isEmpty)
    #expect(sitting.tutor.scene.input == .keys)
  }
}

extension Element {
  fileprivate var isChart: Bool { if case .chart = self { true } else { false } }
}
