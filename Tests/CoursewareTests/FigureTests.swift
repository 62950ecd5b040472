import Clustering
import Courseware
import Experiments
import Testing

@Suite struct `Figures in prose` {
  /// Five customers in two groups, and one that belongs to none.
  let trace: Trace

  init() throws {
    let table = Table(
      columns: ["spend", "visits"], units: ["€", ""],
      points: try Points(rows: [[10, 1], [20, 3], [1000.5, 2], [1001.5, 4], [500, 9]]), kinds: nil)
    trace = Trace(
      experiment: Experiment(data: .file("x.csv")), table: table, selected: table,
      clustered: table.points, labels: [0, 0, 1, 1, -1], groupCount: 2,
      centers: [[15, 2], [1001, 3]], iterations: 4, distanceShares: [0.9994, 0.0006], advice: [])
  }

  @Test(arguments: [
    ("=x.rows", "5"), ("=x.columns", "2"), ("=x.groups", "2"), ("=x.noise", "1"),
    ("=x.iterations", "4"), ("=x.share.spend:%1", "99.9 %"), ("=x.share.spend", "1.00"),
    ("=x.share.visits:4", "0.0006"), ("=x.size.A", "2"), ("=x.size.B:1", "2.0"),
    ("=x.mean.B.spend:0", "1001"), ("=x.mean.A.visits", "2"), ("=x.min.spend", "10"),
    ("=x.max.spend:1", "1001.5"), ("=x.sd.visits:3", "2.786"), ("=x.largest-group:%", "40 %"),
  ])
  func `are read off the run`(code: String, text: String) throws {
    let reference = try #require(try FigureReference(code: code))
    #expect(reference.experiment == "x")
    #expect(reference.text(in: trace) == text)
  }

  @Test(arguments: ["=x.size.C", "=x.share.rate", "=x.mean.C.spend", "=x.max.rate", "=x.agreement"])
  func `are missing where the run has none`(code: String) throws {
    #expect(try #require(try FigureReference(code: code)).text(in: trace) == nil)
  }

  @Test(arguments: [
    ("=x", "`=x` names no figure"),
    ("=x.", "`=x.` names no figure"),
    ("=x.silhuette", "`silhuette` is not a figure"),
    ("=x.share", "`share` is not a figure"),
    ("=x.size.a", "`a` is not a group"),
    ("=x.rows:12", "`12` is not a format"),
    ("=x.rows:", "`` is not a format"),
    ("=x.rows:%x", "`%x` is not a format"),
  ])
  func `are refused with a reason`(code: String, what: String) {
    #expect {
      try FigureReference(code: code)
    } throws: { error in
      (error as? FigureFault)?.what == what
    }
  }

  @Test(arguments: ["=", "==", "= 3", "k", "=3", ""])
  func `are told from plain code`(code: String) throws {
    #expect(try FigureReference(code: code) == nil)
  }
}
