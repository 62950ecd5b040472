import Experiments
import Markup
import Wording

/// Puts files together to topics, and sees to what must hold across files.
struct CourseReader {
  private let files: CourseFiles
  private var documents: [String: Document] = [:]
  var mistakes: [Mistake] = []
  var misconceptions = MisconceptionNames()

  init(_ files: CourseFiles) {
    self.files = files
  }

  mutating func read() -> Course {
    parse()
    let folders = topicFolders()
    let drills = exercises(topics: folders.map(\.id))
    let topics = folders.compactMap { topic($0, drills: drills) }
    checkPrompts(topics.flatMap(\.exercises))
    checkIDs(topics, drills)
    checkPrerequisites(of: folders)
    checkMisconceptions()
    if folders.isEmpty {
      mistakes.append(
        Mistake(
          file: "Lessons", position: .start, what: "the course has no topics",
          remedy: "make a folder `Lessons/01-a-topic` with a `lesson.md`"))
    }
    return Course(topics: topics)
  }

  private mutating func parse() {
    noteTooLarge()
    // Rubrics are read apart: `readRubrics`.
    for path in files.paths where path.hasSuffix(".md") && !path.contains("/rubrics/") {
      do {
        let document = try Document(parsing: files.content[path] ?? [])
        note(document.mistakes, in: path)
        documents[path] = document
      } catch {
        note(error.mistakes, in: path)
      }
    }
  }

  private mutating func noteTooLarge() {
    for (path, bytes) in files.tooLarge.sorted(by: { $0.key < $1.key }) {
      let most = grouped(CourseFiles.mostBytes)
      mistakes.append(
        Mistake(
          file: path, position: .start,
          what: "the file has \(grouped(bytes)) bytes, more than the \(most) that are read",
          remedy: "leave rows or parts out, or keep it outside Lessons and Drills"))
    }
  }

  private mutating func note(_ found: [Markup.Mistake], in path: String) {
    mistakes += found.map { Mistake($0, in: path) }
  }

  /// Reads one file that could be parsed; what stands in its text is checked with it.
  private mutating func reading<Value>(
    _ path: String, _ surroundings: Surroundings,
    _ read: (inout FileReader, Document) -> Value?
  ) -> Value? {
    guard let document = documents[path] else { return nil }
    var reader = FileReader(path: path, surroundings: surroundings)
    let value = read(&reader, document)
    reader.checkText(document.blocks)
    mistakes += reader.mistakes
    misconceptions.declared += reader.misconceptions.declared
    misconceptions.shown += reader.misconceptions.shown
    return value
  }
}

// MARK: - Topics

/// A folder of `Lessons`.
struct TopicFolder {
  let id: String
  let number: Int
  let path: String
}

/// The files of a topic.
enum TopicFile: String, CaseIterable {
  case lesson = "lesson.md"
  case walkthrough = "walkthrough.md"
  case cards = "cards.md"
  case interview = "interview.md"
}

extension CourseReader {
  private mutating func topicFolders() -> [TopicFolder] {
    var folders: [TopicFolder] = []
    for path in files.paths where path.hasPrefix("Lessons/") && path.hasSuffix(".md") {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 3 else { continue }
      reportStranger(parts[2], at: path)
      guard !folders.contains(where: { $0.path == "Lessons/\(parts[1])" }) else { continue }
      if let folder = folder(parts[1]) { folders.append(folder) }
    }
    return folders.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
  }

  /// "01-what-is-clustering" is number 1 and a name.
  private mutating func folder(_ name: String) -> TopicFolder? {
    let halves = name.split(separator: "-", maxSplits: 1)
    guard halves.count == 2, let number = Int(halves[0]), number > 0,
      isIdentifier(String(halves[1]))
    else {
      mistakes.append(
        Mistake(
          file: "Lessons/\(name)", position: .start, what: "the folder has no number and name",
          remedy: "name it like `01-what-is-clustering`"))
      return nil
    }
    return TopicFolder(id: String(halves[1]), number: number, path: "Lessons/\(name)")
  }

