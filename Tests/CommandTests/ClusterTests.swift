// `centroid cluster`, `centroid score` and `centroid inspect`, as a script uses them.

import BuiltProgram
import Foundation
import Testing

private let table = "spend,visits\n0,0\n0,1\n9,9\n9,8\n"

// MARK: - Clustering a table

@Test func `clustering a table gives its figures as JSON`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--repeat", "3", "--json")
  #expect(run.status == 0, "\(run.diagnostics)")
  let json = try #require(
    JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  #expect(
    json.keys.sorted() == [
      "advice", "algorithm", "cluster_count", "clusters", "d", "figures", "fit_seconds", "inertia",
      "iterations", "load_seconds", "n", "noise_count", "parameters", "reduce_seconds",
      "scale_seconds", "score_seconds", "scores",
    ])
  #expect(json["n"] as? Int == 4)
  #expect(json["d"] as? Int == 2)
  #expect(json["cluster_count"] as? Int == 2)
  #expect(json["noise_count"] as? Int == 0)
  #expect(json["inertia"] as? Double == 1)
  #expect((json["fit_seconds"] as? [Double])?.count == 3)
}

@Test func `the labels of a clustering go to a file, a line for each row`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("spend,visits\n0,0\n9,9\n", to: "start.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--init", "start.csv", "--scale", "standard", "--labels",
    "out.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(try desk.read("out.csv") == "label\n0\n0\n1\n1\n")
}

@Test(arguments: ["t.csv", "./t.csv", "link.csv"])
func `labels are never written over the table that was read`(path: String) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.link("link.csv", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--labels", path)
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("--labels would write over t.csv"))
  #expect(try desk.read("t.csv") == table)
}

@Test func `labels follow a link to their file`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("old", to: "target.csv")
  try desk.link("link.csv", to: "target.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--labels", "link.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(try desk.read("target.csv").hasPrefix("label\n"))
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.path("link.csv")) != "")
}

/// The least that each method wants to hear, to find the two pairs of the table.
private let shortestCommands: [[String]] = [
  ["k-means", "-k", "2"], ["mini-batch", "-k", "2"], ["bisecting", "-k", "2"],
  ["k-medoids", "-k", "2"], ["agglomerative", "-k", "2"], ["agglomerative", "--height", "3"],
  ["dbscan", "--eps", "1.5", "--min-samples", "2"],
  ["optics", "--min-samples", "2"], ["optics", "--min-samples", "2", "--eps", "1.5"],
  ["mean-shift", "--bandwidth", "3"], ["mean-shift", "--bandwidth", "3", "--binned"],
  ["hdbscan", "--min-cluster-size", "2", "--min-samples", "1"],
  ["gaussian-mixture", "-k", "2"], ["spectral", "-k", "2", "--gamma", "1"],
  ["spectral", "-k", "2", "--neighbors", "2"],
]

@Test(arguments: shortestCommands)
func `every method clusters a table with few words`(command: [String]) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(
    ["cluster", "--data", "t.csv", "--labels", "out.csv", "--json", "--algorithm"] + command)
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.contains("\"cluster_count\" : 2"))
  #expect(["label\n0\n0\n1\n1\n", "label\n1\n1\n0\n0\n"].contains(try desk.read("out.csv")))
}

@Test func `methods without rounds say so`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "dbscan", "--eps", "1.5", "--json")
  #expect(run.output.contains("\"iterations\" : null"))
}

@Test func `what looks unsuitable in a result is told after it`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "--algorithm", "dbscan", "--eps", "0.1")
  #expect(run.status == 0)
  #expect(run.output.contains("\nnote: every point is noise"))
}

@Test func `an option of another method is refused, and its owners are named`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--linkage", "single")
  #expect(run.status == 64)
  #expect(
    run.diagnostics.hasPrefix(
      "centroid: --linkage does not belong to k-means; agglomerative takes it."))
}

