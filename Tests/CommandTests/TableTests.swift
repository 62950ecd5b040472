// Tables as they come: from other programs, with gaps and ids, through pipes.

import BuiltProgram
import Foundation
import Testing

private let table = "spend,visits\n0,0\n0,1\n9,9\n9,8\n"
private let twoPairs = ["label\n0\n0\n1\n1\n", "label\n1\n1\n0\n0\n"]

// MARK: - Columns

@Test func `a column that is chosen is not held up by gaps in another`() throws {
  let desk = try Desk()
  try desk.write("id,spend,visits\nA1,,0\n17,3,1\nB2,NA,9\n7,x,8\n", to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--columns", " visits", "-k", "2", "--labels", "out.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(twoPairs.contains(try desk.read("out.csv")))
}

@Test func `an id is left out by its name`() throws {
  let desk = try Desk()
  try desk.write("id,spend,visits\n500,0,0\n1,0,1\n501,9,9\n2,9,8\n", to: "t.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--except", "id", "-k", "2", "--labels", "out.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(twoPairs.contains(try desk.read("out.csv")))
}

@Test func `an id that is partly text is told with the way to leave it out`() throws {
  let desk = try Desk()
  try desk.write("id,spend\nA1,0\n17,3\n", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(run.status == 1)
  #expect(
    run.diagnostics.hasSuffix(
      "'A1' is no number, as id needs; write it as 12.5\nor leave out what is no feature: --except id\n"
    ))
}

@Test func `the way to leave columns out can be typed as it is told`() throws {
  let desk = try Desk()
  try desk.write("shop id,\"a, b's\",x,z\nA1,B,1,0\n17,3,2,0\n", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--except", "z")
  let option = "--except 'z,shop id,\"a, b'\\''s\"'"
  #expect(
    run.diagnostics.hasSuffix("leave out what is no feature: \(option)\n"), "\(run.diagnostics)")
  let followed = try desk.run(
    "cluster", "--data", "t.csv", "-k", "2", "--except", "z,shop id,\"a, b's\"")
  #expect(followed.status == 0, "\(followed.diagnostics)")
}

@Test(arguments: ["id\nA1\n17\n", "name,id\nann,A1\nbob,17\n"])
func `no way is told that leaves no column`(text: String) throws {
  let desk = try Desk()
  try desk.write(text, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasSuffix("write it as 12.5\n"), "\(run.diagnostics)")
}

@Test func `labels that take part as a feature are remarked on, unless they were asked for`() throws
{
  let desk = try Desk()
  try desk.write("x,label\n0,0\n1,0\n8,1\n9,1\n", to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(
    run.diagnostics == "centroid: label takes part as a feature; --except label leaves it out\n")
  for choice in [["--columns", "x,label"], ["--except", "label"]] {
    let chosen = try desk.run(["cluster", "--data", "t.csv", "-k", "2"] + choice)
    #expect(chosen.diagnostics.isEmpty, "\(chosen.diagnostics)")
  }
}

@Test(arguments: [
  (["--columns", "spend", "--except", "visits"], 64, "--columns and --except choose the same"),
  (["--except", "id,id"], 64, "--except names each column once"),
  (["--columns", "visit"], 1, "t.csv: there is no column visit; did you mean visits?"),
  (["--except", "spend,visits"], 1, "t.csv: every column is left out"),
])
func `a choice that cannot be made is told`(
  options: [String], status: Int32, sentence: String
) throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run(["cluster", "--data", "t.csv", "-k", "2"] + options)
  #expect(run.status == status)
  #expect(run.diagnostics.hasPrefix("centroid: \(sentence)"), "\(run.diagnostics)")
}

// MARK: - The first line

@Test func `years above columns are a row, which is said, or names, if that is said`() throws {
  let desk = try Desk()
  try desk.write("shop,2019,2020\nA,0,0\nB,0,1\nC,9,9\nD,9,8\n", to: "t.csv")
  let row = try desk.run("cluster", "--data", "t.csv", "-k", "2")
  #expect(row.output.hasPrefix("5 rows, 2 columns: x2, x3\n"))
  #expect(
    row.diagnostics.hasPrefix(
      "centroid: the first line holds numbers, so it is a row; "
        + "the columns are x1, x2, x3 (--header takes it as names)\n"))
  let named = try desk.run(
    "cluster", "--data", "t.csv", "-k", "2", "--header", "--labels", "out.csv")
  #expect(named.output.hasPrefix("4 rows, 2 columns: 2019, 2020\n"))
  #expect(twoPairs.contains(try desk.read("out.csv")))
}

@Test func `the first line is one thing`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "-k", "2", "--header", "--no-header")
  #expect(run.status == 64)
}

@Test func `labels in the table have its first line`() throws {
  let desk = try Desk()
  try desk.write("2019,2020\n0,0\n0,1\n9,1\n", to: "t.csv")
  let run = try desk.run(
    "score", "--data", "t.csv", "--labels", "t.csv:x2", "--no-header", "--score", "silhouette")
  #expect(run.diagnostics.contains("x2 holds the labels"), "\(run.diagnostics)")
  let named = try desk.run(
    "score", "--data", "t.csv", "--labels", "t.csv:2020", "--header", "--score", "silhouette")
  #expect(named.status == 0, "\(named.diagnostics)")
}

@Test(arguments: [
  ["--columns", "nonsense"], ["--except", "id"], ["--header"], ["--no-header"],
  ["--scale", "standard"], ["--reduce", "1"],
])
func `what is about a table needs one`(options: [String]) throws {
  let desk = try Desk()
  try desk.write("label\n0\n1\n", to: "l.csv")
  let run = try desk.run(["score", "--labels", "l.csv", "--against", "l.csv"] + options)
  #expect(run.status == 64)
  #expect(run.diagnostics.contains("\(options[0]) is about the table"), "\(run.diagnostics)")
}

