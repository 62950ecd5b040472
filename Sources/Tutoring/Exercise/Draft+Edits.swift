// Editing a text: enough for a few paragraphs, and nothing to learn.

extension Draft {
  /// A draft is an answer, not a book.
  private static let limit = 20_000

  /// - Returns: what has to be said about it: a text that is too long is kept as far as it fits.
  mutating func take(_ edit: Edit) -> String? {
    let room = max(0, Self.limit - text.count)
    apply(edit)
    guard case .insert(let new) = edit, new.count > room else { return nil }
    return "An answer has room for \(Self.limit) characters. Not kept are the last "
      + "\(new.count - room) of what came now."
  }

  mutating func apply(_ edit: Edit) {
    cursor = min(max(0, cursor), text.count)
    switch edit {
    case .insert(let new): insert(new)
    case .erase: erase(at: cursor - 1)
    case .eraseForward: erase(at: cursor)
    case .eraseLine: eraseLine()
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .up: move(lines: -1)
    case .down: move(lines: 1)
    case .lineStart: cursor = lineStarts.last { $0 <= cursor } ?? 0
    case .lineEnd: cursor = lineEnd(from: cursor)
    case .place(let offset): cursor = min(max(0, offset), text.count)
    }
  }

  private mutating func insert(_ new: String) {
    let room = max(0, Self.limit - text.count)
    let new = String(new.prefix(room))
    text.insert(contentsOf: new, at: text.index(text.startIndex, offsetBy: cursor))
    cursor += new.count
  }

  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// What is committed: the text without the blanks and empty lines around it.
  var answer: String {
    let end = text.reversed().drop(while: \.isWhitespace)
    return String(String(end.reversed()).drop(while: \.isWhitespace))
  }

  private mutating func erase(at offset: Int) {
    guard offset >= 0, offset < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: offset))
    cursor = offset
  }

  private mutating func eraseLine() {
    if lineStarts.contains(cursor), cursor == lineEnd(from: cursor) { erase(at: cursor - 1) }
    let start = lineStarts.last { $0 <= cursor } ?? 0
    let lines = text.dropFirst(lineEnd(from: cursor))
    text = String(text.prefix(start)) + lines
    cursor = start
  }

  /// Offsets of the first character of each line.
  private var lineStarts: [Int] {
    [0] + text.enumerated().filter { $0.element == "\n" }.map { $0.offset + 1 }
  }

  private func lineEnd(from offset: Int) -> Int {
    let rest = text.dropFirst(offset).prefix { $0 != "\n" }
    return offset + rest.count
  }

  /// Up and down keep the column where the line is long enough.
  private mutating func move(lines step: Int) {
    let starts = lineStarts
    let line = starts.lastIndex { $0 <= cursor } ?? 0
    guard starts.indices.contains(line + step) else { return }
    let column = cursor - starts[line]
    let start = starts[line + step]
    cursor = min(start + column, lineEnd(from: start))
  }
}