  /// A file that nothing shows is a slip of the pen more often than a wish.
  private mutating func reportStranger(_ name: String, at path: String) {
    let known = TopicFile.allCases.map(\.rawValue)
    guard !known.contains(name), name != "README.md" else { return }
    mistakes.append(
      Mistake(
        file: path, position: .start, severity: .warning, what: "nothing shows this file",
        remedy: suggestion(for: name, among: known)))
  }

  private mutating func topic(_ folder: TopicFolder, drills: [PlacedExercise]) -> Topic? {
    var surroundings = Surroundings(files: files)
    surroundings.experiments = experiments(of: folder)
    let lesson = text(.lesson, of: folder, surroundings)
    let walkthrough = text(.walkthrough, of: folder, surroundings)
    let cards = reading(path(.cards, in: folder), surroundings) { reader, document in
      reader.cards(document, topic: folder.id)
    }
    let interview = reading(path(.interview, in: folder), surroundings) { reader, document in
      reader.interview(document, topic: folder.id)
    }
    checkLessonID(of: folder)
    let placement = placement(of: folder)
    let placed = ordered(drills.filter { $0.exercise.topic == folder.id }) + (interview ?? [])
    checkExerciseIDs(interview ?? [], against: drills)
    guard let lesson else { return nil }
    return Topic(
      id: folder.id, number: folder.number, title: lesson.title, lesson: lesson,
      walkthrough: walkthrough, cards: cards ?? [],
      experiments: surroundings.experiments.map { Variant(id: $0.name, settings: $0.settings) },
      exercises: placed.map(\.exercise), track: placement.track,
      prerequisites: placement.prerequisites.map(\.id), conceptNames: placement.names)
  }

  func path(_ file: TopicFile, in folder: TopicFolder) -> String {
    "\(folder.path)/\(file.rawValue)"
  }

  private mutating func text(
    _ file: TopicFile, of folder: TopicFolder, _ surroundings: Surroundings
  ) -> Reading? {
    let path = path(file, in: folder)
    if file == .lesson, !files.holds(path) {
      mistakes.append(
        Mistake(
          file: path, position: .start, what: "the topic has no lesson", remedy: "write this file"))
    }
    let id = "\(folder.id)/\(path.stem)"
    return reading(path, surroundings) { reader, document in
      reader.lesson(document, id: id, needsID: file == .lesson)
    }
  }

  /// Concept drills, then labs, then flows, each by position.
  private func ordered(_ exercises: [PlacedExercise]) -> [PlacedExercise] {
    let kinds = Exercise.Kind.allCases
    return exercises.sorted { left, right in
      let (a, b) = (left.exercise, right.exercise)
      if a.kind != b.kind {
        return kinds.firstIndex(of: a.kind) ?? 0 < kinds.firstIndex(of: b.kind) ?? 0
      }
      return (left.position, a.id) < (right.position, b.id)
    }
  }
}

// MARK: - Experiments of a topic

extension CourseReader {
  /// Every named experiment of the topic's files, whichever file it stands in.
  private mutating func experiments(of folder: TopicFolder) -> [NamedExperiment] {
    var found: [NamedExperiment] = []
    for file in TopicFile.allCases {
      let path = path(file, in: folder)
      guard let document = documents[path] else { continue }
      var reader = FileReader(path: path, surroundings: Surroundings(files: files))
      reader.collectExperiments(document, into: &found)
      mistakes += reader.mistakes
    }
    return found
  }
}

extension FileReader {
  fileprivate mutating func collectExperiments(
    _ document: Document, into found: inout [NamedExperiment]
  ) {
    let blocks = document.blocks.filter { block in
      if case .code(let code) = block.kind { code.info.hasPrefix("experiment") } else { false }
    }
    for case .fence(let fence) in elements(blocks) where fence.word == .experiment {
      guard let name = id(of: fence) else { continue }
      if found.contains(where: { $0.name == name }) {
        error(
          at: fence.position, "there are two experiments `\(name)` in this topic",
          "choose another name")
      }
      guard fence.isReadable else {
        found.append(NamedExperiment(name: name, settings: [], experiment: nil))
        continue
      }
      found.append(experiment(name, settings(fence.yaml, at: fence.position)))
    }
  }
}

