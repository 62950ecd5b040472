/// The lines between `---` and `---` at the top of a file, as they stand. cmark does not know
/// them (it would see a rule and a heading), so they are set apart before it reads.
package struct FrontMatter: Sendable, Hashable {
  /// Each line ends in a newline.
  package var text: String
  /// Where the first line of `text` starts.
  package var position: Position
}

extension FrontMatter {
  /// How many lines it takes at the top of a file, both `---` included.
  enum Extent: Equatable {
    case none
    case unclosed
    case lines(Int)

    var lineCount: Int {
      if case .lines(let count) = self { count } else { 0 }
    }

    init(of bytes: [UInt8], lines: [Range<Int>]) {
      guard let first = lines.first, isFence(bytes[first]) else {
        self = .none
        return
      }
      let close = lines.dropFirst().firstIndex { isFence(bytes[$0]) }
      self = close.map { .lines($0 + 1) } ?? .unclosed
    }
  }

  init(of bytes: [UInt8], _ lines: ArraySlice<Range<Int>>) {
    text = lines.map { plainCharacters(of: bytes[$0]) + "\n" }.joined()
    position = Position(line: 2, column: 1)
  }
}

/// `---`, and nothing after it but blanks.
private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
  let dash = UInt8(ascii: "-")
  let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
  return line.starts(with: [dash, dash, dash]) && line.dropFirst(3).allSatisfy(blanks.contains)
}