@Test(arguments: [
  (["-k", "0"], "-k: 0 clusters of 4 points"),
  (["-k", "5"], "-k: 5 clusters of 4 points"),
  (["-k", "2", "--restarts", "0"], "--restarts is 0"),
  (["-k", "2", "--max-iterations", "0"], "--max-iterations is 0"),
  (["-k", "2", "--tolerance=-1"], "--tolerance is -1.0"),
  (["-k", "2", "--threads", "0"], "--threads takes a number"),
  (["-k", "2", "--repeat", "0"], "--repeat takes a number"),
  (["-k", "2", "--reduce", "3"], "--reduce is 3"),
  (["-k", "2", "--score", "beauty"], "--score: there is no score beauty"),
  (["-k", "2", "--score", "silhouete"], "--score: there is no score silhouete; did you mean sil"),
  (["-k", "2", "--score", "dbcv,ari"], "--score: ari compares two labelings; centroid score"),
  (["-k", "-3"], "-k: -3 clusters of 4 points"),
  (["-k", "2", "--seed", "-1"], "The value '-1' is invalid for '--seed <seed>': a seed is"),
  (["-k", "2", "--centers", "c.npy"], "--centers writes a .csv file"),
  (["--init", "t.csv", "--restarts", "5"], "--init is one start and --restarts draws several"),
  (["--algorithm", "dbscan", "--eps", "-1"], "--eps is -1.0; it has to be above 0"),
  (["--algorithm", "dbscan", "--eps", "inf"], "--eps is inf; it has to be above 0 and finite"),
  (["--algorithm", "agglomerative", "--height=-1"], "--height is -1.0; it has to be 0 or more"),
  (
    ["--algorithm", "optics", "--eps", "2", "--max-eps", "1"],
    "--eps is 2; it has to be at most --max-eps, which is 1."
  ),
  (
    ["--algorithm", "mini-batch", "-k", "2", "--patience", "-1"], "--patience is -1; it has to be 0"
  ),
  (
    ["--algorithm", "spectral", "-k", "2", "--neighbors", "4"],
    "--neighbors is 4; it has to be at most 3"
  ),
  (["--algorithm", "dbscan", "--eps", "0"], "--eps is 0.0"),
  (["--algorithm", "optics", "--eps", "1", "--xi", "0.1"], "optics cuts its valleys"),
  (["--algorithm", "optics", "--max-eps", "0"], "--max-eps is 0.0"),
  (["--algorithm", "mean-shift", "--bandwidth", "0"], "--bandwidth is 0.0"),
  (["--algorithm", "mini-batch", "-k", "2", "--batch-size", "0"], "--batch-size is 0"),
  (["--algorithm", "spectral", "-k", "2", "--gamma", "0"], "--gamma is 0.0"),
  (["--algorithm", "spectral", "-k", "2", "--neighbors", "0"], "--neighbors is 0"),
  (["--algorithm", "k-medoids"], "k-medoids needs the number of clusters"),
  (["--algorithm", "dbscan", "--eps", "1", "--min-samples", "0"], "--min-samples is 0"),
])
func `a value out of range is a usage error that names its option`(
  options: [String], sentence: String
) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(["cluster", "--data", "t.csv"] + options)
  #expect(run.status == 64)
  #expect(run.output.isEmpty)
  #expect(run.diagnostics.hasPrefix("centroid: \(sentence)"), "\(run.diagnostics)")
}

@Test func `a table may be reduced, and its clustering scored, in the same go`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "-k", "2", "--scale", "standard", "--reduce", "1", "--score",
    "silhouette,davies-bouldin")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(
    run.output.hasPrefix(
      "4 rows, 2 columns: spend, visits; scale standard; reduce 1\nk-means: k 2,"))
  #expect(run.output.contains("\nsilhouette 0.9"))
  #expect(run.output.contains("\ndavies-bouldin 0.0"))
}

@Test func `a mistake in a table is told by its place`() throws {
  let desk = try Desk()
  try desk.write("spend,visits\n1,two\n3,4\n", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasPrefix("centroid: t.csv:2:3: 'two' is no number"))
}

@Test(arguments: ["", "spend,spend"])
func `columns are named once each`(columns: String) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--columns", columns)
  #expect(run.status == 64)
}

@Test func `what is missing on the command line is named with an example`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "--algorithm", "dbscan")
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("such as --eps 0.5"))
}

@Test func `medoids may begin at given rows`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("row\n1\n0\n", to: "rows.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "k-medoids", "--init", "rows.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.contains("\nloss 2\n"))
  let lost = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "k-medoids", "--init", "rows.csv", "-k", "3")
  #expect(lost.status == 64)
  #expect(lost.diagnostics.hasPrefix("centroid: --init is 2 rows; it has to be 3 different rows"))
  try desk.write("row\n1\n7\n", to: "far.csv")
  let far = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "k-medoids", "--init", "far.csv")
  #expect(far.diagnostics.hasPrefix("centroid: --init is row 7; it has to be 2 different rows"))
}

// MARK: - Scoring labels

@Test func `labels are scored by the table that they belong to`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("label\n0\n0\n1\n1\n", to: "l.csv")
  let run = try desk.run("score", "--data", "t.csv", "--labels", "l.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.hasPrefix("silhouette 0.9"))
  #expect(run.output.contains("\ncalinski-harabasz "))
}

@Test func `the labels of a run are scored against others`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("name,label\na,7\nb,7\nc,3\nd,3\n", to: "truth.csv")
  _ = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--labels", "l.npy")
  let run = try desk.run(
    "score", "--labels", "l.npy", "--against", "truth.csv", "--score", "ari", "--repeat", "3",
    "--json")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.contains("\"ari\" : 1"))
  let json = try #require(
    JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  #expect((json["seconds"] as? [String: [Double]])?["ari"]?.count == 3)
}

