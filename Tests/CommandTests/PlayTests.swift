// The playground through the built program: a whole sitting in the line face, and saved runs.

import BuiltProgram
import Foundation
import Testing

private let shop = """
  id,city,spend,visits,age
  1,Oslo,12.5,3,30
  2,Rome,40.2,1,
  3,Oslo,11.0,4,50
  4,Bonn,80.1,9,41
  5,Rome,77.7,8,
  6,Oslo,10.5,3,28

  """

/// What is told after each typed line, without the prompts.
private func answers(_ output: String) -> [String] {
  output.components(separatedBy: "): ").dropFirst().map { $0 }
}

@Test func `a whole sitting can be typed`() throws {
  let desk = try Desk()
  try desk.write(shop, to: "shop.csv")
  let lines = [
    "c", "gaps=median", "id=in", "id=out", "back", "k=2", "scale=none", "view=elbow",
    "view=k-distance",
    "view=groups", "view=shares", "view=points", "across=spend", "up=visits", "k=99", "u",
    "algorithm=hdbscan", "u", "save=two", "save=two", "q",
  ]
  let run = try desk.run(["play", "shop.csv"], input: lines.joined(separator: "\n") + "\n")
  #expect(run.status == 1, "two is there already")
  #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  let told = answers(run.output)
  try #require(told.count == lines.count, "\(run.output)")
  for (line, wanted) in [
    ("c", "age: 2 gaps: to be decided"), ("gaps=median", "2 cells are filled."),
    ("id=in", "4 of 4 columns take part; 1 cannot."),
    ("id=out", "3 of 4 columns take part; 1 cannot."),
    ("k=2", "6 rows in 2 groups"),
    ("view=elbow", "inertia of k-means"), ("view=k-distance", "distance to neighbor 4"),
    ("view=groups", "spend"), ("view=shares", "share of squared distance: spend"),
    ("k=99", "give a whole number from 1 to 50"),
    ("u", "up: by itself"),
    ("algorithm=hdbscan", "min-size: 5"), ("save=two", "centroid play two.experiment"),
  ] {
    let index = try #require(lines.firstIndex(of: line))
    #expect(told[index].contains(wanted), "\(line): \(told[index])")
  }
  #expect(told[lines.count - 2].contains("two.experiment is there already; give another name"))
}

@Test func `a replay tells which gaps nobody decided about`() throws {
  let desk = try Desk()
  try desk.write(shop, to: "shop.csv")
  #expect(try desk.run(["play", "shop.csv"], input: "k=2\nsave=open\nq\n").status == 0)
  let replay = try desk.run("run", "open.experiment")
  #expect(
    replay.output.contains("2 of 6 rows have gaps; until you decide, age stays out.\n"),
    "\(replay.output)")
}

@Test(arguments: [
  ("save=nowhere/two\nq\n", 1, "nowhere"), ("svg=nowhere/two\n", 1, "nowhere"),
  ("save=nowhere/two\nsvg=two\nq\n", 1, "two.experiment"),
  ("save=nowhere/two\nsave=two\nq\n", 0, ""),
])
func `through a pipe the exit status says whether something stayed unsaved`(
  typed: String, status: Int32, told: String
) throws {
  let desk = try Desk()
  try desk.write(shop, to: "shop.csv")
  let run = try desk.run(["play", "shop.csv"], input: typed)
  #expect(run.status == status)
  #expect(told.isEmpty ? run.diagnostics.isEmpty : run.diagnostics.contains(told))
}

@Test func `a saved run is replayed, and says when its data have changed`() throws {
  let desk = try Desk()
  try desk.write(shop, to: "data/shop.csv")
  try desk.write("", to: "runs/.keep")
  let typed = "age=rows\nk=2\nsave=runs/two\nq\n"
  #expect(try desk.run(["play", "data/shop.csv"], input: typed).status == 0)
  #expect(try desk.read("runs/two.experiment").contains("data: ../data/shop.csv\n"))

  let replay = try desk.run("run", "runs/two.experiment")
  #expect(replay.status == 0, "\(replay.diagnostics)")
  #expect(
    replay.output.hasPrefix(
      "data: shop.csv, 4 rows\n2 rows with gaps are left out.\n"
        + "method: k-means, k 2, start k-means++, restarts 10, seed 1\n"
        + "scale: standard\ncolumns: 3: spend, visits, age\n"
        + "The groups are the same as when this run was saved.\ngroups: 2\ngroup A: "))
  #expect(replay.output.contains("\nsilhouette: 0."))
  #expect(try desk.run("run", "runs/two.experiment").output == replay.output)

  try desk.write(shop + "7,Oslo,9,2,31\n", to: "data/shop.csv")
  let changed = try desk.run("run", "runs/two.experiment")
  #expect(changed.output.hasPrefix("The data file has changed since this run was saved"))
  let json = try desk.run("run", "runs/two.experiment", "--json").output
  let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
  #expect(report.data_changed == true && report.rows == 5 && report.rows_left_out == 2)
  #expect(report.figures["silhouette"] != nil)
  #expect(report.same_groups == false)
  // Each mean belongs to its own column.
  for group in report.groups {
    #expect((2...9).contains(group.means["visits"] ?? 0), "\(group)")
    #expect((28...50).contains(group.means["age"] ?? 0), "\(group)")
  }

  let listed = try desk.run("run", "runs/two.experiment", "--labels", "groups.csv")
  #expect(listed.status == 0, "\(listed.diagnostics)")
  let lines = try desk.read("groups.csv").split(separator: "\n")
  #expect(lines.count == 8 && lines[0] == "row,id,group" && lines[2] == "2,2,left out")
  #expect(try desk.run("run", "runs/two.experiment", "--labels", "data/shop.csv").status == 64)
}

