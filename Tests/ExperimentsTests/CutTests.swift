import Clustering
import Experiments
import Testing

/// Where the tree of a film is cut, and what the clusters are called before the cut is reached.
@Suite struct CutTests {
  private static let linkages = ["single", "complete", "average", "ward"]

  private func line(_ seed: Int) -> String {
    let data = ["blobs", "moons", "uniform"][seed % 3]
    return "data=\(data) rows=\(2 + seed % 37) seed=\(seed) algorithm=agglomerative "
      + "linkage=\(Self.linkages[seed % 4])"
  }

  private func film(_ seed: Int) throws -> Film {
    try Runner().film(try experiment(line(seed) + " k=1"))
  }

  @Test func `a cut into k groups has the labels of the run for k, for every k`() throws {
    for seed in seeds(60) {
      let film = try film(seed)
      for k in 1...film.count {
        let last = film.frame(at: film.count - 1, cutInto: k)
        let trace = try trace(line(seed) + " k=\(k)")
        #expect(last.labels == trace.labels, "\(line(seed)) k=\(k)")
        #expect(film.frame(at: film.count - k, cutInto: k).labels == trace.labels)
      }
    }
  }

  @Test func `the groups of a cut are those of the core, and their sizes are told`() throws {
    for seed in seeds(60) {
      let film = try film(seed)
      let linkages: [Agglomerative.Linkage] = [.single, .complete, .average, .ward]
      let tree = try Agglomerative(linkage: linkages[seed % 4]).fit(film.clustered)
      for k in 1...film.count {
        let frame = film.frame(at: film.count - 1, cutInto: k)
        let labels = try tree.labels(clusters: k)
        #expect(Set(zip(frame.labels, labels).map { [$0, $1] }).count == k, "\(line(seed)) k=\(k)")
        let sizes = (0..<k).map { group in labels.count { $0 == group } }
        #expect(frame.tree?.cut.sizes == sizes.sorted(by: >))
      }
    }
  }

  @Test func `a cut by its height leaves the merges up to that height`() throws {
    for seed in seeds(60) {
      let film = try film(seed)
      for k in 1...film.count {
        let cut = try #require(film.frame(at: 0, cutInto: k).tree?.cut)
        let merges = try #require(film.frame(at: film.count - 1).tree?.merges)
        #expect(
          film.groups(cutAt: cut.height) == film.count - merges.count { $0.height <= cut.height })
        let isBetween = k == film.count || k == 1 || merges[film.count - k].height > cut.height
        if isBetween, cut.height > 0 { #expect(film.groups(cutAt: cut.height) == k) }
      }
    }
  }

  @Test func `before the cut a letter is a cluster, and the rest stands alone`() throws {
    for seed in seeds(60) {
      let film = try film(seed)
      let k = 1 + seed % 4
      for index in 0..<max(0, film.count - k) {
        let frame = film.frame(at: index, cutInto: k)
        let letters = Set(frame.labels.filter { $0 >= 0 })
        let singles = frame.labels.count { $0 < 0 }
        #expect(letters.count + singles == film.count - index, "\(line(seed)) frame \(index)")
        #expect(frame.isDecided == frame.labels.map { $0 >= 0 })
        for letter in letters { #expect(frame.labels.count { $0 == letter } > 1) }
      }
    }
  }

  @Test func `a letter stays unless its cluster is taken in by one as large`() throws {
    for seed in seeds(60) {
      let film = try film(seed)
      let k = 1 + seed % 4
      // One group more or less at the cut is a row that gets its letter there.
      for index in 1...max(1, film.count - k) where index < film.count {
        let (before, now) = (
          film.frame(at: index - 1, cutInto: k), film.frame(at: index, cutInto: k)
        )
        guard case .merged(let rows, let others, _) = now.step else { continue }
        let moved = before.labels.indices.filter {
          before.labels[$0] >= 0 && before.labels[$0] != now.labels[$0]
        }
        let smaller = rows.count < others.count ? rows : others
        if rows.count == others.count {
          #expect(Set(moved).isSubset(of: rows) || Set(moved).isSubset(of: others))
        } else {
          #expect(Set(moved).isSubset(of: smaller), "\(line(seed)) frame \(index)")
        }
      }
    }
  }
}

/// What is remembered has to be weighed as what it takes.
@Suite struct WeightTests {
  private func film(_ line: String) throws -> Film { try Runner().film(try experiment(line)) }

  @Test func `a trace weighs its points before and after scaling, its labels and centers`() throws {
    let trace = try trace("data=blobs rows=1000 dimensions=3 k=4 scale=standard")
    // The table, the chosen columns, the scaled ones; planted kinds and labels; centers.
    let least = 8 * (3 * 3000 + 2 * 1000 + 4 * 3)
    #expect((least...(least + 1000)).contains(trace.weight))
  }

  @Test func `a film weighs its points and every step of it`() throws {
    let short = try film("data=blobs rows=500 k=3 restarts=1 start=random")
    let points = 8 * (2 * 1000 + 500)
    let centers = 2 * 8 * 3 * 2
    #expect(short.weight >= points + short.count * centers)
    let long = try film("data=blobs rows=500 k=3 restarts=20 start=random")
    #expect(long.weight - short.weight >= (long.count - short.count) * centers)
  }

  @Test(arguments: ["dbscan eps=1", "agglomerative"])
  func `steps that are told row by row weigh something for each row`(method: String) throws {
    let film = try film("data=blobs rows=500 algorithm=\(method)")
    #expect(film.weight >= 8 * (2 * 1000 + 500) + 500 * 32)
  }
}
