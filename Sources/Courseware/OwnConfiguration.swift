// What users configure for themselves: one YAML file in a folder of their own. It is no part of a
// course, and nothing that a course says is ever read as one. It is read in this room because YAML
// is, so that its mistakes are told as those of a lesson are: with their place and the way out.

import Markup

package struct OwnConfiguration: Sendable, Equatable {
  /// A program that says what it thinks of a written answer.
  package struct SecondOpinion: Sendable, Equatable {
    /// The program by its whole path, and the words that it is given.
    package let command: [String]
    /// It is ended after so long.
    package let seconds: Int
    /// What it is called on the screen.
    package let name: String
    private let file: String
    private let position: Position

    fileprivate init(
      command: [String], seconds: Int, name: String, file: String, position: Position
    ) {
      self.command = command
      self.seconds = seconds
      self.name = name
      self.file = file
      self.position = position
    }

    /// The folder of the file. The command runs there, so that what it looks for beside itself is
    /// never in a folder that came from elsewhere.
    package var home: String {
      "/" + file.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// What only a look at the machine can find wrong with the command.
    package func mistake(_ what: String, _ remedy: String) -> Mistake {
      Mistake(file: file, position: position, what: what, remedy: remedy)
    }
  }

  /// Nil where none is wanted.
  package let secondOpinion: SecondOpinion?

  package init(secondOpinion: SecondOpinion?) { self.secondOpinion = secondOpinion }
}

// MARK: - Where it lies

extension OwnConfiguration {
  /// The file: in `CENTROID_HOME` where that is set; else in `centroid` in `$XDG_CONFIG_HOME` or
  /// `~/.config`. Nil for a relative `CENTROID_HOME`: what it leads to changes with the working
  /// folder, and a folder that came from elsewhere must not bring a command along.
  package static func path(environment: [String: String], home: String) -> String? {
    if let folder = environment["CENTROID_HOME"], !folder.isEmpty {
      return folder.hasPrefix("/") ? joined(folder, "config.yaml") : nil
    }
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return joined(config ?? joined(home, ".config"), "centroid/config.yaml")
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

// MARK: - Reading

extension OwnConfiguration {
  /// - Returns: The configuration, or nil and everything that is wrong with it.
  package static func read(_ text: String, file: String) -> (OwnConfiguration?, [Mistake]) {
    var reader = FileReader(
      path: file, surroundings: Surroundings(files: CourseFiles(content: [:])))
    let configuration = reader.configuration(text.replacing("\r\n", with: "\n"))
    return (reader.mistakes.isEmpty ? configuration : nil, reader.mistakes)
  }
}

extension FileReader {
  fileprivate mutating func configuration(_ text: String) -> OwnConfiguration? {
    do {
      let yaml = try YAML.read(text) { Position(line: $0, column: $1) }
      guard
        let fields = fields(yaml, of: "configuration", at: .start, keys: ["second-opinion"])
      else { return nil }
      guard fields.has("second-opinion") else { return OwnConfiguration(secondOpinion: nil) }
      return OwnConfiguration(secondOpinion: secondOpinion(in: fields))
    } catch {
      self.error(at: error.position, error.what, error.remedy)
      return nil
    }
  }

  private mutating func secondOpinion(in all: Fields) -> OwnConfiguration.SecondOpinion? {
    guard
      let fields = fields(
        all["second-opinion"], of: "second-opinion", at: all.keyPosition("second-opinion"),
        keys: ["command", "seconds", "name"])
    else { return nil }
    let command = command(in: fields)
    let seconds = whole("seconds", in: fields, range: 1...600)
    let name = name(in: fields)
    guard let command else { return nil }
    return OwnConfiguration.SecondOpinion(
      command: command, seconds: seconds ?? 20, name: name ?? "the second opinion", file: path,
      position: fields["command"]?.position ?? fields.position)
  }

  /// No shell reads it: the first word is the program, each other one is given to it as it stands.
  private mutating func command(in fields: Fields) -> [String]? {
    guard fields.has("command") else {
      missing("command", in: fields, example: "[/path/to/program, --its-option]")
      return nil
    }
    let words = texts("command", in: fields)
    let isEmpty = fields["command"]?.list?.isEmpty ?? false
    if isEmpty {
      error(
        at: fields["command"]?.position ?? fields.position, "`command` names no program",
        "write `command: [/path/to/program]`")
    }
    guard let program = words.first else { return nil }
    guard program.hasPrefix("/") else {
      let place = fields["command"]?.list?.first ?? fields["command"]
      error(
        at: place?.position ?? fields.position, "`\(program)` is not the whole path of a program",
        "write where it lies from the root on, such as `/usr/local/bin/\(lastName(program))`")
      return nil
    }
    return words
  }

  private func lastName(_ path: String) -> String {
    let word = path.split(separator: " ").first ?? "program"
    return word.split(separator: "/").last.map(String.init) ?? "program"
  }

  private mutating func name(in fields: Fields) -> String? {
    guard let name = optionalText("name", in: fields) else { return nil }
    guard name.count <= 40, !name.contains(where: \.isNewline) else {
      error(
        at: fields["name"]?.position ?? fields.position,
        "`name` is longer than 40 characters or one line", "write a short name")
      return nil
    }
    return name
  }
}