@Test func `every score of two labelings is told`() throws {
  let desk = try Desk()
  try desk.write("label\n0\n0\n1\n1\n", to: "a.csv")
  try desk.write("label\n5\n5\n5\n6\n", to: "b.csv")
  let run = try desk.run("score", "--labels", "a.csv", "--against", "b.csv")
  let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
  #expect(
    names == [
      "rand", "ari", "mi", "nmi", "ami", "homogeneity", "completeness", "v-measure",
      "fowlkes-mallows",
    ])
  #expect(run.output.contains("rand 0.5\n"))
}

@Test func `a score that is not defined says why, and is null in JSON`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("label\n0\n0\n0\n0\n", to: "l.csv")
  let command = ["score", "--data", "t.csv", "--labels", "l.csv", "--score", "silhouette"]
  let run = try desk.run(command)
  #expect(run.status == 1)
  #expect(run.output.hasPrefix("silhouette undefined\nnote: a score compares"))
  #expect(run.output.contains("1 cluster of 4 points"))
  #expect(try desk.run(command + ["--json"]).output.contains("\"silhouette\" : null"))
}

@Test func `why scores are not defined is said once`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("label\n-1\n-1\n-1\n-1\n", to: "l.csv")
  let run = try desk.run("score", "--data", "t.csv", "--labels", "l.csv")
  #expect(run.status == 1)
  #expect(
    run.output.split(separator: "\n").count { $0.hasPrefix("note: every point is noise") } == 1)
}

@Test func `scores that are named twice are told once, and all are all`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("label\n0\n0\n1\n1\n", to: "l.csv")
  let command = ["score", "--labels", "l.csv", "--data", "t.csv", "--score"]
  let twice = try desk.run(command + ["silhouette,silhouette"])
  #expect(twice.output.split(separator: "\n").count == 1)
  let all = try desk.run(command + ["all"])
  #expect(all.status == 0, "\(all.diagnostics)")
  #expect(all.output.split(separator: "\n").count == 4)
}

@Test(arguments: [
  ([], "labels are scored by --data"),
  (["--against", "l.csv", "--score", "silhouette"], "silhouette needs the table"),
  (["--data", "t.csv", "--score", "ari"], "ari needs other labels"),
  (["--data", "t.csv", "--score", "beauty"], "--score: there is no score beauty"),
])
func `what a score lacks is a usage error`(options: [String], sentence: String) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("label\n0\n0\n1\n1\n", to: "l.csv")
  let run = try desk.run(["score", "--labels", "l.csv"] + options)
  #expect(run.status == 64)
  #expect(run.diagnostics.hasPrefix("centroid: \(sentence)"), "\(run.diagnostics)")
}

@Test(arguments: [
  ("label\n0\n0.5\n1\n1\n", "l.csv:3:1: 0.5 is no label; labels are whole numbers or words"),
  ("label\n0\n0\n1\n", "l.csv has 3 labels, t.csv 4 rows; give each row its label"),
  ("a,b\n0,0\n0,0\n1,1\n1,1\n", "the columns are a, b; name one of them, such as l.csv:NAME"),
])
func `labels that cannot be used are told with what to do`(
  labels: String, sentence: String
) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write(labels, to: "l.csv")
  let run = try desk.run("score", "--data", "t.csv", "--labels", "l.csv")
  #expect(run.status == 1)
  #expect(run.diagnostics.contains(sentence), "\(run.diagnostics)")
}

// MARK: - Looking at a table

@Test func `a table is looked at before it is clustered`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("inspect", "--data", "t.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.hasPrefix("4 rows, 2 features\nshare in the distances: spend 55 %, visits"))
  #expect(run.output.contains("\nHopkins 0."))
  #expect(run.output.contains("\n2  1        0.917  "))
  #expect(run.output.contains("\ngap statistic: 2, the least k whose gap is not below the next"))
}

@Test func `figures that see all pairs come from a sample, and say so`() throws {
  let desk = try Desk()
  let rows = (0..<50).map { "\($0 % 5),\($0 % 7)" }
  try desk.write("a,b\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
  let run = try desk.run(
    "inspect", "--data", "t.csv", "--sample", "20", "--up-to", "3", "--json")
  #expect(run.status == 0, "\(run.diagnostics)")
  let json = try #require(
    JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  #expect(json["n"] as? Int == 50)
  #expect(json["sampled"] as? Int == 20)
  #expect((json["rows"] as? [Any])?.count == 3)
  #expect((json["k_distances"] as? [Double])?.count == 50)
}

@Test(arguments: [["--up-to", "1"], ["--min-samples", "0"], ["--sample", "1"]])
func `a look that cannot be taken is a usage error`(options: [String]) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(["inspect", "--data", "t.csv"] + options)
  #expect(run.status == 64)
  #expect(run.diagnostics.hasPrefix("centroid: \(options[0]) takes a number"))
}
