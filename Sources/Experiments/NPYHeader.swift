// What stands before the values of a .npy file, and the values as it describes them.

struct NPYProblem: Error {
  let offset: Int
  let problem: FileFault.Problem
}

/// What the start of the file says about the rest.
struct NPYHeader {
  enum ValueType: String {
    case float64 = "<f8"
    case float32 = "<f4"
    case int32 = "<i4"
    case int64 = "<i8"

    var size: Int { self == .float64 || self == .int64 ? 8 : 4 }
  }

  let type: ValueType
  let isFortranOrder: Bool
  let rows: Int
  let columns: Int
  let start: Int

  init(_ bytes: [UInt8]) throws(NPYProblem) {
    guard bytes.starts(with: NPY.magic) else {
      throw NPYProblem(offset: 0, problem: .notNPY)
    }
    guard bytes.count >= 12 else { throw NPYProblem(offset: bytes.count, problem: .header) }
    let version = Int(bytes[6])
    guard (1...3).contains(version) else {
      throw NPYProblem(offset: 6, problem: .version(version))
    }
    // The length has two bytes in version 1 and four later.
    let width = version == 1 ? 2 : 4
    let length = (0..<width).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    start = 8 + width + length
    guard start <= bytes.count else {
      throw NPYProblem(offset: bytes.count, problem: .header)
    }
    let text = String(decoding: bytes[(8 + width)..<start], as: UTF8.self)
    let entries = try pythonDictionary(text, offset: 8 + width)
    let description = entries.first { $0.key == "descr" }?.value ?? ""
    guard let type = ValueType(rawValue: description) else {
      throw NPYProblem(offset: 8 + width, problem: .valueType(description))
    }
    self.type = type
    isFortranOrder = entries.contains { $0.key == "fortran_order" && $0.value == "True" }
    let shape = entries.first { $0.key == "shape" }?.value ?? ""
    (rows, columns) = try rowsAndColumns(shape, offset: 8 + width)
  }

  /// Where a value, counted row by row, lies in the file.
  func offset(ofValue index: Int) -> Int {
    let (row, column) = (index / columns, index % columns)
    return start + type.size * (isFortranOrder ? column * rows + row : index)
  }
}

// MARK: - The header's words

/// The entries of a flat Python dictionary: a string as its content, anything else as written.
private func pythonDictionary(
  _ text: String, offset: Int
) throws(NPYProblem) -> [(key: String, value: String)] {
  var rest = text.unicodeScalars[...]
  func skip(_ scalars: String) {
    while let next = rest.first, scalars.unicodeScalars.contains(next) { rest.removeFirst() }
  }
  /// A string in quotes, a tuple in brackets or a bare word.
  func token() -> String? {
    skip(" ")
    guard let first = rest.first else { return nil }
    let ends: (Unicode.Scalar) -> Bool
    switch first {
    case "'", "\"": ends = { $0 == first }
    case "(": ends = { $0 == ")" }
    default: ends = { ",}: ".unicodeScalars.contains($0) }
    }
    let isBare = first != "'" && first != "\"" && first != "("
    if !isBare { rest.removeFirst() }
    guard let end = rest.firstIndex(where: ends) else { return nil }
    let content = String(rest[..<end])
    rest = isBare ? rest[end...] : rest[rest.index(after: end)...]
    return content
  }
  var entries: [(key: String, value: String)] = []
  skip(" {")
  while let next = rest.first, next == "'" || next == "\"" {
    guard let key = token() else { break }
    skip(" :")
    guard let value = token() else { break }
    entries.append((key, value))
    skip(" ,")
  }
  guard rest.first == "}" else { throw NPYProblem(offset: offset, problem: .header) }
  return entries
}

private func rowsAndColumns(
  _ shape: String, offset: Int
) throws(NPYProblem) -> (rows: Int, columns: Int) {
  let parts = shape.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
  let sizes = parts.compactMap { Int($0) }
  guard sizes.count == parts.count, (1...2).contains(sizes.count), sizes.allSatisfy({ $0 >= 0 })
  else { throw NPYProblem(offset: offset, problem: .shape("(\(shape))")) }
  let columns = sizes.count == 2 ? sizes[1] : 1
  guard sizes[0] > 0, columns > 0 else { throw NPYProblem(offset: offset, problem: .noRows) }
  return (sizes[0], columns)
}

// MARK: - Values

extension NPYHeader {
  /// The values row by row.
  func values(in bytes: [UInt8]) throws(NPYProblem) -> [Double] {
    let (count, tooMany) = rows.multipliedReportingOverflow(by: columns)
    let (size, tooLarge) = count.multipliedReportingOverflow(by: type.size)
    guard !tooMany, !tooLarge else {
      throw NPYProblem(offset: start, problem: .shape("(\(rows), \(columns))"))
    }
    guard size == bytes.count - start else {
      throw NPYProblem(
        offset: start, problem: .length(bytes: bytes.count - start, expected: size))
    }
    let stored =
      switch type {
      case .float64: read(bytes, as: UInt64.self) { Double(bitPattern: $0) }
      case .float32: read(bytes, as: UInt32.self) { Double(Float(bitPattern: $0)) }
      case .int32: read(bytes, as: Int32.self) { Double($0) }
      case .int64: read(bytes, as: Int64.self) { Double($0) }
      }
    return isFortranOrder && columns > 1 ? turned(stored) : stored
  }

  /// The length was checked, so every load lies inside the bytes.
  private func read<Raw: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: [UInt8], as type: Raw.Type, _ value: (Raw) -> Double
  ) -> [Double] {
    bytes.withUnsafeBytes { raw in
      (0..<(rows * columns)).map { i in
        value(
          Raw(
            littleEndian: raw.loadUnaligned(
              fromByteOffset: start + i * MemoryLayout<Raw>.size, as: type)))
      }
    }
  }

  /// The values of some columns, row by row.
  func selecting(_ chosen: [Int], of values: [Double]) -> [Double] {
    (0..<rows).flatMap { row in chosen.map { values[row * columns + $0] } }
  }

  /// From column after column to row after row.
  private func turned(_ stored: [Double]) -> [Double] {
    var values = Array(repeating: 0.0, count: stored.count)
    for column in 0..<columns {
      for row in 0..<rows { values[row * columns + column] = stored[column * rows + row] }
    }
    return values
  }
}