// MARK: - Exercises

extension CourseReader {
  private mutating func exercises(topics: [String]) -> [PlacedExercise] {
    var found: [PlacedExercise] = []
    for path in files.paths where path.hasPrefix("Drills/") && path.hasSuffix(".md") {
      guard !path.hasSuffix("/README.md") else { continue }
      var surroundings = Surroundings(files: files)
      surroundings.isExercise = true
      let exercise = reading(path, surroundings) { reader, document in
        reader.exercise(document, topics: topics)
      }
      if let exercise { found.append(exercise) }
    }
    return found
  }
}

// MARK: - What must be unique

extension CourseReader {
  private mutating func checkIDs(_ topics: [Topic], _ drills: [PlacedExercise]) {
    checkExerciseIDs(drills, against: [])
    for (index, topic) in topics.enumerated() {
      guard let other = topics[..<index].first(where: { $0.id == topic.id }) else { continue }
      mistakes.append(
        Mistake(
          file: "Lessons", position: .start,
          what: "topics \(other.number) and \(topic.number) are both called `\(topic.id)`",
          remedy: "rename one folder"))
    }
  }

  /// Progress refers to an exercise by its id alone.
  private mutating func checkExerciseIDs(
    _ exercises: [PlacedExercise], against others: [PlacedExercise]
  ) {
    for (index, placed) in exercises.enumerated() {
      let earlier = others + exercises[..<index]
      guard let other = earlier.first(where: { $0.exercise.id == placed.exercise.id }) else {
        continue
      }
      // Either may be the new one, and an author may look at only one of them.
      noteSameID(placed, as: other)
      noteSameID(other, as: placed)
    }
  }

  private mutating func noteSameID(_ placed: PlacedExercise, as other: PlacedExercise) {
    mistakes.append(
      Mistake(
        file: placed.exercise.file, position: placed.idPosition,
        what: "the id `\(placed.exercise.id)` is also that of \(other.exercise.file)",
        remedy: "choose another one"))
  }

  /// Written answers are kept and marked under their prompt, so no two questions may share one.
  private mutating func checkPrompts(_ exercises: [Exercise]) {
    var seen: [String: Exercise] = [:]
    for exercise in exercises {
      for case .write(let writing) in exercise.stages.map(\.task) {
        if let other = seen[writing.prompt] {
          mistakes.append(
            Mistake(
              file: exercise.file, position: .start,
              what: "the prompt `\(writing.prompt)` is also that of `\(other.id)`",
              remedy: "write another `prompt` in one of the blocks `ask`"))
        }
        seen[writing.prompt] = exercise
      }
    }
  }

  /// The folder's name says the id once more, so that both are read the same.
  private mutating func checkLessonID(of folder: TopicFolder) {
    guard let id = reading(frontMatterOf: folder, { $1["id"] }), let text = id.text,
      text != folder.id
    else { return }
    mistakes.append(
      Mistake(
        file: path(.lesson, in: folder), position: id.position,
        what: "the id `\(text)` is not that of the folder", remedy: "write `id: \(folder.id)`"))
  }

  mutating func reading<Value>(
    frontMatterOf folder: TopicFolder, _ read: (inout FileReader, Fields) -> Value?
  ) -> Value? {
    let path = path(.lesson, in: folder)
    guard let matter = documents[path]?.frontMatter else { return nil }
    var reader = FileReader(path: path, surroundings: Surroundings(files: files))
    guard let fields = reader.frontMatter(matter, keys: FileReader.lessonKeys) else { return nil }
    let earlier = reader.mistakes.count
    let value = read(&reader, fields)
    mistakes += reader.mistakes.dropFirst(earlier)
    return value
  }
}
