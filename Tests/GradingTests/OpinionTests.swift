import Courseware
import Foundation
import Grading
import Testing

private let writing = Writing(
  prompt: "why", question: "Why?", structure: [],
  points: [
    Writing.Point(id: "near", idea: "Points are near."),
    Writing.Point(id: "far", idea: "Groups are far."),
  ], model: [], passMark: 0.5)

private let request = OpinionRequest("They’re  near\neach other, \"all\" of them.", to: writing)

private func read(_ reply: String) -> Result<Opinion, OpinionFailure> {
  read(Array(reply.utf8))
}

private func read(_ reply: [UInt8]) -> Result<Opinion, OpinionFailure> {
  Result { () throws(OpinionFailure) in
    try Opinion.read(reply, to: request, from: "somebody")
  }
}

private func why(_ reply: String) -> String? { why(Array(reply.utf8)) }

private func why(_ reply: [UInt8]) -> String? {
  if case .failure(let failure) = read(reply) { failure.description } else { nil }
}

@Suite struct `What is asked for a second opinion` {
  private struct Message: Decodable {
    struct Point: Decodable, Equatable {
      let id: String
      let idea: String
    }
    let `protocol`: Int
    let prompt: String
    let question: String
    let points: [Point]
    let answer: String
  }

  @Test func `is the question, its points and the answer on one line, and nothing else`() throws {
    let line = request.json
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(line.last == UInt8(ascii: "\n"))
    let message = try JSONDecoder().decode(Message.self, from: Data(line))
    #expect(message.protocol == 1)
    #expect(message.prompt == "why")
    #expect(message.question == "Why?")
    #expect(message.points.map(\.id) == ["near", "far"])
    #expect(message.points.map(\.idea) == ["Points are near.", "Groups are far."])
    #expect(message.answer == request.answer)
    let keys = try #require(
      try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    ).keys.sorted()
    #expect(keys == ["answer", "points", "prompt", "protocol", "question"])
  }
}

@Suite struct `A reply with a second opinion` {
  @Test func `says of each point whether it is made, by which words and why`() throws {
    let opinion = try read(
      """
      {"points": {"far": {"said": false}, "near": {"said": true, "words": "near each other",
       "why": "it says so"}}, "remark": "Good.", "more": [1]}
      """
    ).get()
    #expect(opinion.name == "somebody")
    #expect(opinion.points.map(\.id) == ["near", "far"])
    #expect(opinion.points.map(\.said) == [true, false])
    #expect(opinion.points.map(\.words) == ["near each other", nil])
    #expect(opinion.points[0].why == "it says so")
    #expect(opinion.remark == "Good.")
    #expect(opinion.notes == [])
  }

  @Test(arguments: [
    ("THEY'RE near", true), ("“all” of them", true), ("far", false), ("near, each", false),
  ])
  func `may quote what was not written, and is found out`(words: String, areTheirs: Bool) throws {
    let opinion = try read(#"{"points": {"near": {"said": true, "words": "\#(words)"}}}"#).get()
    #expect(opinion.points[0].areTheirs == areTheirs)
  }

  @Test func `leaves points open that it does not name, and names none that are not there`() throws
  {
    let opinion = try read(
      #"{"points": {"near": {"said": true}, "b\u001b": {"said": true}, "a": 3}}"#
    ).get()
    #expect(opinion.points.map(\.said) == [true, nil])
    #expect(opinion.notes.first == "It speaks of what is no point here: “a”, “b”.")
  }

  @Test(arguments: [
    #"{"said": 1}"#, #"{"said": "yes"}"#, #"{}"#, "null", "[true]",
    #"{"said": true, "words": ["a"]}"#, #"{"said": true, "why": 3}"#,
  ])
  func `is used where it can be`(point: String) throws {
    let opinion = try read(
      #"{"points": {"near": \#(point), "far": {"said": true}}, "remark": 3}"#
    ).get()
    #expect(opinion.points.map(\.said) == [nil, true])
    #expect(opinion.notes.count == 2)
    #expect(opinion.notes[0].hasPrefix("What it says of “near” cannot be read"))
    #expect(opinion.notes[1] == "Its remark is no text.")
  }

  @Test(arguments: [
    ("", "it replied nothing"), (" \n", "it replied nothing"),
    ("yes", "its reply is not JSON"), ("{", "its reply is not JSON"),
    (#"{"points": {"near": {"said": true}}} more"#, "its reply is not JSON"),
    ("[]", "its reply is not an object"), ("{}", "its reply is not an object"),
    (#"{"points": []}"#, "its reply is not an object"),
    (#"{"points": {}}"#, "its reply says of no point"),
    (#"{"points": {"other": {"said": true}}}"#, "its reply says of no point"),
  ])
  func `that cannot be used at all is told in one line`(reply: String, message: String) throws {
    let words = try #require(why(reply))
    #expect(words.hasPrefix(message), "\(words)")
    #expect(!words.contains("\n"))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x00], [UInt8](repeating: UInt8(ascii: "["), count: 1 << 16),
    [UInt8](repeating: 0, count: 40), Array(#"{"points": {"near": "#.utf8) + [0xC3, 0x28],
  ])
  func `of any bytes is no crash`(reply: [UInt8]) {
    #expect(why(reply) != nil)
  }

  @Test func `is made harmless and short`() throws {
    let long = String(repeating: "long ", count: 5000)
    let opinion = try read(
      #"""
      {"points": {"near": {"said": true, "words": "\u001b[31mred\u202e\u0000", "why": "a\n\tb"},
       "far": {"said": true, "why": "\#(long)"}}}
      """#
    ).get()
    #expect(opinion.points[0].words == "[31mred")
    #expect(opinion.points[0].why == "a b")
    #expect((opinion.points[1].why ?? "").count < 700)
    #expect(opinion.notes == ["Control characters in its words are left out."])
  }
}
