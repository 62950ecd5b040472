// The learner's own table from a .npy file. What is not finite is a gap there too.

import Clustering

extension OwnTable {
  init(npy bytes: [UInt8], path: String) throws(ExperimentError) {
    let header: NPYHeader
    var values: [Double]
    do throws(NPYProblem) {
      header = try NPYHeader(bytes)
      values = try header.values(in: bytes)
    } catch {
      throw .file([FileFault(path: path, place: .byte(error.offset), problem: error.problem)])
    }
    guard header.columns <= OwnTable.mostColumns else {
      let problem = FileFault.Problem.moreColumns(header.columns, than: OwnTable.mostColumns)
      throw .file([FileFault(path: path, place: .file, problem: problem)])
    }
    var tallies = Array(repeating: OwnTally(), count: header.columns)
    for index in values.indices {
      let (row, column) = index.quotientAndRemainder(dividingBy: header.columns)
      let value = values[index]
      if value.isFinite {
        tallies[column].add(value)
        if value.magnitude > Points.largestMagnitude, tallies[column].tooLarge == nil {
          tallies[column].tooLarge = OwnColumn.Gap(row: row, line: nil, text: "\(value)")
        }
        continue
      }
      tallies[column].gaps += 1
      tallies[column].firstGap =
        tallies[column].firstGap ?? OwnColumn.Gap(row: row, line: nil, text: "\(value)")
      values[index] = .nan
    }
    let names = generatedNames(header.columns)
    let columns = names.indices.map { index in
      OwnColumn(names[index], at: index, tallies[index], nil, rows: header.rows, values)
    }
    self.init(
      path: path, rows: header.rows, columns: columns, values: values, bytes: bytes, notes: [])
  }
}
