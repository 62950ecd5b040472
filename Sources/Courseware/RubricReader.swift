// The folders `rubrics` of a course: `Lessons/01-a-topic/rubrics/PROMPT.md`, beside them `words.md`,
// whose ideas all of them share, and `structure.md` for all answers in interviews.

import Markup

/// Reads how written answers are recognized. What could be read is there in spite of mistakes;
/// they come in the order of the files.
///
/// - Parameter prompt: the only question whose answers will be marked; all where none is named.
package func readRubrics(
  _ files: CourseFiles, of course: Course, only prompt: String? = nil
) -> (rubrics: Rubrics, mistakes: [Mistake]) {
  var reader = RubricReader(files: files, only: prompt)
  let rubrics = reader.read()
  reader.check(rubrics, of: course.writings)
  _ = reader.structures(of: course)
  return (Rubrics(phrasings: rubrics.mapValues(\.draft.phrasings)), reader.mistakes.sorted())
}

/// What every answer in an interview of a topic is marked for besides, by the topic's id. Slips are
/// reported by ``readRubrics(_:of:only:)``.
package func readStructures(_ files: CourseFiles, of course: Course) -> [String: Structure] {
  var reader = RubricReader(files: files, only: nil)
  return reader.structures(of: course)
}

private struct RubricReader {
  let files: CourseFiles
  let only: String?
  var mistakes: [Mistake] = []
  /// What `words.md` of each folder names: read, and its mistakes reported, once.
  private var ideas: [String: [String: [String]]] = [:]

  init(files: CourseFiles, only: String?) {
    self.files = files
    self.only = only
  }

  /// The phrasings of a prompt, and the file that they stand in.
  struct Placed {
    let path: String
    let draft: PhrasingsDraft
  }

  mutating func read() -> [String: Placed] {
    let paths = files.paths.filter { $0.hasPrefix("Lessons/") && $0.contains("/rubrics/") }
    var found: [String: Placed] = [:]
    for (folder, paths) in Dictionary(grouping: paths.filter(isRubric), by: Self.topic) {
      let ideas = self.ideas(of: folder)
      let lesson = lessonText(of: folder)
      for path in paths {
        let draft = reading(path) { reader, document in
          reader.phrasings(document, ideas: ideas, lesson: lesson)
        }
        if let draft { found[path.stem] = Placed(path: path, draft: draft) }
      }
    }
    return found
  }

  /// By the topic's id.
  mutating func structures(of course: Course) -> [String: Structure] {
    var structures: [String: Structure] = [:]
    for path in files.paths where path.hasPrefix("Lessons/") && path.hasSuffix(Self.structure) {
      let folder = Self.topic(of: path)
      // The folder's name without its number.
      let id = folder.drop { $0 != "-" }.dropFirst()
      guard let topic = course.topics.first(where: { $0.id == id }) else { continue }
      let ideas = self.ideas(of: folder)
      let lesson = lessonText(of: folder)
      let draft = reading(path) { reader, document in
        reader.phrasings(document, ideas: ideas, lesson: lesson, haveIdeas: true)
      }
      structures[topic.id] = draft.map { Structure(parts: $0.parts, phrasings: $0.phrasings) }
    }
    return structures
  }

  private static let structure = "/rubrics/structure.md"
  /// Files that are called after no prompt.
  private static let reserved = ["words", "structure", "README"]

  private func isRubric(_ path: String) -> Bool {
    guard path.hasSuffix(".md"), !Self.reserved.contains(path.stem) else { return false }
    return only.map { path.stem == $0 } ?? true
  }

  /// "Lessons/01-a-topic".
  private static func topic(of path: String) -> String {
    path.split(separator: "/").prefix(2).joined(separator: "/")
  }

  private mutating func ideas(of folder: String) -> [String: [String]] {
    if let known = ideas[folder] { return known }
    let read = reading("\(folder)/rubrics/words.md") { reader, document in
      reader.words(document)
    }
    ideas[folder] = read ?? [:]
    return read ?? [:]
  }

  /// The paragraphs that learners of a topic read.
  private func lessonText(of folder: String) -> [String] {
    [TopicFile.lesson, .walkthrough, .cards].flatMap { file in
      let content = files["\(folder)/\(file.rawValue)"] ?? []
      return (try? Document(parsing: content))?.blocks.flatMap(\.paragraphs) ?? []
    }
  }

  private mutating func reading<Value>(
    _ path: String, _ read: (inout FileReader, Document) -> Value?
  ) -> Value? {
    guard let content = files[path] else { return nil }
    do {
      let document = try Document(parsing: content)
      var reader = FileReader(path: path, surroundings: Surroundings(files: files))
      let value = read(&reader, document)
      mistakes += document.mistakes.map { Mistake($0, in: path) } + reader.mistakes
      return value
    } catch {
      mistakes += error.mistakes.map { Mistake($0, in: path) }
      return nil
    }
  }
}

// MARK: - Against the questions

extension RubricReader {
  /// Phrasings without a question, of points that it does not have, and points without any.
  mutating func check(_ rubrics: [String: Placed], of writings: [Writing]) {
    for (prompt, placed) in rubrics {
      guard let writing = writings.first(where: { $0.prompt == prompt }) else {
        mistakes.append(
          Mistake(
            file: placed.path, position: .start, what: "no question has the prompt `\(prompt)`",
            remedy: suggestion(for: prompt, among: writings.map(\.prompt))))
        continue
      }
      checkPoints(of: writing, placed)
    }
  }

  private mutating func checkPoints(of writing: Writing, _ placed: Placed) {
    let known = writing.points.map(\.id)
    for (point, position) in placed.draft.places where !known.contains(point) {
      mistakes.append(
        Mistake(
          file: placed.path, position: position,
          what: "the question `\(writing.prompt)` has no point `\(point)`",
          remedy: suggestion(for: point, among: known)))
    }
    for point in known where placed.draft.places[point] == nil {
      mistakes.append(
        Mistake(
          file: placed.path, position: .start, what: "nothing says how `\(point)` is recognized",
          remedy: "write `\(point): {said: [some words]}`"))
    }
  }
}