// MARK: - Centers

@Test(arguments: ["spend,visits\n0,90\n9,10\n", "visits,x,spend\n90,1,0\n10,NA,9\n"])
func `centers are found by the names of their columns`(centers: String) throws {
  let desk = try Desk()
  try desk.write("spend,visits\n0,90\n0,91\n9,10\n9,11\n", to: "t.csv")
  try desk.write(centers, to: "c.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--init", "c.csv", "--max-iterations", "1", "--labels", "out.csv")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(try desk.read("out.csv") == twoPairs[0])
}

@Test func `centers without names are taken in the order of the columns, which is said`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("0,0\n9,9\n", to: "c.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "--init", "c.csv")
  #expect(run.status == 0)
  #expect(
    run.diagnostics == "centroid: c.csv names no columns; they are taken for spend, visits\n")
}

@Test(arguments: [
  ("spend,x\n0,0\n9,9\n", "c.csv: there is no column visits; the columns are spend, x"),
  ("0,0,0\n9,9,9\n", "c.csv: 3 columns where spend, visits are expected"),
])
func `centers of other columns are refused by their file`(centers: String, sentence: String) throws
{
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write(centers, to: "c.csv")
  let run = try desk.run("cluster", "--data", "t.csv", "--init", "c.csv")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasPrefix("centroid: \(sentence)"), "\(run.diagnostics)")
}

// MARK: - Where bytes come from

@Test(arguments: ["-", "/dev/stdin"])
func `a table may come through a pipe`(path: String) throws {
  let desk = try Desk()
  let run = try desk.run(["cluster", "--data", path, "-k", "2"], piped: table)
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.hasPrefix("4 rows, 2 columns: spend, visits\n"))
}

@Test func `a folder is no table`() throws {
  let run = try Desk().run("cluster", "--data", ".", "-k", "2")
  #expect(run.status == 1)
  #expect(run.diagnostics == "centroid: .: is a folder; give a file\n")
}

@Test func `standard input is read once`() throws {
  let desk = try Desk()
  let run = try desk.run("score", "--data", "-", "--labels", "-", input: table)
  #expect(run.status == 64)
  #expect(run.diagnostics.hasPrefix("centroid: standard input can be read only once"))
}

@Test func `the ending of a table does not matter`() throws {
  let desk = try Desk()
  try desk.write("spend\tvisits\n0\t0\n0\t1\n9\t9\n9\t8\n", to: "t.tsv")
  let run = try desk.run("cluster", "--data", "t.tsv", "-k", "2")
  #expect(run.output.hasPrefix("4 rows, 2 columns: spend, visits\n"), "\(run.diagnostics)")
}

// MARK: - Where labels go

@Test(arguments: [
  ("nowhere/out.csv", "--labels: cannot write nowhere/out.csv"),
  ("out.parquet", "--labels out.parquet: give a name that ends in .csv or .npy"),
  ("-", "--labels -: give a name"),
  ("folder.csv", "--labels: cannot write folder.csv"),
])
func `a place where labels cannot go is refused before anything is read`(
  path: String, sentence: String
) throws {
  let desk = try Desk()
  try desk.write("", to: "folder.csv/.keep")
  let run = try desk.run("cluster", "--data", "missing.csv", "-k", "2", "--labels", path)
  #expect(run.status == 64)
  #expect(run.diagnostics.hasPrefix("centroid: \(sentence)"), "\(run.diagnostics)")
}

// MARK: - Labels beside the table, and words

@Test func `the column of labels is no feature when they are scored by their own table`() throws {
  let desk = try Desk()
  try desk.write("x,label\n0,0\n1,0\n8,1\n9,1\n", to: "t.csv")
  try desk.write("x\n0\n1\n8\n9\n", to: "x.csv")
  let command = ["score", "--labels", "t.csv", "--score", "silhouette", "--data"]
  let own = try desk.run(command + ["./t.csv"])
  #expect(own.diagnostics == "centroid: label holds the labels and is no feature\n")
  #expect(own.output == (try desk.run(command + ["x.csv"]).output))
}

@Test func `true groups may be words in a column of their own name`() throws {
  let desk = try Desk()
  try desk.write("label\n1\n1\n0\n0\n", to: "l.csv")
  try desk.write("x,species\n1,setosa\n2,setosa\n3,virginica\n4,virginica\n", to: "iris.csv")
  let run = try desk.run(
    "score", "--labels", "l.csv", "--against", "iris.csv:species", "--score", "ari")
  #expect(run.status == 0, "\(run.diagnostics)")
  #expect(run.output.hasPrefix("ari 1\n"))
}

@Test func `rows to start from are no words`() throws {
  let desk = try Desk()
  try desk.write(table, to: "t.csv")
  try desk.write("row\nfirst\nlast\n", to: "rows.csv")
  let run = try desk.run(
    "cluster", "--data", "t.csv", "--algorithm", "k-medoids", "--init", "rows.csv")
  #expect(run.status == 1)
  #expect(run.diagnostics.hasSuffix("rows.csv: 'first' is no whole number\n"))
}

@Test func `labels and others that differ in number are both named`() throws {
  let desk = try Desk()
  try desk.write("label\n0\n1\n", to: "a.csv")
  try desk.write("label\n0\n1\n1\n", to: "b.csv")
  let run = try desk.run("score", "--labels", "a.csv", "--against", "b.csv")
  #expect(run.status == 1)
  #expect(
    run.diagnostics == "centroid: a.csv has 2 labels, b.csv 3 labels; give each row its label\n")
}
