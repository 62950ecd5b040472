/// One thing wrong with a file of Markdown, and where.
package struct Mistake: Sendable, Hashable, Error {
  package enum Kind: Sendable, Hashable {
    case fileTooLarge(bytes: Int, limit: Int)
    case lineTooLong(bytes: Int, limit: Int)
    case nestedTooDeeply(limit: Int)
    /// `byte` is the offset in the file, from 0.
    case notUTF8(byte: Int)
    case unclosedFrontMatter
    /// A control or text-direction character, written as it is or as a character reference.
    case controlCharacter(Unicode.Scalar)
    case unclosedFence
  }

  package var kind: Kind
  package var position: Position

  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}

/// Why a file could not be read as Markdown: every mistake found before reading stopped, in
/// the order of the file.
package struct MarkupError: Error, Sendable, Hashable {
  package var mistakes: [Mistake]

  package init(_ mistakes: [Mistake]) {
    self.mistakes = mistakes.sorted { $0.position < $1.position }
  }
}

extension Mistake {
  /// What is wrong.
  package var problem: String {
    switch kind {
    case .fileTooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the \(limit) that are read"
    case .lineTooLong(let bytes, let limit):
      "the line has \(bytes) bytes, more than the \(limit) that are read"
    case .nestedTooDeeply(let limit):
      "quotes, lists or emphasis are nested more than \(limit) deep"
    case .notUTF8(let byte):
      "byte \(byte) of the file is not UTF-8"
    case .unclosedFrontMatter:
      "the front matter that starts here is never closed"
    case .controlCharacter(let scalar):
      "the text holds the control character \(scalar.codePointName)"
    case .unclosedFence:
      "the code block that starts here is never closed"
    }
  }

  /// What would be right.
  package var remedy: String {
    switch kind {
    case .fileTooLarge: "split it into several files"
    case .lineTooLong: "break it into shorter lines"
    case .nestedTooDeeply: "write it flatter"
    case .notUTF8: "save the file as UTF-8"
    case .unclosedFrontMatter:
      "end it with a line `---`, or write `***` for a rule at the top of a page"
    case .controlCharacter: "delete it, or name it in words"
    case .unclosedFence: "end it with a line that repeats its fence, at the same indentation"
    }
  }
}

extension Mistake: CustomStringConvertible {
  /// `3:14: what is wrong; what would be right`.
  package var description: String { "\(position): \(problem); \(remedy)" }
}

extension MarkupError: CustomStringConvertible {
  package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
