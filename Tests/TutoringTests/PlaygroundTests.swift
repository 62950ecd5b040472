import Charts
import Experiments
import Scheduling
import Screen
import ScriptedLearner
import Testing
import Tutoring

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
