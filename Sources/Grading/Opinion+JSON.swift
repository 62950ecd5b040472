// The protocol of a second opinion: one JSON object goes out, one comes back.
//
//     {"protocol": 1, "prompt": "…", "question": "…", "points": [{"id": "…", "idea": "…"}], "answer": "…"}
//     {"points": {"ID": {"said": true, "words": "…", "why": "…"}}, "remark": "…"}
//
// Whoever answers may get anything wrong. What can be used is used; for the rest there is a sentence.

import Courseware
import Foundation

extension OpinionRequest {
  /// On one line.
  package var json: [UInt8] {
    let message = Message(
      prompt: prompt, question: question,
      points: points.map { Message.Point(id: $0.id, idea: $0.idea) }, answer: answer)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts can always be encoded.
    return Array((try? encoder.encode(message)) ?? Data()) + [UInt8(ascii: "\n")]
  }

  private struct Message: Encodable {
    struct Point: Encodable {
      let id: String
      let idea: String
    }

    let `protocol` = 1
    let prompt: String
    let question: String
    let points: [Point]
    let answer: String
  }
}

extension Opinion {
  /// A longer reply is not read.
  package static let mostBytes = 1 << 16

  /// Reads a reply.
  package static func read(
    _ reply: [UInt8], to request: OpinionRequest, from name: String
  ) throws(OpinionFailure) -> Opinion {
    let reply = try Reply(reply)
    var cleaner = Cleaner()
    let points = request.points.map { point -> Point in
      let said = reply.points[point.id]?.value
      let words = said?.words.flatMap { cleaner.clean($0) }
      return Point(
        id: point.id, said: said?.said, words: words,
        areTheirs: words.map { isQuoted($0, from: request.answer) } ?? true,
        why: said?.why.flatMap { cleaner.clean($0) })
    }
    guard points.contains(where: { $0.said != nil }) else {
      throw .failed("its reply says of no point of this question whether it is made")
    }
    let remark = reply.remark?.value.flatMap { cleaner.clean($0) }
    var notes = reply.notes(on: request.points.map(\.id), &cleaner)
    if cleaner.foundControls { notes.append("Control characters in its words are left out.") }
    return Opinion(name: name, points: points, remark: remark, notes: notes)
  }

  /// Whether words stand in an answer, whatever the spaces, the case and the kind of quotes.
  private static func isQuoted(_ words: String, from answer: String) -> Bool {
    func plain(_ text: String) -> String {
      var cleaner = Cleaner(mostScalars: .max)
      let clean = cleaner.clean(text) ?? ""
      return clean.lowercased().replacing("’", with: "'").replacing("“", with: "\"")
        .replacing("”", with: "\"")
    }
    return plain(answer).contains(plain(words))
  }
}

// MARK: - The reply

private struct Reply: Decodable {
  struct Said: Decodable {
    let said: Bool
    let words: String?
    let why: String?
  }

  let points: [String: Lenient<Said>]
  let remark: Lenient<String>?

  init(_ bytes: [UInt8]) throws(OpinionFailure) {
    guard !bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw .failed("it replied nothing")
    }
    do {
      self = try JSONDecoder().decode(Reply.self, from: Data(bytes))
    } catch DecodingError.dataCorrupted {
      throw .failed("its reply is not JSON")
    } catch {
      throw .failed("its reply is not an object with \"points\": {ID: {\"said\": true or false}}")
    }
  }

  /// What is there and cannot be used.
  func notes(on known: [String], _ cleaner: inout Cleaner) -> [String] {
    let unreadable = known.filter { points[$0].map { $0.value == nil } ?? false }
    let unknown = points.keys.filter { !known.contains($0) }.sorted()
    var notes: [String] = []
    if !unreadable.isEmpty {
      notes.append(
        "What it says of \(cleaner.list(unreadable)) cannot be read: \"said\" must be true or "
          + "false, \"words\" and \"why\" texts.")
    }
    if !unknown.isEmpty {
      notes.append("It speaks of what is no point here: \(cleaner.list(unknown)).")
    }
    if let remark, remark.value == nil { notes.append("Its remark is no text.") }
    return notes
  }
}

/// Something that may be of another kind than it should be.
private struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    value = try? Value(from: decoder)
  }
}

/// Makes one short line of whatever comes.
private struct Cleaner {
  /// More of a text is cut off.
  var mostScalars = 600
  private(set) var foundControls = false

  /// They hold the letters of some scripts together, or apart.
  private static let joiners: ClosedRange<UInt32> = 0x200C...0x200D

  init(mostScalars: Int = 600) { self.mostScalars = mostScalars }

  /// Nil where nothing is left.
  mutating func clean(_ text: String) -> String? {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(mostScalars) {
      switch scalar.properties.generalCategory {
      case .control where scalar.properties.isWhitespace: kept.append(" ")
      case .format where Self.joiners.contains(scalar.value): kept.append(scalar)
      case .control, .format: foundControls = true
      default: kept.append(scalar)
      }
    }
    let words = String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isCut = text.unicodeScalars.count > mostScalars
    return words.isEmpty ? nil : words + (isCut ? " …" : "")
  }

  /// The first few of some names.
  mutating func list(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostNames).map { name in
      let clean = clean(String(String.UnicodeScalarView(name.unicodeScalars.prefix(40))))
      return "“\(clean ?? "")”"
    }
    let more = names.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static let mostNames = 8
}
