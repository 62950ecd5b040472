import Clustering
import Experiments
import Testing

@Suite struct FilmTests {
  /// Small experiments of every method, from a seed.
  static func line(_ seed: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = 1 + generator.nextIndex(below: 60)
    let kinds = ["blobs", "moons", "circles", "uniform", "varied-density"]
    let data = kinds[generator.nextIndex(below: kinds.count)]
    let k = 1 + generator.nextIndex(below: min(rows, 6))
    let methods = [
      "k=\(k) restarts=\(1 + generator.nextIndex(below: 3)) start=random",
      "k=\(k) restarts=1",
      "algorithm=dbscan eps=\(0.1 + generator.nextUnit()) min-samples=\(1 + generator.nextIndex(below: 6))",
      "algorithm=agglomerative k=\(k) linkage=average",
      "algorithm=agglomerative k=\(k) linkage=single",
    ]
    return "data=\(data) rows=\(rows) seed=\(seed) scale=standard "
      + methods[generator.nextIndex(below: methods.count)]
  }

  @Test func `the last frame is the result of the run`() throws {
    for seed in seeds(1000) {
      let described = try experiment(Self.line(seed))
      let (trace, film) = (try Runner().run(described), try Runner().film(described))
      let frame = film.frame(at: film.count - 1)
      #expect(frame.labels == trace.labels, "\(Self.line(seed))")
      if !frame.centers.isEmpty {
        #expect(frame.centers.prefix(trace.groupCount) == trace.centers[...], "\(Self.line(seed))")
      }
    }
  }

  @Test func `so many steps on and as many back is the same frame`() throws {
    for seed in seeds(1000) {
      let film = try Runner().film(try experiment(Self.line(seed)))
      var generator = SeededGenerator(seed: UInt64(seed))
      let from = generator.nextIndex(below: film.count)
      let before = film.frame(at: from)
      let steps = generator.nextIndex(below: film.count - from)
      for step in 0...steps { _ = film.frame(at: from + step) }
      for step in (0...steps).reversed() { _ = film.frame(at: from + step) }
      #expect(film.frame(at: from) == before, "\(Self.line(seed))")
    }
  }

  @Test func `the inertia never rises within a start`() throws {
    for seed in seeds(1000) {
      let film = try Runner().film(try experiment(Self.line(seed)))
      var last = Double.infinity
      for index in 0..<film.count {
        let frame = film.frame(at: index)
        guard let inertia = frame.inertia else {
          last = .infinity
          continue
        }
        if case .atRest = frame.step { continue }
        #expect(inertia <= last * (1 + 1e-12), "\(Self.line(seed)), frame \(index)")
        last = inertia
      }
    }
  }

  @Test func `the frames of k-means are the states of the core`() throws {
    for seed in seeds(30) {
      let described = try experiment("data=blobs rows=50 k=4 restarts=2 seed=\(seed)")
      let film = try Runner().film(described)
      let states = Array(
        try KMeans(k: 4, restarts: 2, maxIterations: 300, seed: UInt64(seed)).states(
          of: film.clustered))
      #expect(film.count == states.count)
      for (index, state) in states.enumerated() where state.step != .started {
        let frame = film.frame(at: index)
        #expect(try Agreement.adjustedRand(frame.labels, state.labels) == 1, "frame \(index)")
        #expect(frame.inertia == state.inertia)
      }
    }
  }

  @Test func `DBSCAN decides one row after the other`() throws {
    let film = try Runner().film(
      try experiment("data=moons rows=80 algorithm=dbscan eps=0.3 min-samples=4 seed=2"))
    #expect(film.count == 82)
    #expect(film.frame(at: 0).isDecided.allSatisfy { !$0 })
    #expect(film.frame(at: 80).isDecided.allSatisfy { $0 })
    var looked: Set<Int> = []
    for index in 1...80 {
      guard case .visited(let visit) = film.frame(at: index).step else {
        Issue.record("frame \(index) is no visit")
        continue
      }
      looked.insert(visit.row)
      #expect(visit.isCore == (visit.neighbors.count >= 4))
      #expect(film.frame(at: index).cores.contains(visit.row) == visit.isCore)
    }
    #expect(looked.count == 80)
  }

  @Test func `when all rows are looked at DBSCAN says what has become of them`() throws {
    for seed in seeds(100) {
      let line =
        "data=moons rows=60 algorithm=dbscan eps=\(0.1 + Double(seed % 5) / 20) seed=\(seed)"
      let (trace, film) = (try trace(line), try Runner().film(try experiment(line)))
      let end = film.frame(at: film.count - 1)
      let noise = trace.labels.count { $0 < 0 }
      #expect(end.step == .settled(groups: trace.groupCount, noise: noise), "\(line)")
      #expect(end.labels == trace.labels, "\(line)")
      #expect(end.isDecided.allSatisfy { $0 })
    }
  }

  @Test func `centers leave a trail from where they began`() throws {
    let film = try Runner().film(
      try experiment("data=blobs rows=100 k=4 restarts=1 start=random seed=3"))
    let (first, last) = (film.frame(at: 0), film.frame(at: film.count - 1))
    #expect(last.trails.compactMap(\.first) == first.centers)
    #expect(last.trails.compactMap(\.last) == last.centers)
    let rows = (0..<100).map { film.selected.points.row($0) }
    #expect(first.centers.allSatisfy(rows.contains))
  }
}
