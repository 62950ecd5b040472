// What `centroid cluster` tells of the groups that it found.

import BuiltProgram
import Foundation
import Testing

private let table = "spend,visits\n0,0\n0,1\n9,9\n9,8\n"

/// A start at one row of each pair, so that the labels are known.
private func twoPairs() throws -> Desk {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("spend,visits\n0,0\n9,9\n", to: "start.csv")
  return desk
}

@Test func `the report tells what was used, and the groups in the units of the table`() throws {
  let run = try twoPairs().run(
    "cluster", "--data", "t.csv", "--init", "start.csv", "--scale", "standard")
  #expect(
    run.output.hasPrefix(
      """
      4 rows, 2 columns: spend, visits; scale standard
      k-means: k 2, init start.csv
      2 clusters, inertia 0.061538 after 2 iterations

      clusters and their means
      cluster  rows   share  spend  visits
            0     2  50.0 %  0.000   0.500
            1     2  50.0 %  9.000   8.500

      converged yes
      fit in
      """), "\(run.output)")
}

@Test func `the centers of all groups are in the JSON by column`() throws {
  let run = try twoPairs().run("cluster", "--data", "t.csv", "--init", "start.csv", "--json")
  let json = try #require(
    JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  let clusters = try #require(json["clusters"] as? [[String: Any]])
  #expect(clusters.map { $0["label"] as? Int } == [0, 1])
  #expect(clusters.map { $0["size"] as? Int } == [2, 2])
  #expect(clusters.last?["center"] as? [String: Double] == ["spend": 9, "visits": 8.5])
}

@Test func `medoids are rows of the table`() throws {
  let desk = try twoPairs()
  try desk.write("row\n1\n2\n", to: "rows.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "k-medoids", "--init", "rows.csv")
  #expect(run.output.contains("clusters and their medoids\n"))
  #expect(run.output.contains("\n      1     2  50.0 %           2  9.000   9.000\n"))
}

@Test func `noise is told apart from the groups`() throws {
  let desk = try Desk()
  try desk.write("x\n0\n1\n2\n50\n", to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "dbscan", "--eps", "1.5", "--min-samples", "2")
  #expect(run.output.contains("\n1 cluster, 1 row of noise, inertia 2\n"), "\(run.output)")
  #expect(run.output.contains("\n  noise     1  25.0 %\n"), "\(run.output)")
}

@Test func `a limit that holds nothing back is not told`() throws {
  let run = try twoPairs().run(
    "cluster", "--data", "t.csv", "--algorithm", "optics", "--min-samples", "2")
  #expect(run.output.contains("\noptics: min-samples 2, xi 0.05, min-cluster-size 2, distance"))
}

@Test func `where nothing was found no figures of it are told`() throws {
  let desk = try twoPairs()
  let run = try desk.run("cluster", "--data", "t.csv", "--algorithm", "hdbscan")
  #expect(run.output.contains("\n0 clusters, 4 rows of noise\n"))
  #expect(!run.output.contains("persistence"))
  #expect(!run.output.contains("inertia"))
}

@Test func `where nothing was found all is told and written but the centers`() throws {
  let desk = try twoPairs()
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "hdbscan", "--labels", "l.csv", "--centers",
    "c.csv")
  #expect(run.status == 0)
  #expect(run.output.contains("\n0 clusters, 4 rows of noise\n"))
  #expect(try desk.read("l.csv") == "label\n-1\n-1\n-1\n-1\n")
  #expect(run.diagnostics.hasSuffix("centroid: no cluster was found, so c.csv is not written\n"))
  #expect((try? desk.read("c.csv")) == nil)
}

@Test func `centers go to a file that the next run begins at`() throws {
  let desk = try twoPairs()
  let first = try desk.run(
    "cluster", "--data", "t.csv", "--init", "start.csv", "--scale", "min-max", "--centers", "c.csv")
  #expect(first.status == 0, "\(first.diagnostics)")
  #expect(try desk.read("c.csv") == "spend,visits\n0,0.5\n9,8.5\n")
  let second = try desk.run("cluster", "--data", "t.csv", "--init", "c.csv", "--json")
  #expect(second.output.contains("\"inertia\" : 1,"))
}

@Test func `centers are never written over what was read, nor over the labels`() throws {
  let desk = try twoPairs()
  let command = ["cluster", "--data", "t.csv", "--init", "start.csv", "--labels", "l.csv"]
  for file in ["t.csv", "start.csv", "l.csv"] {
    let run = try desk.run(command + ["--centers", file])
    #expect(run.status == 64)
    #expect(run.diagnostics.contains("--centers would write over"))
  }
}

@Test func `of many columns those that tell the groups apart find room`() throws {
  let desk = try Desk()
  let names = (0..<40).map { "column\($0)" }
  let rows = (0..<20).map { row in
    (0..<40).map { $0 == 33 ? "\(row / 10 * 1000)" : "\((row * 7 + $0) % 10)" }
  }
  try desk.write(
    ([names] + rows).map { $0.joined(separator: ",") + "\n" }.joined(), to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(run.output.contains(" of 40 columns, those that differ most\n"), "\(run.output)")
  #expect(run.output.contains("column33"))
  for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
}

@Test func `of many groups the largest are told`() throws {
  let desk = try Desk()
  let rows = (0..<30).flatMap { group in (0...(group % 3)).map { "\(group * 100 + $0)\n" } }
  try desk.write("x\n" + rows.joined(), to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "agglomerative", "--height", "20")
  #expect(run.output.contains("the 12 largest clusters and their means\n"))
  #expect(run.output.contains("\nand 18 more clusters of 1 to 2 rows\n"), "\(run.output)")
}

@Test func `a bandwidth that cannot be estimated is asked for`() throws {
  let desk = try Desk()
  try desk.write("x\n1\n1\n1\n", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "--algorithm", "mean-shift")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasSuffix("to estimate a bandwidth; give --bandwidth\n"))
}

@Test func `the number of clusters may be written in any of the usual ways`() throws {
  let desk = try twoPairs()
  for way in [["-k", "2"], ["-k2"], ["--k", "2"], ["--k=2"]] {
    let run = try desk.run(["cluster", "--data", "t.csv"] + way)
    #expect(run.status == 0, "\(way): \(run.diagnostics)")
  }
}

@Test(arguments: [
  ("k-medoids", ["-k", "3"], "k-medoids compares"),
  ("k-means", ["-k", "0", "--score", "dbcv"], "dbcv compares"),
])
func `a long wait is told before it begins`(
  method: String, options: [String], work: String
) throws {
  let desk = try Desk()
  try desk.write("x\n" + String(repeating: "1\n2\n", count: 50_000), to: "t.csv")
  try desk.write("row\n0\n", to: "rows.csv")
  // A start that does not fit ends the run, but after the warning.
  let start = method == "k-medoids" ? ["--init", "rows.csv"] : []
  let run = try desk.run(["cluster", "--data", "t.csv", "--algorithm", method] + options + start)
  #expect(run.status == 64)
  #expect(
    run.diagnostics.hasPrefix("centroid: \(work) all pairs of 100 000 rows: about a minute; "),
    "\(run.diagnostics)")
}
