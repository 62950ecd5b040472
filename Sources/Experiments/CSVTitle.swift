// Lines above the header, as exports often have them: "Report of May 2026". They are not skipped,
// for nobody said so, but one sentence tells where the header seems to be.

enum CSVTitle {
  /// More is no title, and fewer lines below it are no table.
  private static let mostLines = 10
  private static let fewestRows = 2
  private static let linesLookedAt = 60

  /// The mistake that explains all others; nil where the first line may be the header.
  static func fault(in bytes: [UInt8], path: String) -> FileFault? {
    // A first line sep=; says itself what parts the cells.
    guard CSVLines(bytes).position <= 3 else { return nil }
    for separator in [UInt8.semicolon, .tab, .comma] {
      if let header = header(in: CSVLines(bytes, separator: separator)) {
        return FileFault(
          path: path, place: .line(header.line, column: 1),
          problem: .titleAbove(cells: header.cells))
      }
    }
    return nil
  }

  private static func header(in lines: CSVLines) -> (line: Int, cells: Int)? {
    var lines = lines
    var cells: [CSVCell] = []
    var met: [(line: Int, cells: Int, isHeader: Bool)] = []
    while met.count < linesLookedAt, (try? lines.next(&cells)) == true {
      met.append((lines.line, cells.count, CSVHead(cells, in: lines).isHeader))
    }
    guard let last = met.last, last.cells > 1,
      let title = met.lastIndex(where: { $0.cells != last.cells }),
      title < mostLines, met.count - title - 2 >= fewestRows, met[title + 1].isHeader,
      met[...title].allSatisfy({ $0.cells != last.cells })
    else { return nil }
    return (met[title + 1].line, last.cells)
  }
}
