// An event is something that happened to a learner, at a time, under an id of its own. Events
// are never changed and never removed: everything that is known about a learner is computed
// from the set of them, so two machines are brought together by putting their sets together.

/// The name of one event, unique over all machines: 1 to 64 letters, digits, `-`, `_`, `.`, `:`.
package struct EventID: Sendable, Hashable, Comparable {
  package let text: String

  /// Nil when `text` is not such a name. A UUID is.
  package init?(_ text: String) {
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.allows) else { return nil }
    self.text = text
  }

  private init(digits: String) { text = digits }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// A fresh name: 128 random bits as 32 hexadecimal digits.
  package static func random(using generator: inout some RandomNumberGenerator) -> EventID {
    let halves = (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return EventID(digits: halves.joined())
  }

  package static func < (a: EventID, b: EventID) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

extension EventID: Codable, CustomStringConvertible {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = EventID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "an id is 1 to 64 letters, digits, '-', '_', '.' or ':'")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }
}

/// Something that happened to a learner.
package struct LearningEvent: Sendable, Equatable, Identifiable {
  package let id: EventID
  package let at: Instant
  package let happening: Happening

  package init(id: EventID, at: Instant, happening: Happening) {
    self.id = id
    self.at = at
    self.happening = happening
  }

  /// Its place in history.
  var moment: Moment { Moment(at: at, id: id) }
}

extension LearningEvent: Codable {
  private enum Member: String, CodingKey { case id, at }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    id = try members.decode(EventID.self, forKey: .id)
    at = try members.decode(Instant.self, forKey: .at)
    happening = try Happening(from: decoder)
  }

  /// One flat object: `id`, `at`, `kind`, and the members of the kind.
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(id, forKey: .id)
    try members.encode(at, forKey: .at)
    try happening.encode(to: encoder)
  }
}

/// Where an event stands in history. No two events share a moment, so "the latest" is always
/// one event, whatever the order in which events were read.
struct Moment: Sendable, Hashable, Comparable {
  let at: Instant
  let id: EventID

  static func < (a: Moment, b: Moment) -> Bool { (a.at, a.id) < (b.at, b.id) }
}
