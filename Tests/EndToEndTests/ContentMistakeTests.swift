// The course of the repository is sound, and each of these slips in a copy of it is reported at
// its line and column, with what would be right.

import BuiltProgram
import Foundation
import Testing

struct Slip: Sendable, CustomTestStringConvertible {
  let file: String
  let right: String
  /// The same text with the slip in it; ¦ stands before the place that is to be reported.
  let wrong: String
  let remedy: String

  init(_ file: String, _ right: String, _ wrong: String, _ remedy: String) {
    self.file = file
    self.right = right
    self.wrong = wrong
    self.remedy = remedy
  }

  var testDescription: String { "\(file): \(wrong)" }
}

private let groups = "Drills/concept/how-many-groups.md"
private let lab = "Drills/labs/loud-feature.md"
private let topic = "Lessons/01-what-is-clustering"

private let slips = [
  Slip(groups, "kind: concept", "kind: ¦concpet", "did you mean `concept`?"),
  Slip(groups, "setting: k,", "setting: ¦q,", "did you mean 'k'?"),
  Slip(groups, "highest: silhouette", "highest: ¦silhouete", "did you mean `silhouette`?"),
  Slip(groups, "`=base.inertia:0`", "`¦=base.inertai:0`", "did you mean `inertia`?"),
  Slip(groups, "over: {k: 2...6}}\n", "over: {k: 2...6}\n¦", "close every bracket and quote"),
  Slip(lab, "view: scatter, x", "view: ¦scater, x", "did you mean `scatter`?"),
  Slip(lab, "```tune repair", "¦```tnue repair", "did you mean `tune`?"),
  Slip(lab, "topic: what-is-clustering", "topic: ¦what-is-clustring", "`what-is-clustering`?"),
  Slip(lab, "price: 0.2", "price: ¦2", "write a share of one"),
  Slip(lab, "data: customers", "data: ¦custmers", "did you mean 'customers'?"),
  Slip(lab, "level: intermediate\n", "level: ¦intermediat\n", "did you mean `intermediate`?"),
  Slip(
    "\(topic)/cards.md", "<!-- card: right-number", "<!-- card: ¦plain-cluster",
    "choose another id"),
  Slip(
    "\(topic)/walkthrough.md", "declaration: init", "declaration: ¦initt", "did you mean `init`?"),
  Slip("\(topic)/lesson.md", "title: What is", "¦titel: What is", "did you mean `title`?"),
]

@Test(arguments: slips)
func `a slip in the content is reported at its place`(slip: Slip) throws {
  let desk = try Desk()
  try desk.copyCourse()
  let place = try desk.make(slip)

  let run = try desk.run("check", "--seeds", "0", "course")
  #expect(run.status == 1)
  #expect(
    run.output.split(separator: "\n").contains {
      $0.hasPrefix("\(place): error: ") && $0.contains(slip.remedy)
    }, "expected \(place)… \(slip.remedy)\n\(run.output)")
}

extension Desk {
  /// Makes a slip in the copy of the course, and says where it is to be reported.
  func make(_ slip: Slip) throws -> String {
    try change(slip.file) { text in
      let range = try #require(text.range(of: slip.right), "\(slip.right) is no longer there")
      return text.replacingCharacters(in: range, with: slip.wrong)
    }
    let before = try read("course/\(slip.file)").prefix { $0 != "¦" }
      .split(separator: "\n", omittingEmptySubsequences: false)
    try change(slip.file) { $0.replacingOccurrences(of: "¦", with: "") }
    return "course/\(slip.file):\(before.count):\((before.last?.count ?? 0) + 1)"
  }
}

@Test func `all slips of a course are reported at once`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  for slip in slips {
    try desk.change(slip.file) { text in
      text.range(of: slip.right).map {
        text.replacingCharacters(in: $0, with: slip.wrong.filter { $0 != "¦" })
      } ?? text
    }
  }
  let run = try desk.run("check", "--seeds", "0", "course")
  #expect(run.status == 1)
  let files = Set(slips.map(\.file))
  for file in files.sorted() { #expect(run.output.contains("course/\(file):")) }
  #expect(!run.output.contains("no mistakes"))
}

@Test func `the course of the repository is sound`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  let run = try desk.run("check", "--seeds", "1", "course")
  #expect(run.output.hasSuffix(": no mistakes\n"), "\(run.output)")
  #expect(run.status == 0)
}

@Test(arguments: [
  [
    "loud-feature", "trigger=scale=none, multiply.spend=100", "diagnose=spend",
    "repair=scale=standard",
  ],
  [
    "half-moons", "trigger=algorithm=k-means", "diagnose=single",
    "repair=algorithm=dbscan, eps=0.2",
  ],
  [
    "outlier-and-eps", "pull=outliers=1", "diagnose=medoids", "repair-outlier=algorithm=k-medoids",
    "merge=eps=20", "left-over=yes", "repair-eps=eps=2.5",
  ],
  ["table-to-decision", "production=check scale cluster evaluate assign"],
])
func `right answers pass without a terminal`(words: [String]) throws {
  let run = try Desk().run(["answer", "--seed", "7"] + words)
  #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
}

@Test func `what is read, what is marked and what is run is reported at once`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  let slips = [
    // Reading one file finds the first, marking the second, running the third.
    Slip(groups, "kind: concept", "kind: ¦concpet", "did you mean `concept`?"),
    Slip(
      "\(topic)/rubrics/interview-objective.md", "\n```phrasings\n",
      "\n```phrasings\n¦wihtin: {said: [alike]}\n", "did you mean `within`?"),
    Slip(lab, "solution: {scale: standard}", "solution: ¦{k: 4}", "give a solution that holds"),
  ]
  let places = try slips.map { try desk.make($0) }
  let run = try desk.run("check", "--seeds", "1", "course")
  #expect(run.status == 1)
  for (slip, place) in zip(slips, places) {
    #expect(
      run.output.split(separator: "\n").contains {
        $0.hasPrefix("\(place): error: ") && $0.contains(slip.remedy)
      }, "expected \(place)… \(slip.remedy)\n\(run.output)")
  }
  #expect(run.output.hasSuffix("mistakes; files with errors were only read\n"), "\(run.output)")
}

@Test func `either of two files with one id is told of the other, and a third of both`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  try desk.change(groups) { $0.replacing("id: how-many-groups", with: "id: loud-feature") }
  for (file, other) in [(groups, lab), (lab, groups)] {
    let run = try desk.run("check", "--seeds", "0", "course/\(file)")
    #expect(run.status == 1)
    #expect(
      run.output.contains("error: the id `loud-feature` is also that of \(other);"),
      "\(run.output)")
  }
  let third = try desk.run("check", "--seeds", "0", "course/\(topic)/cards.md")
  #expect(third.status == 1)
  #expect(third.output.contains("elsewhere in the course: 2 mistakes"), "\(third.output)")
  #expect(third.output.contains("course/\(lab):"))
}
