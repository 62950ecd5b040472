// Where a topic stands: in which track, which topics are best known before it, and how its concepts
// are read where that is not their id.

import Markup

/// What a lesson says about its place among the others.
struct Placement {
  var track = ""
  var prerequisites: [(id: String, position: Position)] = []
  /// By the id of the concept.
  var names: [String: String] = [:]
}

extension CourseReader {
  mutating func placement(of folder: TopicFolder) -> Placement {
    reading(frontMatterOf: folder) { reader, fields in
      let names = reader.texts("prerequisites", in: fields)
      let places = fields["prerequisites"]?.list ?? []
      return Placement(
        track: reader.optionalText("track", in: fields) ?? "",
        prerequisites: names.map { name in
          let place = places.first { $0.text == name } ?? fields["prerequisites"]
          return (name, place?.position ?? fields.position)
        }, names: reader.conceptNames(in: fields))
    } ?? Placement()
  }

  /// Prerequisites come earlier in the course, so they can never wait for each other.
  mutating func checkPrerequisites(of folders: [TopicFolder]) {
    for (index, folder) in folders.enumerated() {
      let earlier = folders[..<index].map(\.id)
      for (id, position) in placement(of: folder).prerequisites where !earlier.contains(id) {
        let later = folders[index...].first { $0.id == id }
        let what =
          later.map { "topic \($0.number) `\(id)` is not before topic \(folder.number)" }
          ?? "there is no topic `\(id)`"
        let remedy =
          later == nil
          ? suggestion(for: id, among: earlier)
          : "give its folder a smaller number, or take it out of the prerequisites"
        mistakes.append(
          Mistake(
            file: path(.lesson, in: folder), position: position, what: what, remedy: remedy))
      }
    }
  }
}

extension FileReader {
  /// `names: {trade-offs: trade-offs}`
  fileprivate mutating func conceptNames(in fields: Fields) -> [String: String] {
    guard let yaml = fields["names"] else { return [:] }
    guard let pairs = yaml.mapping else {
      error(
        at: yaml.position, "`names` names no concepts", "write `names: {trade-offs: trade-offs}`")
      return [:]
    }
    let concepts = fields["concepts"]?.list?.compactMap(\.text) ?? []
    var names: [String: String] = [:]
    for pair in pairs {
      if !concepts.contains(pair.key) {
        error(
          at: pair.keyPosition, "`\(pair.key)` is no concept of this text",
          suggestion(for: pair.key, among: concepts))
      }
      guard let name = pair.value.text else {
        error(at: pair.value.position, "this is not a name", "write `\(pair.key): some words`")
        continue
      }
      names[pair.key] = name
    }
    return names
  }
}
