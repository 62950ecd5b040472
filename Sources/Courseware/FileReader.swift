// One file of the course while it is being read: what is known around it, and what is wrong
// with it so far. The extensions beside this file each read one kind of thing; every one of
// them answers with a value or with nil, and notes a mistake where it answers with nil.

import Experiments
import Markup

struct FileReader {
  let path: String
  var surroundings: Surroundings
  private(set) var mistakes: [Mistake] = []
  /// The misconceptions that the file's cards put right, and those that its answers show.
  var misconceptions = MisconceptionNames()

  init(path: String, surroundings: Surroundings) {
    self.path = path
    self.surroundings = surroundings
  }
}

/// What a file can refer to.
struct Surroundings {
  let files: CourseFiles
  /// Experiments that figures and plots can name.
  var experiments: [NamedExperiment] = []
  /// Whether the file is an exercise, where settings are laid over the experiment `base`.
  var isExercise = false
}

/// An experiment under its name, checked.
struct NamedExperiment {
  let name: String
  let settings: [Setting]
  /// Nil where its settings are wrong, which is reported where they stand.
  let experiment: Experiment?
}

// MARK: - Mistakes

extension FileReader {
  mutating func error(at position: Position, _ what: String, _ remedy: String) {
    mistakes.append(Mistake(file: path, position: position, what: what, remedy: remedy))
  }

  mutating func warn(at position: Position, _ what: String, _ remedy: String) {
    mistakes.append(
      Mistake(file: path, position: position, severity: .warning, what: what, remedy: remedy))
  }

  mutating func note(_ mistake: Mistake) {
    mistakes.append(mistake)
  }
}
