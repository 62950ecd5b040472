/// A file cut into lines, checked at the door: its size, its encoding, its control characters.
/// Lines end the way cmark ends them (`\n`, `\r\n` or a lone `\r`), so both count alike.
struct Source {
  let bytes: [UInt8]
  /// The bytes of each line, without its end.
  let lines: [Range<Int>]
  let frontMatter: FrontMatter?
  /// How many lines front matter takes, fences included: cmark never sees them.
  let linesBeforeBody: Int
  /// The control characters of the file, at most `limits.mistakes` of them.
  let mistakes: [Mistake]

  init(_ file: [UInt8], limits: Limits) throws(MarkupError) {
    guard file.count <= limits.fileBytes else {
      let kind = Mistake.Kind.fileTooLarge(bytes: file.count, limit: limits.fileBytes)
      throw MarkupError([Mistake(kind, at: Position(line: 1, column: 1))])
    }
    let mark = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes = Array(file.dropFirst(mark))
    lines = lineRanges(of: bytes)

    var fatal = longLines(lines, limits: limits)
    if let byte = firstByteThatIsNotUTF8(in: bytes) {
      fatal.append(Mistake(.notUTF8(byte: byte + mark), at: place(ofByte: byte, in: lines)))
    }
    let top = FrontMatter.Extent(of: bytes, lines: lines)
    if top == .unclosed {
      fatal.append(Mistake(.unclosedFrontMatter, at: Position(line: 1, column: 1)))
    }
    guard fatal.isEmpty else { throw MarkupError(fatal) }

    linesBeforeBody = top.lineCount
    frontMatter = top.lineCount == 0 ? nil : FrontMatter(of: bytes, lines[1..<top.lineCount - 1])
    mistakes = controlCharacters(of: bytes, lines: lines, atMost: limits.mistakes)
  }

  /// What cmark reads: every line after the front matter, each ended by a newline.
  var body: [UInt8] {
    Array(lines.dropFirst(linesBeforeBody).map { bytes[$0] }.joined(separator: [0x0A])) + [0x0A]
  }

  /// The bytes of a line counted from 1, without its end; nothing for a line outside the file.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(number - 1) ? bytes[lines[number - 1]] : []
  }

  /// The nearest place that exists.
  func clamped(_ position: Position) -> Position {
    let number = min(max(position.line, 1), max(lines.count, 1))
    return Position(
      line: number, column: min(max(position.column, 1), line(number).count + 1))
  }
}

private func lineRanges(of bytes: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    guard byte == 0x0A || byte == 0x0D else {
      index += 1
      continue
    }
    lines.append(start..<index)
    let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
    start = index
  }
  if start < bytes.count { lines.append(start..<bytes.count) }
  return lines
}

private func longLines(_ lines: [Range<Int>], limits: Limits) -> [Mistake] {
  let long = lines.indices.lazy.filter { lines[$0].count > limits.lineBytes }
  return long.prefix(limits.mistakes).map { index in
    Mistake(
      .lineTooLong(bytes: lines[index].count, limit: limits.lineBytes),
      at: Position(line: index + 1, column: 1))
  }
}

private func firstByteThatIsNotUTF8(in bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var parser = UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &rest) {
    case .valid(let scalar): offset += scalar.count
    case .error: return offset
    case .emptyInput: return nil
    }
  }
}

private func place(ofByte byte: Int, in lines: [Range<Int>]) -> Position {
  let index = lines.lastIndex { $0.lowerBound <= byte } ?? 0
  let start = lines.indices.contains(index) ? lines[index].lowerBound : 0
  return Position(line: index + 1, column: byte - start + 1)
}
