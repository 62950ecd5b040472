import Clustering
import Experiments
import Testing

private func read(_ text: String) throws -> ExperimentFile {
  try ExperimentFile(bytes: Array(text.utf8), path: "a.experiment")
}

private func mistakes(_ text: String) -> [String] {
  do {
    _ = try read(text)
    return []
  } catch let error as ExperimentFile.Unreadable {
    return error.faults.map(\.description)
  } catch {
    return ["\(error)"]
  }
}

@Suite struct ExperimentFileTests {
  @Test(arguments: [
    "data=customers k=4 scale=standard", "data=moons algorithm=dbscan eps=0.2",
    "data=blobs dimensions=4 components=2 algorithm=hdbscan min-cluster-size=7",
    "data=moons algorithm=gaussian-mixture covariance=tied",
    "data=moons algorithm=k-medoids k=2", "data=moons algorithm=mean-shift bandwidth=0.4",
    "data=moons algorithm=mean-shift", "data=moons algorithm=bisecting",
    "data=moons algorithm=spectral neighbors=7", "data=moons algorithm=optics xi=0.1",
    "data=moons algorithm=mini-batch k=8",
  ])
  func `what is written reads as the same run`(line: String) throws {
    let file = ExperimentFile(Trial(try experiment(line)))
    #expect(try read(file.text) == file)
  }

  @Test func `own data keep their path, their digest, decisions and any column's name`() throws {
    let names = ["a,b", "say \"x\"", "time: start", "#1"]
    var trial = try Trial(
      settings: [Setting("data", "../my data/shop.tsv"), Setting("k", "2")])
    trial.experiment.features = names
    trial.experiment.weights = [FeatureFactor("time: start", 2)]
    trial.missing = ["time: start": .median, "a,b": .rows]
    let file = ExperimentFile(
      trial, digest: DataDigest(rows: 3, columns: 4, checksum: 0xAB))
    #expect(try read(file.text) == file)
    #expect(file.text.contains("digest: 3 rows, 4 columns, 00000000000000ab\n"))
  }

  @Test func `every mistake has its line`() {
    #expect(
      mistakes("# a comment\ndata: moons\n\nk 3\nscale: loud\nmissing.x: guess\ndigest: ?\n") == [
        "a.experiment:4: 'k 3' is no setting; write it as 'k: 3'",
        "a.experiment:7: this digest cannot be read; take the line out to go without",
        "a.experiment:6: missing.x: 'guess' is not known; one of column, rows, median, mean",
        "a.experiment:5: scale: 'loud' is not known; "
          + "one of none, standard, min-max, robust, max-abs, l2",
      ])
    #expect(
      mistakes("k: 3") == ["a.experiment: data is missing; add for example 'data: customers'"])
    #expect(throws: ExperimentFile.Unreadable.self) {
      try ExperimentFile(bytes: [0xFF, 0xFE, 0], path: "b")
    }
  }
}

@Suite struct TrialTests {
  @Test func `own data stay when the method changes, and come back after others`() throws {
    let own = try Trial(settings: [Setting("data", "/tmp/a.csv"), Setting("features", "spend")])
    let changed = try own.applying([Setting("algorithm", "dbscan"), Setting("eps", "2")])
    #expect(changed.path == "/tmp/a.csv")
    #expect(changed.experiment.features == ["spend"])
    let moons = try changed.applying([Setting("data", "moons")])
    #expect(moons.path == nil)
    #expect(moons.experiment.features.isEmpty)
    #expect(try moons.applying([Setting("data", "/tmp/a.csv")]).path == "/tmp/a.csv")
  }

  @Test func `a change of method does not touch what was prepared`() throws {
    let trial = Trial(try experiment("data=moons k=2"))
    let other = try trial.applying([Setting("algorithm", "dbscan")])
    #expect(trial.preparedSettings == other.preparedSettings)
    #expect(trial.traceSettings != other.traceSettings)
    let scaled = try trial.applying([Setting("scale", "standard")])
    #expect(trial.tableSettings == scaled.tableSettings)
    #expect(trial.preparedSettings != scaled.preparedSettings)
  }

  @Test func `the seed of the start does not read own data again`() throws {
    let own = try Trial(settings: [Setting("data", "/tmp/a.csv")])
    let other = try own.applying([Setting("seed", "7")])
    #expect(own.preparedSettings == other.preparedSettings)
    #expect(own.traceSettings != other.traceSettings)
  }
}

@Suite struct OwnPathTests {
  @Test(arguments: [
    ("/a/b/c.csv", "/a/b", "c.csv"), ("/a/c.csv", "/a/b", "../c.csv"),
    ("c.csv", "out", "../c.csv"), ("/x/y.csv", "/a/b", "../../x/y.csv"),
  ])
  func `a path is told from the folder of the file`(file: String, from: String, told: String) {
    let own = OwnFiles(folder: "/a/b")
    #expect(own.path(to: file, from: from) == told)
    #expect(own.whole(told, from: from) == own.whole(file))
  }
}
