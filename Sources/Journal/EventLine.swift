// An event as one line of JSON, in one canonical spelling: members sorted by name, no spaces,
// the shortest number that reads back the same. Two lines tell of the same event exactly when
// they are the same text, whoever wrote them and in whatever order of members.

import Foundation
import Scheduling

enum EventLine {
  /// Why a line is no event, as the end of a sentence.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// The line of an event.
  static func text(of event: LearningEvent) throws -> String {
    try canonical(encoder.encode(event))
  }

  /// The event that a line tells of.
  static func event(from line: String) throws(Refusal) -> LearningEvent {
    try parse(Data(line.utf8))
  }

  /// The events of many lines: the same as one by one, but the decoder is only set up once, which
  /// for ten thousand events is felt at the start of the tutor.
  static func events(from lines: [String]) throws(Refusal) -> [LearningEvent] {
    do {
      let array = Data("[\(lines.joined(separator: ","))]".utf8)
      return try JSONDecoder().decode([LearningEvent].self, from: array)
    } catch {
      throw refusal(of: error)
    }
  }

  /// The event of a line that somebody else wrote, and the canonical spelling of all that the
  /// line says, members unknown to this version included.
  static func read(_ line: Data) throws(Refusal) -> (event: LearningEvent, text: String) {
    // A `String` would repair broken UTF-8 in silence.
    guard String(validating: line, as: UTF8.self) != nil else {
      throw Refusal(description: "is not UTF-8 text")
    }
    let event = try parse(line)
    let value: JSONValue
    let text: String
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: line)
      text = try canonical(value)
    } catch {
      throw refusal(of: error)
    }
    // In the journal it would be held to a share in silence, and say something else than its line.
    if let name = value.brokenShare {
      throw Refusal(description: "has a value for \"\(name)\" that is not from 0 to 1")
    }
    return (event, text)
  }

  private static func parse(_ line: Data) throws(Refusal) -> LearningEvent {
    do {
      return try JSONDecoder().decode(LearningEvent.self, from: line)
    } catch {
      throw refusal(of: error)
    }
  }

  private static func canonical(_ json: Data) throws -> String {
    try canonical(JSONDecoder().decode(JSONValue.self, from: json))
  }

  private static func canonical(_ value: JSONValue) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension EventLine {
  private static func refusal(of error: any Error) -> Refusal {
    guard let error = error as? DecodingError else { return Refusal(description: "\(error)") }
    return switch error {
    case .keyNotFound(let key, _):
      Refusal(description: "has no member \"\(key.stringValue)\"")
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      Refusal(description: "is no JSON object")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      Refusal(description: "has a wrong kind of value for \(member(context))")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      Refusal(description: "is no JSON")
    case .dataCorrupted(let context):
      Refusal(description: "has an impossible value for \(member(context))")
    @unknown default:
      Refusal(description: "is no event")
    }
  }

  private static func member(_ context: DecodingError.Context) -> String {
    "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\""
  }
}
