import ArgumentParser
import Clustering
import Experiments
import Wording

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores labels: by the table that they belong to, or against other labels.",
    usage: "centroid score [<options>] --labels <labels>",
    discussion: """
      EXAMPLES
        centroid score --data shop.csv --scale standard --labels groups.csv
        centroid score --labels groups.csv --against truth.csv
        centroid score --data big.npy --labels groups.npy --score davies-bouldin --json
        centroid score --data iris.csv --labels iris.csv:species --scale standard

      The label -1 is noise: scores by the table leave it out, scores of two labelings take
      it for a cluster. The silhouette sees every pair of rows.
      """)

  @Option(
    help: """
      The labels, numbers or words: a .csv or .npy file, one a row; of several columns the one \
      named label, labels or cluster, or iris.csv:species.
      """,
    completion: .file(extensions: ["csv", "npy"]))
  var labels: String

  @Option(
    help: "Other labels of the same rows, such as the true ones.",
    completion: .file(extensions: ["csv", "npy"]))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "The table that was clustered: a .csv or .npy file, one row a point; - is standard input.",
      discussion: TableOptions.format),
    completion: .file(extensions: ["csv", "tsv", "npy"]))
  var data: String?

  @OptionGroup var preparation: Preparation

  @Option(
    help: ArgumentHelp(
      """
      By the table: \(listed(InternalScore.names, "and")); against other labels: \
      \(listed(ExternalScore.names, "and")). Several with commas; all if not given.
      """, valueName: "names"))
  var score: ScoreNames?

  @OptionGroup var work: ThreadsOption

  @Option(
    name: .customLong("repeat"), parsing: .unconditional,
    help: "How often each score is computed and timed.")
  var repetitions = 1

  @Flag(help: "The result as JSON.")
  var json = false

  func validate() throws {
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repeat takes a number from 1 to 10000.")
    }
    try score?.check(among: InternalScore.names + ExternalScore.names)
    guard data != nil || against != nil else {
      throw ValidationError(
        "labels are scored by --data, the table, or --against other labels; give one of them.")
    }
    if data == nil, let option = preparation.given {
      throw ValidationError("\(option) is about the table; give it too, such as --data shop.csv.")
    }
    if data == nil, let name = internalScores.first, isChoice {
      throw ValidationError("\(name.rawValue) needs the table, such as --data shop.csv.")
    }
    if against == nil, let name = externalScores.first, isChoice {
      throw ValidationError("\(name.rawValue) needs other labels, such as --against truth.csv.")
    }
  }

  func run() throws {
    let source = LabelSource(labels)
    let other = against.map { LabelSource($0) }
    try Input.check([data, source.path, other?.path])
    let own = try read(source)
    let others = try other.map { other throws(Failure) in try read(other) }
    let scores = try scoresByTable(own, others) + scoresAgainst(own, others)
    if json {
      try Output.json(
        ScoreOutput(n: own.labels.count, scores: scores.values, seconds: scores.seconds))
    } else {
      scores.tell()
      for problem in scores.problems { Output.wrapped("note: \(problem)") }
    }
    if scores.allSatisfy({ $0.value == nil }) { throw Failure() }
  }
}

// MARK: - What is computed

extension Score {
  /// Whether scores are named one by one; else all that can be had are.
  private var isChoice: Bool { score?.isAll == false }

  private var internalScores: [InternalScore] {
    score?.chosen(InternalScore.self) ?? InternalScore.allCases
  }

  private var externalScores: [ExternalScore] {
    score?.chosen(ExternalScore.self) ?? ExternalScore.allCases
  }

  /// Labels in the file of the table have the first line that the table has.
  private func read(_ source: LabelSource) throws(Failure) -> Labels {
    let isInTable = data.map { Input.isSame($0, source.path) } ?? false
    return Labels(source, try source.read(isInTable ? preparation.firstLine : .automatic))
  }

  private func scoresByTable(_ own: Labels, _ others: Labels?) throws(Failure) -> [ScoreReport] {
    guard let data else { return [] }
    let table = try table(data, apartFrom: [own, others].compactMap { $0 })
    try own.check(rows: table.points.count, of: data, "row")
    let (points, threads) = (table.points, work.threads)
    var reports: [ScoreReport] = []
    for score in internalScores {
      if let warning = score.forecast(points, threads: threads) { Output.diagnostic(warning) }
      reports.append(
        try ScoreReport(score.rawValue, repetitions: repetitions) { () throws(ClusteringError) in
          try score.value(points, own.labels, threads: threads)
        })
    }
    return reports
  }

  /// The table without those of the labels that are in the same file: they are no features.
  private func table(_ data: String, apartFrom labels: [Labels]) throws(Failure) -> ClusterTable {
    let inside = labels.filter { Input.isSame($0.path, data) }
    var names: [String] = []
    for label in inside where !names.contains(label.column) { names.append(label.column) }
    let table = try ClusterTable(data, preparation, apartFrom: names, threads: work.threads)
    for note in table.notes { Output.diagnostic(note) }
    for name in names where preparation.columns == nil {
      Output.diagnostic("\(name) holds the labels and is no feature")
    }
    return table
  }

  private func scoresAgainst(_ own: Labels, _ others: Labels?) throws(Failure) -> [ScoreReport] {
    guard let others else { return [] }
    let threads = work.threads
    try own.check(rows: others.labels.count, of: others.path, "label")
    var reports: [ScoreReport] = []
    for score in externalScores {
      reports.append(
        try ScoreReport(score.rawValue, repetitions: repetitions) { () throws(ClusteringError) in
          try score.value(own.labels, others.labels, threads: threads)
        })
    }
    return reports
  }
}

/// Labels and where they came from.
private struct Labels {
  let path: String
  let column: String
  let labels: [Int]

  init(_ source: LabelSource, _ column: LabelColumn) {
    path = source.path
    self.column = column.name
    labels = column.labels
  }

  /// Refuses labels that are not one for each row of another file.
  func check(rows: Int, of other: String, _ noun: String) throws(Failure) {
    guard labels.count != rows else { return }
    throw Failure(
      "\(path) has \(counted(labels.count, "label")), \(other) \(counted(rows, noun)); "
        + "give each row its label")
  }
}

/// The JSON of `centroid score`. A score that is not defined is null.
private struct ScoreOutput: Encodable {
  let n: Int
  let scores: [String: Double?]
  /// One figure for each repetition.
  let seconds: [String: [Double]]
}
