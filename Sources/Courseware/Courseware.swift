// Markdown and YAML in, a course out, or every mistake at once.
//
//   files → Document (Markup)       each file as blocks with places
//         → Fences, Sections        what the tutor runs, told apart from what is read
//         → FileReader+…            one kind of content each: lesson, cards, tasks, keys
//         → CourseReader            files to topics; what must be unique is
//         → Course
//
// What is read is a stranger's: it can name experiments, and nothing in it can run.

/// Reads a course. The course is there when no mistake is an error; the mistakes come in the
/// order of the files.
package func read(_ files: CourseFiles) -> (course: Course?, mistakes: [Mistake]) {
  let (course, mistakes) = readAsFarAsPossible(files)
  let isSound = mistakes.allSatisfy { $0.severity != .error }
  return (isSound ? course : nil, mistakes)
}

/// Reads what can be read of a course in spite of its mistakes, for its author: what stands in a
/// file without errors can be tried at once.
package func readAsFarAsPossible(
  _ files: CourseFiles
) -> (course: Course, mistakes: [Mistake]) {
  var reader = CourseReader(files)
  let course = reader.read()
  return (course, withoutRepeats(reader.mistakes.sorted()))
}

/// A block that two passes look at reports the same mistake twice.
private func withoutRepeats(_ mistakes: [Mistake]) -> [Mistake] {
  mistakes.enumerated().filter { $0 == 0 || mistakes[$0 - 1] != $1 }.map(\.element)
}
