import ArgumentParser
import Clustering

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores labels: by the table that they belong to, or against other labels.",
    usage: "centroid score [<options>] --labels <labels>",
    discussion: """
      EXAMPLES
        centroid score --data shop.csv --scale standard --labels groups.csv
        centroid score --labels groups.csv --against truth.csv
        centroid score --data big.npy --labels groups.npy --score davies-bouldin --json

      The label -1 is noise: scores by the table leave it out, scores of two labelings take
      it for a cluster. The silhouette sees every pair of rows.
      """)

  @Option(
    help: "The labels: a .csv or .npy file, one a row; of several columns the one named label.",
    completion: .file(extensions: ["csv", "npy"]))
  var labels: String

  @Option(
    help: "Other labels of the same rows, such as the true ones.",
    completion: .file(extensions: ["csv", "npy"]))
  var against: String?

  @Option(
    help: "The table that was clustered: a .csv or .npy file, one row a point.",
    completion: .file(extensions: ["csv", "npy"]))
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
    if data == nil, let name = internalScores.first, isChoice {
      throw ValidationError("\(name.rawValue) needs the table, such as --data shop.csv.")
    }
    if against == nil, let name = externalScores.first, isChoice {
      throw ValidationError("\(name.rawValue) needs other labels, such as --against truth.csv.")
    }
  }

  func run() throws {
    let labels = try LabelFile.read(labels)
    let scores = try scoresByTable(labels) + scoresAgainst(labels)
    if json {
      try Output.json(
        ScoreOutput(n: labels.count, scores: scores.values, seconds: scores.seconds))
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

  private func scoresByTable(_ labels: [Int]) throws(Failure) -> [ScoreReport] {
    guard let data else { return [] }
    let table = try ClusterTable(data, preparation, threads: work.threads)
    for note in table.notes { Output.diagnostic(note) }
    let (points, threads) = (table.points, work.threads)
    var reports: [ScoreReport] = []
    for score in internalScores {
      reports.append(
        try ScoreReport(score.rawValue, repetitions: repetitions) { () throws(ClusteringError) in
          try score.value(points, labels, threads: threads)
        })
    }
    return reports
  }

  private func scoresAgainst(_ labels: [Int]) throws(Failure) -> [ScoreReport] {
    guard let against else { return [] }
    let (others, threads) = (try LabelFile.read(against), work.threads)
    var reports: [ScoreReport] = []
    for score in externalScores {
      reports.append(
        try ScoreReport(score.rawValue, repetitions: repetitions) { () throws(ClusteringError) in
          try score.value(labels, others, threads: threads)
        })
    }
    return reports
  }
}

/// The JSON of `centroid score`. A score that is not defined is null.
private struct ScoreOutput: Encodable {
  let n: Int
  let scores: [String: Double?]
  /// One figure for each repetition.
  let seconds: [String: [Double]]
}
