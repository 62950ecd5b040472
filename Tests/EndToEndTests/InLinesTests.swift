// Whatever moves, can be tried or looked up on the full screen can be done in plain lines as well:
// each sitting below types its way through one of these places. What is told is kept as
// Fixtures/besides.lines, to be read by people; CENTROID_RECORD=1 makes it anew.

import BuiltProgram
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

private let shop = """
  id,city,spend,visits,age
  1,Oslo,12.5,3,30
  2,Rome,40.2,1,
  3,Oslo,11.0,4,50
  4,Bonn,80.1,9,41
  5,Rome,77.7,8,
  6,Oslo,10.5,3,28
  7,Bonn,79,8,44
  8,Rome,41,2,35

  """

private let sittings: [(place: [String], lines: [String])] = [
  (
    ["watch", "k-means"],
    [
      "step", "links", "step", "links", "undo", "skip", "rewind", "play", "end", "start", "new",
      "compare", "step",
      "faster", "slower", "compare", "set", "k=5", "data=moons", "algorithm=dbscan", "watch",
      "skip", "set", "algorithm=agglomerative", "linkage=average", "watch", "skip",
      "lower", "end", "higher", "cut=3", "quit",
    ]
  ),
  (
    ["play", "shop.csv"],
    [
      "columns", "age=median", "id=out", "back", "k=2", "elbow", "silhouette", "plot", "k-distance",
      "groups", "shares", "points", "links=yes", "components=2", "undo", "scale=robust",
      "across=visits",
      "algorithm=dbscan", "eps=0.8", "min-samples=2", "svg=picture", "save=shop", "quit",
    ]
  ),
  (["play", "shop.experiment"], ["undo", "reset", "quit"]),
  (
    ["pipeline"],
    [
      "next", "next", "x", "x", "c", "next", "next", "next", "next", "next", "w", "next", "quit",
    ]
  ),
  (["coverage"], ["2", "back", "back", "quit"]),
  (
    ["map"],
    [
      "/silhouette", "next", "next", "previous", "hits", "2", "back", "back", "find", "medoid",
      "back",
      "quit",
    ]
  ),
  (["tour"], ["2", "1", "next", "next", "next", "next", "quit"]),
]

@Suite(.serialized) struct `In plain lines` {
  @Test func `everything can be done, and is told as it was recorded`() throws {
    let desk = try Desk()
    try desk.write(shop, to: "shop.csv")
    var told = ""
    for (place, lines) in sittings {
      let run = try desk.run(
        ["--plain", "--seed", "7"] + place, input: lines.joined(separator: "\n") + "\n")
      #expect(run.status == 0, "\(place): \(run.diagnostics)")
      for complaint in ["There is no \"", "means nothing here"] {
        #expect(!run.output.contains(complaint), "\(place): a line was not understood")
      }
      told += "$ centroid \(place.joined(separator: " "))\n\(run.output)\n"
    }
    try Recording.besides.keep(told)
    #expect(told == (try Recording.besides.text()))
    #expect(told.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })

    let picture = XMLParser(data: Data(try desk.read("picture.svg").utf8))
    #expect(picture.parse())
    let replay = try desk.run("run", "shop.experiment")
    #expect(replay.status == 0)
    #expect(replay.output.contains("groups: 2"))
  }
}
