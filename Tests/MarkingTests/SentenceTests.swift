import Marking
import Testing

@Suite struct `Sentences of an answer` {
  private func texts(_ answer: String) -> [[String]] {
    sentences(of: answer).map { $0.words.map(\.text) }
  }

  @Test func `end at a full stop, a semicolon, a question mark and a new line`() {
    #expect(
      texts("One two. Three; four? Five\nsix")
        == [["one", "two"], ["three"], ["four"], ["five"], ["six"]])
  }

  @Test func `do not end inside a number or after e.g.`() {
    #expect(texts("eps 0.5, e.g. small").count == 1)
  }

  @Test func `spell out contractions, with and without an apostrophe`() {
    #expect(
      texts("it isn't, dont, can’t, we're") == [
        ["it", "is", "not", "do", "not", "can", "not", "we", "are"]
      ])
  }

  @Test func `tell "it is" from what somebody owns`() {
    #expect(texts("it's the cluster's") == [["it", "is", "the", "cluster"]])
  }

  @Test func `read the signs of notes`() {
    #expect(texts("lowest != best w/o labels") == [["lowest", "not", "best", "without", "labels"]])
    #expect(sentences(of: "k=n -> 0").first?.hasSign == true)
  }

  @Test func `keep bullets apart and drop their signs`() {
    #expect(texts("- first thing\n* second thing") == [["first", "thing"], ["second", "thing"]])
  }

  @Test func `know where their words stand in the answer`() throws {
    let answer = "Scale first, then cluster."
    let words = try #require(sentences(of: answer).first?.words)
    #expect(words.map { String(answer[$0.place]) } == ["Scale", "first", "then", "cluster"])
    #expect(words.map(\.clause) == [0, 0, 1, 1])
  }

  @Test(arguments: ["", " ", "…", "?!", "\n\n", "''", "👩‍👩‍👧 --"])
  func `are none where there are no words`(_ text: String) {
    #expect(sentences(of: text).isEmpty)
  }
}
