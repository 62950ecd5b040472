import Clustering
import Experiments
import Testing

@Suite struct SettingsTests {
  @Test func `an experiment is read from its settings`() throws {
    let read = try experiment(
      "data=customers rows=200 seed=7 features=spend,visits multiply.spend=100 scale=standard "
        + "weight.visits=2 components=1 algorithm=k-means k=4 start=random restarts=3")
    var expected = Experiment(data: .generated(Generator(.customers, rows: 200)))
    expected.seed = 7
    expected.features = ["spend", "visits"]
    expected.multipliers = [FeatureFactor("spend", 100)]
    expected.scaling = .standard
    expected.weights = [FeatureFactor("visits", 2)]
    expected.components = 1
    expected.method = .kMeans(KMeansSettings(k: 4, start: .random, restarts: 3))
    #expect(read == expected)
  }

  @Test(arguments: [
    "data=customers", "data=customers dirty=12 multiply.spend=0.01 weight.visits=0",
    "data=blobs groups=2 outliers=3",
    "data=blobs groups=5 dimensions=3 spread=1.5 algorithm=dbscan eps=0.3 min-samples=4",
    "data=moons noise=0.1 algorithm=agglomerative linkage=single k=2", "data=uniform rows=50",
    "data=anisotropic scale=min-max", "data=varied-density components=2",
    "data=shops/customers.csv features=spend,visits scale=robust seed=18446744073709551615",
  ])
  func `the written settings make the same experiment again`(line: String) throws {
    let first = try experiment(line)
    #expect(try Experiment(settings: first.settings) == first)
    #expect(try experiment(first.line) == first)
  }

  @Test func `all mistakes come out at once, each with what would be right`() {
    #expect(
      complaints("data=custommers algorithm=kmeans k=0 seed=-1 restart=10 scale=standart") == [
        "there is no setting 'restart'; did you mean 'restarts'?",
        "data: 'custommers' is not known; did you mean 'customers'? one of customers, blobs, "
          + "moons, circles, anisotropic, varied-density, uniform, FILE.csv, FILE.npy",
        "algorithm: 'kmeans' is not known; did you mean 'k-means'? "
          + "one of k-means, dbscan, agglomerative, hdbscan, gaussian-mixture, k-medoids, "
          + "mean-shift, bisecting, spectral, optics, mini-batch",
        "seed: '-1' does not do; give a whole number, 0 or more",
        "scale: 'standart' is not known; did you mean 'standard'? "
          + "one of none, standard, min-max, robust, max-abs, l2",
        "k: '0' does not do; give a whole number from 1 to 50",
      ])
  }

  @Test func `a column that is not there is named with those that are`() {
    #expect(
      complaints("data=customers features=spend,visit weight.returns=2") == [
        "features: 'visit' is not known; did you mean 'visits'? "
          + "one of spend, visits, categories, return_rate",
        "weight.returns: 'returns' is not known; "
          + "one of spend, visits, categories, return_rate",
      ])
  }

  @Test func `a setting that means nothing here is a mistake`() {
    #expect(
      complaints("data=moons groups=3 dirty=2 outliers=1 eps=0.3") == [
        "groups means nothing here; it goes with data blobs or anisotropic",
        "dirty means nothing here; it goes with data customers",
        "outliers means nothing here; it goes with data blobs",
        "eps means nothing here; it goes with algorithm dbscan",
      ])
  }

  @Test(arguments: [
    "k=51", "k=2.5", "k=", "k=99999999999999999999", "restarts=0", "rows=100001", "rows=0",
    "multiply.spend=0", "multiply.spend=nan", "multiply.spend=inf", "multiply.spend=0x1p3",
    "weight.spend=-1", "weight.spend=1e9", "components=0", "seed=1.5", "features=", "multiply.=2",
    "features=spend,,visits", "features=spend,spend", "k=3 k=4", "scale=", "data=moons",
    "colour=red", "start=middle",
  ])
  func `what cannot be used is refused`(line: String) {
    #expect(!complaints("data=customers " + line).isEmpty)
  }

  @Test func `an experiment needs data`() {
    #expect(complaints("k=3") == ["data is missing; add for example 'data: customers'"])
  }

  @Test func `control characters of a value stay out of the message`() {
    let told = complaints("data=\u{1B}[31mred\u{202E}")[0]
    #expect(told.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{202E}" })
  }
}

@Suite struct ChangedSettingsTests {
  @Test func `a change wins over what was set, the rest stays`() throws {
    let changed = try experiment("data=customers seed=9 scale=standard k=3")
      .applying(settings("k=5"))
    #expect(try changed == experiment("data=customers seed=9 scale=standard k=5"))
  }

  @Test func `the number of groups stays when the algorithm changes`() throws {
    let changed = try experiment("data=moons k=2 restarts=5")
      .applying(settings("algorithm=agglomerative linkage=single"))
    #expect(changed.method == .agglomerative(linkage: .single, k: 2))
  }

  @Test func `what only went with the former data is let go`() throws {
    let changed = try experiment(
      "data=customers dirty=5 features=spend,visits multiply.spend=100 weight.visits=2 seed=4"
    ).applying(settings("data=moons"))
    #expect(try changed == experiment("data=moons rows=400 seed=4"))
  }

  @Test func `a change that means nothing is still a mistake`() throws {
    let dbscan = try experiment("data=moons algorithm=dbscan eps=0.2")
    #expect(throws: ExperimentError.self) { try dbscan.applying(settings("k=3")) }
  }

  @Test func `a form can ask what may be set`() throws {
    let kMeans = try experiment("data=customers")
    #expect(kMeans.accepts("k"))
    #expect(kMeans.accepts("weight.visits"))
    #expect(!kMeans.accepts("weight.visit"))
    #expect(!kMeans.accepts("eps"))
    #expect(!kMeans.accepts("noise"))
    #expect(!kMeans.accepts("colour"))
  }
}
