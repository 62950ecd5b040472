// A draft broken into the rows that stand in the editor. Up and down go by these rows, so the
// place of every character is known here, and only here.

import Screen
import Tutoring

struct WrappedDraft {
  struct Row {
    /// The offset of its first character in the draft.
    let start: Int
    let characters: [Character]
    /// The line of the draft goes on in the next row.
    let goesOn: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var cursor = (row: 0, column: 0)
  let words: Int

  init(_ draft: Draft, width: Int) {
    words = draft.text.split { $0 == " " || $0 == "\n" }.count
    var start = 0
    for line in draft.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let characters = Array(line)
      add(characters, from: start, width: max(2, width))
      start += characters.count + 1
    }
    place(cursor: min(max(0, draft.cursor), start - 1))
  }

  /// The character of a row that is nearest to the column of the cursor; nil without the row.
  func offset(inRow index: Int) -> Int? {
    guard rows.indices.contains(index) else { return nil }
    let row = rows[index]
    var column = 0
    var offset = 0
    while offset < row.characters.count, column + cells(row.characters[offset]) <= cursor.column {
      column += cells(row.characters[offset])
      offset += 1
    }
    // Behind the last character of a row that goes on is already the next row.
    return row.start + (row.goesOn ? min(offset, row.characters.count - 1) : offset)
  }

  private mutating func place(cursor offset: Int) {
    guard let index = rows.lastIndex(where: { $0.start <= offset }) else { return }
    let before = rows[index].characters.prefix(offset - rows[index].start)
    cursor = (index, before.reduce(0) { $0 + cells($1) })
  }
}

// MARK: - Breaking lines

extension WrappedDraft {
  /// Adds a line of the draft in as many rows as it needs.
  private mutating func add(_ line: [Character], from start: Int, width: Int) {
    var begin = 0
    for end in breaks(of: line, width: width) {
      rows.append(
        Row(
          start: start + begin, characters: Array(line[begin..<end]), goesOn: end < line.count))
      begin = end
    }
  }

  /// Where each row ends: after a space if there is one, else where the row is full. Spaces
  /// at the end of a row hang over its edge.
  private func breaks(of line: [Character], width: Int) -> [Int] {
    var ends: [Int] = []
    var begin = 0
    var afterSpace = 0
    var used = 0
    for (index, character) in line.enumerated() {
      if character != " ", used + cells(character) > width {
        let end = afterSpace > begin ? afterSpace : index
        ends.append(end)
        begin = end
        used = line[begin..<index].reduce(0) { $0 + cells($1) }
      }
      used += cells(character)
      if character == " " { afterSpace = index + 1 }
    }
    return ends + [line.count]
  }

  private func cells(_ character: Character) -> Int {
    character.isASCII ? 1 : TextWidth.width(of: character)
  }
}