@Test func `a table is not run, and says how it is opened`() throws {
  let desk = try Desk()
  try desk.write(shop, to: "shop.csv")
  let run = try desk.run("run", "shop.csv")
  #expect(run.status == 1)
  #expect(
    run.diagnostics.contains(
      "shop.csv: this is a table and no saved run; open it with: centroid play shop.csv"))
}

@Test func `a table with gaps that cannot be clustered says where they can be decided on`() throws {
  let desk = try Desk()
  try desk.write("a,b\n1,2\n3,\n5,6\n", to: "gaps.csv")
  let run = try desk.run("cluster", "--data", "gaps.csv", "-k", "2")
  #expect(run.status != 0)
  #expect(run.diagnostics.contains("fill them, in: centroid play gaps.csv"))
}

private struct Report: Decodable {
  let data_changed: Bool?
  let same_groups: Bool?
  let groups: [Group]

  struct Group: Decodable {
    let means: [String: Double]
  }

  let rows: Int
  let rows_left_out: Int
  let figures: [String: Double]
}

@Test func `a saved run opens in the playground from any folder`() throws {
  let desk = try Desk()
  try desk.write(shop, to: "data/shop.csv")
  try desk.write("data: shop.csv\nk: 2\nalgorithm: agglomerative\n", to: "data/a.experiment")
  let run = try desk.run(["play", "data/a.experiment"], input: "q\n")
  #expect(run.output.contains("6 rows in 2 groups"), "\(run.output)")
}

@Test(arguments: [
  (["play", "none.csv"], "none.csv: there is no such file; check the path"),
  (["play", "."], ".: is a folder; give a file"),
  (["run", "none.experiment"], "none.experiment: there is no such file; check the path"),
  (["run", "bad.experiment"], "bad.experiment:2: k: 'x' does not do"),
  (["play", "bad.experiment"], "bad.experiment:2: k: 'x' does not do"),
  (["run", "lost.experiment"], "lost.csv: there is no such file; check the path"),
  (["play", "lost.experiment"], "lost.csv: there is no such file; check the path"),
  (["play", "ragged.csv"], "ragged.csv:3:1: 1 cell where the first line has 2"),
  (["play", "--plain", "words.csv"], "words.csv: no column holds numbers"),
])
func `what cannot be opened is named`(arguments: [String], told: String) throws {
  let desk = try Desk()
  try desk.write("data: moons\nk: x\n", to: "bad.experiment")
  try desk.write("data: lost.csv\n", to: "lost.experiment")
  try desk.write("a,b\n1,2\n3\n", to: "ragged.csv")
  try desk.write("a\nx\ny\n", to: "words.csv")
  let run = try desk.run(arguments)
  #expect(run.status == 1)
  #expect(run.diagnostics.contains(told), "\(run.diagnostics)")
}

/// Each is read, or refused with the place and what would be right.
@Test(arguments: [
  ("\"a\",\"b\"\n\"1\",2\n3,\"4\"\n5,6\n9,9\n", "4 rows in 3 groups"),
  ("a,b\r\n1,2\r\n3,4\r\n5,6\r\n9,9\r\n", "4 rows in 3 groups"),
  ("\u{FEFF}a,b\n1,2\n3,4\n5,6\n9,9\n", "4 rows in 3 groups"),
  ("a;b\n1,5;2\n3;4\n5;6\n9;9\n", "4 rows in 3 groups"),
  ("a,b\n1,nan\n2,3\n", "1 of 2 rows has gaps: d leaves the rows out"),
  ("a,b\n1,2\n1e308,3\n", "a holds 1e308 in line 3, which is above 1e+140; use a larger unit"),
  ("a,b\n1,2\nx,3\n4,4\n5,5\n8,8\n", "until you decide, it is left out."),
  ("a;b\n1.738,40;2\n3;4\n5;6\n9;9\n", "1.738,40 in a is read as 1738.4."),
  ("a,b\n1,2\n", "3 clusters of a single point; ask for 1"),
])
func `hostile tables are read, and what was done about them is said`(
  text: String, told: String
) throws {
  let desk = try Desk()
  try desk.write(text, to: "table.csv")
  let run = try desk.run(["play", "table.csv"], input: "q\n")
  #expect(run.status == 0)
  #expect(
    run.output.split { " \n".contains($0) }.joined(separator: " ").contains(told), "\(run.output)")
}

@Test(arguments: [
  ("a,b\n", "table.csv: there are no rows; add at least one row of numbers"),
  ("a,b\n1,2\n3\n", "table.csv:3:1: 1 cell where the first line has 2"),
  ("a,b\n1,\"2\n", "table.csv:2:3: this quote is never closed"),
])
func `in lines a table that is refused ends the program with place and remedy`(
  text: String, told: String
) throws {
  let desk = try Desk()
  try desk.write(text, to: "table.csv")
  let run = try desk.run(["play", "table.csv"], input: "q\n")
  #expect(run.status == 1 && run.output.isEmpty)
  #expect(run.diagnostics.contains(told), "\(run.diagnostics)")
}

@Test func `a name that is taken is not offered`() throws {
  let desk = try Desk()
  try desk.write("", to: "blobs.experiment")
  let run = try desk.run(["play"], input: "save\n.\nq\n")
  #expect(run.output.contains("empty for blobs-2.experiment"), "\(run.output)")
  #expect(try desk.read("blobs-2.experiment").contains("data: blobs\n"))
}

@Test func `what a replay tells of noise says what the scores leave out`() throws {
  let desk = try Desk()
  try desk.write("data: moons\nalgorithm: dbscan\neps: 0.12\n", to: "a.experiment")
  let run = try desk.run("run", "a.experiment")
  #expect(run.output.contains("(without the "), "\(run.output)")
  #expect(!run.output.contains("inertia"))
}
