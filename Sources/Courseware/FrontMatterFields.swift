import Markup

/// What front matter says of a text or an exercise.
struct Particulars {
  let id: String
  let title: String
  let level: String
  let minutes: Int
  let concepts: [String]
}

/// How far a learner has to be.
enum Level: String, CaseIterable {
  case beginner, intermediate, expert
}

extension FileReader {
  static let commonKeys = ["id", "title", "level", "minutes", "concepts"]
  static let lessonKeys = commonKeys + ["track", "prerequisites", "names"]
  static let exerciseKeys = commonKeys + ["kind", "topic", "position"]

  mutating func frontMatter(_ matter: FrontMatter?, keys: [String]) -> Fields? {
    guard let matter else { return Fields(pairs: [], position: .start, name: "front matter") }
    do {
      let yaml = try YAML.read(matter.text) { line, column in
        Position(line: matter.position.line + line - 1, column: column)
      }
      return fields(yaml, of: "front matter", at: .start, keys: keys)
    } catch {
      self.error(at: error.position, error.what, error.remedy)
      return nil
    }
  }

  /// The keys that every text and every exercise must have.
  /// A text that `knownID` names by its path may leave the id out.
  mutating func particulars(_ fields: Fields, knownID: String? = nil) -> Particulars? {
    let id = fields.has("id") ? id(in: fields) : knownID ?? id(in: fields)
    let title = text("title", in: fields, example: "What is clustering?")
    let level = level(in: fields, isRequired: true)
    if !fields.has("minutes") { missing("minutes", in: fields, example: "10") }
    let minutes = whole("minutes", in: fields, range: 1...600)
    if !fields.has("concepts") { missing("concepts", in: fields, example: "[distance]") }
    let concepts = concepts(in: fields)
    guard let id, let title, let level, let minutes else { return nil }
    return Particulars(id: id, title: title, level: level, minutes: minutes, concepts: concepts)
  }

  private mutating func id(in fields: Fields) -> String? {
    guard let id = text("id", in: fields, example: identifier(from: path.stem)) else { return nil }
    if isIdentifier(id) { return id }
    error(
      at: fields["id"]?.position ?? fields.position, "`\(id)` is not an id",
      "write lower-case letters, digits and hyphens: `\(identifier(from: id))`")
    return nil
  }

  mutating func level(in fields: Fields, isRequired: Bool) -> String? {
    guard let yaml = fields["level"] else {
      if isRequired { missing("level", in: fields, example: "beginner") }
      return nil
    }
    return word(yaml, as: Level.self, called: "level")?.rawValue
  }

  /// Names of concepts, written like ids.
  mutating func concepts(in fields: Fields) -> [String] {
    let names = texts("concepts", in: fields)
    for name in names where !isIdentifier(name) {
      let place = fields["concepts"]?.list?.first { $0.text == name } ?? fields["concepts"]
      error(
        at: place?.position ?? fields.position, "`\(name)` is not the name of a concept",
        "write lower-case letters, digits and hyphens: `\(identifier(from: name))`")
    }
    return names
  }
}

extension Position {
  static let start = Position(line: 1, column: 1)
}
