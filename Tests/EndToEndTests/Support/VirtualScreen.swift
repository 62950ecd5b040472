// What a terminal would show: just as much of it as ncurses uses with the terminals that the tests
// name. Anything else that arrives is kept in `strange`, so that a test fails instead of guessing.

struct VirtualScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  private var cells: [[Character]]
  private(set) var cursor = (x: 0, y: 0)
  /// Where the cursor was when the program asked to keep its place.
  private var saved = (x: 0, y: 0)
  private var region: ClosedRange<Int>
  private var pending: [UInt8] = []
  private(set) var strange: [String] = []
  /// What the program asked of the terminal and was not answered yet: "11;?", "c".
  private(set) var questions: [String] = []
  /// Every colour that letters were ever written in, by its number.
  private(set) var inks: Set<Int> = []
  private var last: Character = " "
  /// A VT100 stays on the last column until the next character comes.
  private var wrapsNext = false

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// The rows, without the spaces at their ends.
  var lines: [String] {
    cells.map { row in
      var row = row[...]
      while row.last == " " { row.removeLast() }
      return String(row.filter { $0 != VirtualScreen.continuation })
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Another size, as a terminal does it that moves its text about: nothing stays in place.
  mutating func resize(columns: Int, rows: Int) {
    let (strange, questions, inks) = (strange, questions, inks)
    self = VirtualScreen(columns: columns, rows: rows)
    (self.strange, self.questions, self.inks) = (strange, questions, inks)
    cells = Array(repeating: Array(repeating: "~", count: columns), count: rows)
  }

  /// The questions so far, which count as answered from now on.
  mutating func takeQuestions() -> [String] {
    defer { questions = [] }
    return questions
  }

  /// Stands in the second cell of a wide character.
  private static let continuation: Character = "\u{0}"
}

// MARK: - Bytes

extension VirtualScreen {
  mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let used = consume(pending[index...]) { index += used }
    pending.removeFirst(index)
  }

  /// The number of bytes understood; nil when more must come first.
  private mutating func consume(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x00, 0x07, 0x0E, 0x0F: return 1
    case 0x08: cursor.x = max(0, cursor.x - 1); wrapsNext = false; return 1
    case 0x09:
      cursor.x = min(columns - 1, (cursor.x / 8 + 1) * 8)
      wrapsNext = false
      return 1
    case 0x0A: lineFeed(); return 1
    case 0x0D: cursor.x = 0; wrapsNext = false; return 1
    default: return character(bytes, first)
    }
  }

  private mutating func character(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> Int? {
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return nil }
    put(Character(String(decoding: bytes.prefix(length), as: UTF8.self)))
    return length
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    guard bytes.count >= 2 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "]"): return command(bytes)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count >= 3 ? 3 : nil
    case UInt8(ascii: "M"): reverseLineFeed(); return 2
    case UInt8(ascii: "D"): lineFeed(); return 2
    case UInt8(ascii: "7"): saved = cursor; return 2
    case UInt8(ascii: "8"):
      cursor = saved
      wrapsNext = false
      return 2
    case UInt8(ascii: "="), UInt8(ascii: ">"): return 2
    default:
      strange.append("escape \(bytes[1])")
      return 2
    }
  }

  /// A command to the terminal itself, ended by a bell or by `ESC \`.
  private mutating func command(_ bytes: [UInt8]) -> Int? {
    guard let end = bytes.dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      return nil
    }
    let text = String(decoding: bytes[2..<end], as: UTF8.self)
    if text.hasSuffix("?") { questions.append(text) }
    if bytes[end] == 0x07 { return end + 1 }
    return bytes.count > end + 1 ? end + 2 : nil
  }

  private mutating func control(_ bytes: [UInt8]) -> Int? {
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let text = String(decoding: bytes[2..<end], as: UTF8.self).filter { $0 != "$" }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    perform(Character(Unicode.Scalar(bytes[end])), numbers, isPrivate: text.hasPrefix("?"))
    return end + 1
  }

  private mutating func perform(_ final: Character, _ numbers: [Int], isPrivate: Bool) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    if "ABCDHfJKGdXPLM@".contains(final) { wrapsNext = false }
    switch final {
    case "A": cursor.y = max(0, cursor.y - count)
    case "B": cursor.y = min(rows - 1, cursor.y + count)
    case "C": cursor.x = min(columns - 1, cursor.x + count)
    case "D": cursor.x = max(0, cursor.x - count)
    case "H", "f":
      cursor.y = min(rows - 1, count - 1)
      cursor.x = min(columns - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "J": erase(first, lines: true)
    case "K": erase(first, lines: false)
    case "r" where !isPrivate:
      let top = count - 1
      let bottom = (numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows) - 1
      region = min(top, rows - 1)...min(max(top, bottom), rows - 1)
      cursor = (0, 0)
    case "G": cursor.x = min(columns, count) - 1
    case "d": cursor.y = min(rows, count) - 1
    case "X": for x in cursor.x..<min(columns, cursor.x + count) { cells[cursor.y][x] = " " }
    case "P", "@": shift(by: final == "P" ? -count : count)
    case "L", "M": shiftLines(by: final == "M" ? -count : count, from: cursor.y)
    case "S", "T": shiftLines(by: final == "S" ? -count : count, from: region.lowerBound)
    case "b": for _ in 0..<count { put(last) }
    case "c" where !isPrivate: questions.append("c")
    case "m": paint(numbers)
    case "h", "l", "p", "t", "c": break
    default: strange.append("control \(final) \(numbers)")
    }
  }
}

