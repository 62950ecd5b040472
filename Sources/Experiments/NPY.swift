// NumPy's .npy files: a magic word, a header in the words of Python, then the plain values.
//
//     93 'NUMPY' major minor | length of the header | {'descr': '<f8', ...} | values
//
// Read are little-endian floats and whole numbers of 4 and 8 bytes, in the order of rows (C) or
// of columns (Fortran), with one or two dimensions; one dimension is one column.
//
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

import Clustering

package enum NPY {
  /// What every file begins with.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The table of a .npy file; its columns are named x1, x2, ...
  package static func read(
    _ bytes: [UInt8], path: String, _ request: TableRequest = TableRequest()
  ) throws(ExperimentError) -> DataFile {
    var values: [Double]
    let header: NPYHeader
    do throws(NPYProblem) {
      header = try NPYHeader(bytes)
      values = try header.values(in: bytes)
    } catch {
      throw fault(path, at: .byte(error.offset), error.problem)
    }
    let names = generatedNames(header.columns)
    let chosen = try columns(request.columns, among: names, path: path)
    if request.columns != .all { values = header.selecting(chosen, of: values) }
    try check(values, of: chosen, header, path: path)
    let columns = chosen.map { names[$0] }
    return DataFile(
      table: try Table(
        columns: columns, units: columns.map { _ in "" }, values: values, kinds: nil),
      hasNames: false, notes: request.header == .names ? [.noHeader(columns: names)] : [])
  }

  private static func columns(
    _ choice: ColumnChoice, among names: [String], path: String
  ) throws(ExperimentError) -> [Int] {
    do throws(ColumnProblem) {
      return try choice.indices(in: names, areGiven: false)
    } catch {
      throw fault(path, at: .file, error.problem)
    }
  }

  /// Refuses the first value, of the columns that take part, that is no number for points.
  private static func check(
    _ values: [Double], of columns: [Int], _ header: NPYHeader, path: String
  ) throws(ExperimentError) {
    guard let bad = values.firstIndex(where: { !($0.magnitude <= Points.largestMagnitude) })
    else { return }
    let (row, column) = (bad / columns.count, columns[bad % columns.count])
    throw fault(
      path, at: .byte(header.offset(ofValue: row * header.columns + column)),
      values[bad].isFinite ? .tooLarge : .notFiniteValue(row: row + 1, column: column + 1))
  }

  private static func fault(
    _ path: String, at place: FileFault.Place, _ problem: FileFault.Problem
  ) -> ExperimentError {
    .file([FileFault(path: path, place: place, problem: problem)])
  }
}
