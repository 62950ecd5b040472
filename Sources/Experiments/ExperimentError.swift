// Why an experiment could not be made or run: facts, and the sentence that each one says.

package import Clustering
import Wording

/// Why there is no trace.
package enum ExperimentError: Error, Equatable, Sendable {
  /// Settings that cannot be used, all of them.
  case settings([SettingFault])
  /// The mistakes of a data file.
  case file([FileFault])
  /// A path that leaves the course folder.
  case pathRefused(String)
  /// There is no such file in the course folder.
  case fileMissing(String)
  /// A file of the learner's own that has no bytes to give: a sentence with the remedy.
  case unreadable(String)
  /// The table has more rows than may be clustered here.
  case tooManyRows(rows: Int, allowed: Int, method: String)
  /// The time of the budget is used up.
  case outOfTime(seconds: Double)
  /// The clustering itself refused.
  case clustering(ClusteringError)
  /// The observer asked to stop.
  case cancelled
  /// Not run so far, but on its way.
  case unfinished(RunProgress?)
}

extension ExperimentError {
  /// Whether fewer rows would help.
  package var isOfTooManyRows: Bool {
    switch self {
    case .tooManyRows, .clustering(.tooManyPoints): true
    default: false
    }
  }
}

extension ExperimentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .settings(let faults):
      faults.map(\.description).joined(separator: "\n")
    case .file(let faults):
      faults.map(\.description).joined(separator: "\n")
    case .pathRefused(let path):
      "\(printable(path)): a path outside the course folder; "
        + "copy the file into the folder and give its path from there"
    case .fileMissing(let path):
      "\(printable(path)): there is no such file in the course folder; check the path"
    case .unreadable(let sentence):
      sentence
    case .tooManyRows(let rows, let allowed, let method):
      "\(rows) rows, but \(method) may take \(allowed) here; use fewer rows"
    case .outOfTime(let seconds):
      "stopped after \(exact(seconds)) s; use fewer rows, or fewer restarts"
    case .clustering(let error):
      error.description
    case .cancelled:
      "stopped before the end; run again for a result"
    case .unfinished:
      "still running"
    }
  }

  /// The single mistakes, for reports that list them one by one.
  package var sentences: [String] {
    switch self {
    case .settings(let faults): faults.map(\.description)
    case .file(let faults): faults.map(\.description)
    default: [description]
    }
  }
}

/// One setting that cannot be used.
package struct SettingFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// No setting has this name.
    case unknownName(nearest: String?)
    /// The setting is given twice.
    case repeated
    /// The experiment needs this setting.
    case missing(example: String)
    /// The value is not one of the choices.
    case unknownChoice([String], nearest: String?)
    /// The value is no number, or outside its range.
    case notAllowed(expected: String)
    /// The setting means nothing here; it goes with something else.
    case needs(String)
  }

  /// The name of the setting, as written.
  package let name: String
  /// The value as written; "" where it is missing.
  package let value: String
  package let problem: Problem

  package init(name: String, value: String, problem: Problem) {
    self.name = name
    self.value = value
    self.problem = problem
  }
}

extension SettingFault: CustomStringConvertible {
  package var description: String { "\(what); \(remedy)" }

  /// What is wrong.
  package var what: String {
    let name = printable(self.name)
    let value = printable(self.value)
    return switch problem {
    case .unknownName: "there is no setting '\(name)'"
    case .repeated: "\(name) is given twice"
    case .missing: "\(name) is missing"
    case .unknownChoice: "\(name): '\(value)' is not known"
    case .notAllowed: "\(name): '\(value)' does not do"
    case .needs: "\(name) means nothing here"
    }
  }

  /// What would be right.
  package var remedy: String {
    switch problem {
    case .unknownName(let nearest):
      let known = SettingName.allCases.map(\.shown).joined(separator: ", ")
      return nearest.map { "did you mean '\($0)'?" } ?? "the settings are \(known)"
    case .repeated: return "keep one of them"
    case .missing(let example): return "add for example '\(example)'"
    case .unknownChoice(let choices, let nearest):
      return (nearest.map { "did you mean '\($0)'? " } ?? "")
        + "one of \(choices.joined(separator: ", "))"
    case .notAllowed(let expected): return "give \(expected)"
    case .needs(let owner): return "it goes with \(owner)"
    }
  }
}