// MARK: - Cells

extension VirtualScreen {
  private mutating func put(_ character: Character) {
    let width = Self.width(of: character)
    guard width > 0 else { return join(character) }
    if wrapsNext || cursor.x + width > columns {
      cursor.x = 0
      lineFeed()
    }
    wrapsNext = false
    last = character
    cells[cursor.y][cursor.x] = character
    if width == 2 { cells[cursor.y][cursor.x + 1] = Self.continuation }
    if cursor.x + width < columns { cursor.x += width } else { wrapsNext = true }
  }

  /// A mark that belongs to the character before it.
  private mutating func join(_ mark: Character) {
    let x = wrapsNext ? cursor.x : cursor.x - 1
    guard x >= 0 else { return }
    cells[cursor.y][x] = Character(String(cells[cursor.y][x]) + String(mark))
  }

  private mutating func lineFeed() {
    wrapsNext = false
    guard cursor.y == region.upperBound else {
      cursor.y = min(rows - 1, cursor.y + 1)
      return
    }
    cells.remove(at: region.lowerBound)
    cells.insert(Self.blank(columns), at: region.upperBound)
  }

  /// Characters from the cursor on go to the right, or to the left where they go over others.
  private mutating func shift(by count: Int) {
    let tail = cells[cursor.y][cursor.x...]
    let gap = Array(repeating: Character(" "), count: min(abs(count), tail.count))
    let shifted =
      count > 0 ? gap + tail.dropLast(gap.count) : Array(tail.dropFirst(gap.count)) + gap
    cells[cursor.y].replaceSubrange(cursor.x..., with: shifted)
  }

  /// Lines from `top` on go down, or up, as far as the region that scrolls.
  private mutating func shiftLines(by count: Int, from top: Int) {
    guard region.contains(top) else { return }
    for _ in 0..<min(abs(count), rows) {
      cells.remove(at: count < 0 ? top : region.upperBound)
      cells.insert(Self.blank(columns), at: count < 0 ? region.upperBound : top)
    }
  }

  private mutating func paint(_ numbers: [Int]) {
    var rest = numbers[...]
    while let first = rest.popFirst() {
      switch first {
      case 30...37: inks.insert(first - 30)
      case 90...97: inks.insert(first - 90 + 8)
      case 38, 48:
        let number = rest.dropFirst().first
        if first == 38, rest.first == 5, let number { inks.insert(number) }
        rest = rest.dropFirst(2)
      default: break
      }
    }
  }

  private mutating func reverseLineFeed() {
    guard cursor.y == region.lowerBound else {
      cursor.y = max(0, cursor.y - 1)
      return
    }
    cells.remove(at: region.upperBound)
    cells.insert(Self.blank(columns), at: region.lowerBound)
  }

  private mutating func erase(_ part: Int, lines: Bool) {
    let row = cursor.y
    switch part {
    case 0:
      for x in cursor.x..<columns { cells[row][x] = " " }
      if lines { for y in (row + 1)..<max(rows, row + 1) { cells[y] = Self.blank(columns) } }
    case 1:
      for x in 0...cursor.x { cells[row][x] = " " }
      if lines { for y in 0..<row { cells[y] = Self.blank(columns) } }
    default:
      for y in lines ? 0..<rows : row..<(row + 1) { cells[y] = Self.blank(columns) }
    }
  }

  private static func blank(_ columns: Int) -> [Character] {
    Array(repeating: " ", count: columns)
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
