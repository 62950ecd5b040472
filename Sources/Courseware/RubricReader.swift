// The folders `rubrics` of a course: `Lessons/01-a-topic/rubrics/PROMPT.md`, beside them `words.md`,
// whose ideas all of them share, and `structure.md` for all answers in interviews.

import Markup

/// Reads how written answers are recognized. What could be read is there in spite of mistakes;
/// they come in the order of the files.
///
/// - Parameters:
///   - prompt: the only question whose answers will be marked; all where none is named.
///   - isWhole: whether all questions of the course could be read. Else one that is missing is no
///     mistake of the rubric.
package func readRubrics(
  _ files: CourseFiles, of course: Course, only prompt: String? = nil, isWhole: Bool = true
) -> (rubrics: Rubrics, mistakes: [Mistake]) {
  var reader = RubricReader(files: files, only: prompt)
  let rubrics = reader.read()
  reader.check(rubrics, of: course.writings, isWhole: isWhole)
  // Structure is marked beside the points, and a slip in it is none of a question's.
  if prompt == nil {
    _ = reader.structures(of: course)
    reader.checkFolders(rubrics, of: course)
  }
  return (
    Rubrics(
      phrasings: rubrics.mapValues(\.draft.phrasings),
      files: rubrics.mapValues { RubricFile(path: $0.path, points: $0.draft.places) }),
    reader.mistakes.sorted()
  )
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
    let folders = Dictionary(grouping: paths.filter(isRubric), by: Self.topic)
    for (folder, paths) in folders.sorted(by: { $0.key < $1.key }) {
      let ideas = self.ideas(of: folder)
      let lesson = lessonText(of: folder)
      for path in paths {
        let draft = reading(path) { reader, document in
          reader.phrasings(document, ideas: ideas, lesson: lesson)
        }
        guard let draft else { continue }
        if let other = found[path.stem] { refuse(path, because: other.path) }
        found[path.stem] = found[path.stem] ?? Placed(path: path, draft: draft)
      }
    }
    return found
  }

  private mutating func refuse(_ path: String, because other: String) {
    mistakes.append(
      Mistake(
        file: path, position: .start, what: "`\(path.stem)` has its rubric in \(other) too",
        remedy: "keep one of the two files, in the topic of the question"))
  }

  /// By the topic's id.
  mutating func structures(of course: Course) -> [String: Structure] {
    var structures: [String: Structure] = [:]
    for path in files.paths where path.hasPrefix("Lessons/") && path.hasSuffix(Self.structure) {
      let folder = Self.topic(of: path)
      let id = Self.id(ofFolder: folder)
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

  /// The folder's name without its number.
  fileprivate static func id(ofFolder folder: String) -> String {
    String(folder.drop { $0 != "-" }.dropFirst())
  }

  private static let structure = "/rubrics/structure.md"
  /// Files that are called after no prompt.
  private static let reserved = ["words", "structure", "README"]

  private func isRubric(_ path: String) -> Bool {
    guard path.hasSuffix(".md"), !Self.reserved.contains(path.stem) else { return false }
    return only.map { path.stem == $0 } ?? true
  }

  /// "Lessons/01-a-topic".
  fileprivate static func topic(of path: String) -> String {
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
  mutating func check(_ rubrics: [String: Placed], of writings: [Writing], isWhole: Bool) {
    for (prompt, placed) in rubrics {
      guard let writing = writings.first(where: { $0.prompt == prompt }) else {
        guard isWhole else { continue }
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

  /// In a topic with rubrics, a question without one was hardly meant to have none.
  mutating func checkFolders(_ rubrics: [String: Placed], of course: Course) {
    let folders = Set(rubrics.values.map { Self.topic(of: $0.path) })
    for topic in course.topics {
      guard let folder = folders.first(where: { Self.id(ofFolder: $0) == topic.id }) else {
        continue
      }
      for exercise in topic.exercises {
        for case .write(let writing) in exercise.stages.map(\.task)
        where rubrics[writing.prompt] == nil {
          mistakes.append(
            Mistake(
              file: exercise.file, position: .start, severity: .warning,
              what: "no rubric says how the points of `\(writing.prompt)` are recognized, so its "
                + "learners mark alone",
              remedy: "write the file \(folder)/rubrics/\(writing.prompt).md"))
        }
      }
    }
  }
}
