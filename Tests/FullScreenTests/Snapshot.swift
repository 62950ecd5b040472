// A screen as a file that a person can read: the characters, which is all that a screen without
// colour shows, and below them the ink of every cell by a letter.

import Charts
import Foundation
import FullScreen
import Screen
import Tutoring

struct Snapshot {
  let name: String
  let size: Size
  let text: String

  init(_ shown: NamedScene, _ size: Size, glyphs: GlyphSet = .unicode) {
    name = "\(shown.name) \(size.width)x\(size.height)"
    self.size = size
    let surface = FullScreen(size: size, glyphs: glyphs).draw(shown.scene).surface
    let rows = surface.rows + [Self.divider] + surface.inkRows
    text = rows.joined(separator: "\n") + "\n"
  }

  static let divider = "==== inks: a accent, g good, w warning, x bad, m muted, digits groups ===="
}

extension Surface {
  /// One letter a cell: its ink, in capitals where it is bold. Empty for plain.
  fileprivate var inkRows: [String] {
    (0..<height).map { y in
      var row = (0..<width).map { self[$0, y]?.inkLetter ?? " " }
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }
}

extension Cell {
  fileprivate var inkLetter: Character {
    guard character != " " else { return " " }
    let letter =
      switch style.foreground {
      case .plain: style.bold ? "b" : style.underline ? "_" : style.reverse ? "r" : " "
      case .muted: "m"
      case .accent: "a"
      case .good: "g"
      case .warning: "w"
      case .bad: "x"
      case .cluster(let index): "\(index % 10)"
      }
    return Character(style.bold ? letter.uppercased() : letter)
  }
}

// MARK: - Files

extension Snapshot {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  static var isRecording: Bool { ProcessInfo.processInfo.environment["CENTROID_RECORD"] == "1" }

  private var file: URL {
    Self.folder.appending(
      path: String(name.map { $0 == " " || $0 == "/" ? "-" : $0 }) + ".txt")
  }

  static func fileNames() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  var fileName: String { file.lastPathComponent }

  /// Nil where nothing was recorded yet.
  func recorded() -> String? { try? String(contentsOf: file, encoding: .utf8) }

  func record() throws {
    try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
