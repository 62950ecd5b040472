// A run that was saved: the settings of an experiment as a lesson writes them, one a line, and by
// what its data file is known again.
//
//     # centroid experiment
//     data: shop.csv
//     digest: 400 rows, 5 columns, 1f0c36a2b88d9e47
//     result: 3 groups, 0 noise, 77a0c36a2b88d9e4
//     missing.age: median
//     scale: standard
//     algorithm: k-means
//     k: 3
//
// The path of the data starts from the folder of the file.

import Wording

package struct ExperimentFile: Sendable, Equatable {
  /// Its data as the file names them.
  package var trial: Trial
  /// Of the data when it was saved; nil for built-in data.
  package var digest: DataDigest?
  /// Of the groups when it was saved; nil where they were not known yet.
  package var result: RunDigest?

  package init(_ trial: Trial, digest: DataDigest? = nil, result: RunDigest? = nil) {
    self.trial = trial
    self.digest = digest
    self.result = result
  }

  package static let ending = "experiment"

  /// The text of the file.
  package var text: String {
    var lines = ["# centroid experiment: centroid play FILE opens it, centroid run FILE replays it"]
    for setting in trial.settings {
      lines.append("\(setting.name): \(setting.value)")
      if setting.name == SettingName.data.rawValue, let digest {
        lines.append("\(Self.digestName): \(digest)")
      }
    }
    if let result { lines.append("\(Self.resultName): \(result)") }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate static let digestName = "digest"
  fileprivate static let resultName = "result"
}

// MARK: - Paths

extension Trial {
  /// As it is written in a folder: the path of its data starts there.
  package func written(to folder: String, _ own: OwnFiles) -> Trial {
    guard let path else { return self }
    var trial = self
    let told = own.path(to: path, from: folder)
    // A bare name without an ending would be taken for built-in data.
    trial.experiment.data = .file(told.contains(".") || told.contains("/") ? told : "./" + told)
    return trial
  }

  /// As it is run: the path of its data whole.
  package func reading(from folder: String, _ own: OwnFiles) -> Trial {
    guard let path else { return self }
    var trial = self
    trial.experiment.data = .file(own.whole(path, from: folder))
    return trial
  }
}

// MARK: - Reading

extension ExperimentFile {
  /// What is wrong with a line, or with the file.
  package struct Fault: Sendable, Equatable, CustomStringConvertible {
    package let path: String
    package let line: Int?
    package let sentence: String

    package var description: String {
      "\(printable(path))\(line.map { ":\($0)" } ?? ""): \(sentence)"
    }
  }

  package struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
    package let faults: [Fault]
    package var description: String {
      faults.map(\.description).joined(separator: "\n")
    }
  }

  /// More is no experiment.
  private static let mostBytes = 1 << 22

  /// Reads the bytes of a file; the path names it in messages.
  ///
  /// - Throws: ``Unreadable`` with every mistake.
  package init(bytes: [UInt8], path: String) throws(Unreadable) {
    guard bytes.count <= Self.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
      let sentence = "this is no experiment; it is a short text of lines such as 'k: 3'"
      throw Unreadable(faults: [Fault(path: path, line: nil, sentence: sentence)])
    }
    var lines = ExperimentLines(path: path)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      lines.read(trimmed(line), number: index + 1)
    }
    guard let trial = lines.trial(), lines.faults.isEmpty else {
      throw Unreadable(faults: lines.faults)
    }
    self.init(trial, digest: lines.digest, result: lines.result)
  }
}

/// The lines of a file as they are read, with all that is wrong.
private struct ExperimentLines {
  let path: String
  var faults: [ExperimentFile.Fault] = []
  var digest: DataDigest?
  var result: RunDigest?
  private var settings: [Setting] = []
  /// Where each setting stands.
  private var places: [String: Int] = [:]

  init(path: String) {
    self.path = path
  }

  mutating func read(_ line: String, number: Int) {
    if line.isEmpty || line.hasPrefix("#") { return }
    guard let setting = Self.setting(line) else {
      return note("'\(printable(line))' is no setting; write it as 'k: 3'", number)
    }
    switch setting.name {
    case ExperimentFile.digestName:
      digest = DataDigest(setting.value)
      if digest == nil { noteUnreadable("digest", number) }
    case ExperimentFile.resultName:
      result = RunDigest(setting.value)
      if result == nil { noteUnreadable("result", number) }
    default:
      places[setting.name] = number
      settings.append(setting)
    }
  }

  mutating func trial() -> Trial? {
    do throws(ExperimentError) {
      return try Trial(settings: settings)
    } catch {
      guard case .settings(let wrong) = error else {
        note(error.description, nil)
        return nil
      }
      for fault in wrong { note(fault.description, places[fault.name]) }
      return nil
    }
  }

  private mutating func noteUnreadable(_ name: String, _ number: Int) {
    note("this \(name) cannot be read; take the line out to go without", number)
  }

  private mutating func note(_ sentence: String, _ line: Int?) {
    faults.append(ExperimentFile.Fault(path: path, line: line, sentence: sentence))
  }

  /// "name: value". A column's name may hold a colon, the value about it never does.
  private static func setting(_ line: String) -> Setting? {
    let isOfAColumn = [Trial.missingPrefix, "weight.", "multiply."].contains(where: line.hasPrefix)
    guard let colon = isOfAColumn ? line.lastIndex(of: ":") : line.firstIndex(of: ":") else {
      return nil
    }
    let name = trimmed(line[..<colon])
    let value = trimmed(line[line.index(after: colon)...])
    return name.isEmpty || value.isEmpty ? nil : Setting(name, value)
  }
}

private func trimmed(_ text: Substring) -> String {
  let start = text.drop { $0 == " " || $0 == "\t" }
  return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
}
