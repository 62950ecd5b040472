// How an event is written: one flat JSON object with the names below. This is the format of
// export files, and of the journal on disk. `id`, `at` (milliseconds since 1970 UTC) and `kind`
// are always there.
//
//     kind        further members
//     seen        item
//     answered    item part seed attempt answer hints confidence? chance? score passed
//                 misconceptions? points?
//     hinted      item part attempt level
//     finished    item attempt seed score passed hints
//     selfMarked  item attempt points
//     disputed    item part attempt points
//     decided     item attempt event point? credited? score? by? because?
//     regraded    item attempt event score passed points? misconceptions?
//     mocked      attempt seed tier questions attempts elapsed allowed? late pauses
//     reviewed    card grade elapsed?
//     undone      event
//     placed      place
//     preferred   key value
//
// The stored properties of `Answered` and its like have these names, so that the compiler writes
// their part. `confidence` is guess, fairly or sure; `grade` is 1 (again), 2 (hard), 3 (good) or 4 (easy).

private enum Kind: String, CodingKey {
  case seen, answered, hinted, finished, selfMarked, disputed, decided, regraded, mocked
  case reviewed, undone, placed, preferred
}

private enum Member: String, CodingKey {
  case kind, item, event, place, key, value
}

extension Happening: Codable {
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let name = try members.decode(String.self, forKey: .kind)
    guard let kind = Kind(rawValue: name) else {
      self = .unknown(kind: name, members: try unknownMembers(of: decoder))
      return
    }
    switch kind {
    case .seen: self = .seen(item: try members.decode(String.self, forKey: .item))
    case .answered: self = .answered(try Answered(from: decoder).held)
    case .hinted: self = .hinted(try Hinted(from: decoder))
    case .finished: self = .finished(try Finished(from: decoder).held)
    case .selfMarked: self = .selfMarked(try SelfMarked(from: decoder))
    case .mocked: self = .mocked(try Mocked(from: decoder))
    case .disputed: self = .disputed(try Disputed(from: decoder))
    case .decided: self = .decided(try Decided(from: decoder).held)
    case .regraded: self = .regraded(try Regraded(from: decoder).held)
    case .reviewed: self = .reviewed(try Reviewed(from: decoder))
    case .undone: self = .undone(event: try members.decode(EventID.self, forKey: .event))
    case .placed: self = .placed(try members.decode(String.self, forKey: .place))
    case .preferred:
      self = .preferred(
        key: try members.decode(String.self, forKey: .key),
        value: try members.decode(String.self, forKey: .value))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(kind, forKey: .kind)
    switch self {
    case .seen(let item): try members.encode(item, forKey: .item)
    case .answered(let answer): try answer.encode(to: encoder)
    case .hinted(let hint): try hint.encode(to: encoder)
    case .finished(let run): try run.encode(to: encoder)
    case .selfMarked(let marking): try marking.encode(to: encoder)
    case .mocked(let interview): try interview.encode(to: encoder)
    case .disputed(let dispute): try dispute.encode(to: encoder)
    case .decided(let decision): try decision.encode(to: encoder)
    case .regraded(let grade): try grade.encode(to: encoder)
    case .reviewed(let review): try review.encode(to: encoder)
    case .undone(let event): try members.encode(event, forKey: .event)
    case .placed(let place): try members.encode(place, forKey: .place)
    case .preferred(let key, let value):
      try members.encode(key, forKey: .key)
      try members.encode(value, forKey: .value)
    case .unknown(_, let others):
      var container = encoder.container(keyedBy: MemberName.self)
      for (name, value) in others where !reservedNames.contains(name) {
        try container.encode(value, forKey: MemberName(name))
      }
    }
  }

  /// The name of the kind, as it is written.
  package var kind: String {
    switch self {
    case .seen: Kind.seen.rawValue
    case .answered: Kind.answered.rawValue
    case .hinted: Kind.hinted.rawValue
    case .finished: Kind.finished.rawValue
    case .selfMarked: Kind.selfMarked.rawValue
    case .mocked: Kind.mocked.rawValue
    case .disputed: Kind.disputed.rawValue
    case .decided: Kind.decided.rawValue
    case .regraded: Kind.regraded.rawValue
    case .reviewed: Kind.reviewed.rawValue
    case .undone: Kind.undone.rawValue
    case .placed: Kind.placed.rawValue
    case .preferred: Kind.preferred.rawValue
    case .unknown(let kind, _): kind
    }
  }
}

private let reservedNames = ["id", "at", "kind"]

private func unknownMembers(of decoder: any Decoder) throws -> [String: JSONValue] {
  let container = try decoder.container(keyedBy: MemberName.self)
  var members: [String: JSONValue] = [:]
  for name in container.allKeys where !reservedNames.contains(name.stringValue) {
    members[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
  }
  return members
}
