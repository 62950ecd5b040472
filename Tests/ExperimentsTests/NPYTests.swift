import Clustering
import Experiments
import Testing

/// A .npy file as numpy.save writes it.
private func npy(
  _ type: String, fortran: Bool = false, shape: String, version: UInt8 = 1, _ values: [UInt8]
) -> [UInt8] {
  let order = fortran ? "True" : "False"
  return npy(
    header: "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }",
    version: version, values)
}

private func npy(header text: String, version: UInt8 = 1, _ values: [UInt8] = []) -> [UInt8] {
  let width = version == 1 ? 2 : 4
  let used = 8 + width + text.utf8.count + 1
  let header = Array((text + String(repeating: " ", count: (64 - used % 64) % 64) + "\n").utf8)
  let length = (0..<width).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + header + values
}

private func littleEndian<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
  values.flatMap { value in
    (0..<(Value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

private func float64(_ values: [Double]) -> [UInt8] { littleEndian(values.map(\.bitPattern)) }

private func complaint(_ bytes: [UInt8]) -> String {
  do {
    _ = try NPY.read(bytes, path: "data.npy")
    return ""
  } catch {
    return error.description
  }
}

@Suite struct NPYTests {
  @Test(arguments: [1, 2, 3] as [UInt8])
  func `rows by columns, in every version of the format`(version: UInt8) throws {
    let bytes = npy("<f8", shape: "(3, 2)", version: version, float64([1, 2, 3, 4, 5, 6.5]))
    let table = try NPY.read(bytes, path: "data.npy").table
    #expect(table.columns == ["x1", "x2"])
    #expect(table.points.row(2) == [5, 6.5])
  }

  @Test func `columns before rows`() throws {
    let bytes = npy("<f8", fortran: true, shape: "(3, 2)", float64([1, 3, 5, 2, 4, 6]))
    #expect(try NPY.read(bytes, path: "data.npy").table.points.values == [1, 2, 3, 4, 5, 6])
  }

  @Test func `every type that is read`() throws {
    let files = [
      npy("<f4", shape: "(2, 1)", littleEndian([Float(-1.5).bitPattern, Float(2).bitPattern])),
      npy("<f8", shape: "(2, 1)", float64([-1.5, 2])),
      npy("<i4", shape: "(2, 1)", littleEndian([Int32(-7), 2])),
      npy("<i8", shape: "(2, 1)", littleEndian([Int64(-7), 2])),
    ]
    let values = try files.map { try NPY.read($0, path: "data.npy").table.points.values }
    #expect(values == [[-1.5, 2], [-1.5, 2], [-7, 2], [-7, 2]])
  }

  @Test func `one dimension is one column`() throws {
    let table = try NPY.read(npy("<f8", shape: "(3,)", float64([1, 2, 3])), path: "data.npy").table
    #expect(table.columns == ["x"])
    #expect(table.points.count == 3)
  }

  @Test(arguments: [
    ([], "byte 0: this is not a .npy file; write it with numpy.save"),
    (Array("PK\u{3}\u{4}".utf8), "byte 0: this is not a .npy file; write it with numpy.save"),
    (
      npy("<f8", shape: "(2, 2)", version: 9, []),
      "byte 6: version 9 of the format is not known; save with version 1, 2 or 3"
    ),
    (
      npy("<f8", shape: "(2, 2)", float64([1, 2, 3])),
      "byte 128: 24 bytes of values where the header promises 32; copy or write the file again"
    ),
    (
      npy(">f8", shape: "(1, 1)", float64([1])),
      "byte 10: values of type >f8; save with .astype('<f8') (also read: <f4, <i4, <i8)"
    ),
    (
      npy("|O", shape: "(1, 1)", []),
      "byte 10: values of type |O; save with .astype('<f8') (also read: <f4, <i4, <i8)"
    ),
    (
      npy("<f8", shape: "(1, 2, 3)", float64([1, 2, 3, 4, 5, 6])),
      "byte 10: shape (1, 2, 3); save rows × columns, or one column"
    ),
    (
      npy("<f8", shape: "(9223372036854775807, 9)", []),
      "byte 128: shape (9223372036854775807, 9); save rows × columns, or one column"
    ),
    (
      npy("<f8", shape: "(0, 2)", []), "byte 10: there are no rows; add at least one row of numbers"
    ),
    (
      npy("<f8", shape: "(1, 2)", float64([1, .nan])),
      "byte 136: row 1, column 2 is not a finite number; put a number, or take the row out"
    ),
    (
      npy(header: "{'descr': '<f8', 'shape': (1"),
      "byte 10: the header cannot be read; write the file again with numpy.save"
    ),
  ])
  func `a broken file says where and what to do`(bytes: [UInt8], sentence: String) {
    #expect(complaint(bytes) == "data.npy: " + sentence)
  }

  @Test func `a file cut anywhere is refused`() {
    let whole = npy("<f8", shape: "(3, 2)", float64([1, 2, 3, 4, 5, 6]))
    for count in 0..<whole.count {
      #expect(complaint(Array(whole.prefix(count))) != "", "cut after \(count) bytes")
    }
    #expect(complaint(whole) == "")
    #expect(complaint(whole + [0]) != "")
  }

  @Test func `a bad value of a file by columns is found by its row`() {
    let bytes = npy("<f8", fortran: true, shape: "(3, 2)", float64([1, 2, 3, 4, .infinity, 6]))
    #expect(complaint(bytes).contains("byte 160: row 2, column 2"))
  }

  @Test func `the ending tells the format`() throws {
    #expect(DataFileFormat(path: "a/b.CSV") == .csv)
    #expect(DataFileFormat(path: "b.npy") == .npy)
    #expect(DataFileFormat(path: "npy") == nil)
    #expect(DataFileFormat(path: "b.xlsx") == nil)
  }

  @Test func `where the ending tells nothing, the bytes do`() throws {
    let file = npy("<f8", shape: "(2,)", float64([1, 2]))
    #expect(try DataFile(bytes: file, path: "-").table.points.values == [1, 2])
    let text = Array("a\tb\n1\t2\n".utf8)
    #expect(try DataFile(bytes: text, path: "table.tsv").table.columns == ["a", "b"])
    let error = #expect(throws: ExperimentError.self) {
      try DataFile(bytes: [0x50, 0x4B, 3, 4, 0, 0], path: "b.xlsx")
    }
    #expect(
      error?.description
        == "b.xlsx: this is no text; export the table as .csv, or save it as .npy")
  }

  @Test func `columns that take no part may hold anything`() throws {
    let bytes = npy("<f8", shape: "(2, 3)", float64([1, .nan, 3, 4, 5, 6]))
    let chosen = try NPY.read(bytes, path: "data.npy", TableRequest(columns: .only(["x3", "x1"])))
    #expect(chosen.table.columns == ["x3", "x1"])
    #expect(chosen.table.points.values == [3, 1, 6, 4])
    let error = #expect(throws: ExperimentError.self) {
      try NPY.read(bytes, path: "data.npy", TableRequest(columns: .except(["x1"])))
    }
    #expect(error?.description.contains("row 1, column 2 is not a finite number") == true)
  }

  @Test func `names that are asked for in vain are remarked on`() throws {
    let bytes = npy("<f8", shape: "(1, 2)", float64([1, 2]))
    let file = try NPY.read(bytes, path: "data.npy", TableRequest(header: .names))
    #expect(
      file.notes.map(\.description) == ["a .npy file names no columns; the columns are x1, x2"])
  }
}
