// Every chart as it is drawn, at two sizes and with every set of characters, in files that are
// read beside the code. After a change that is meant, record them again and look at what changed:
//
//     CENTROID_RECORD=1 swift test -c release --disable-testable-imports --filter ChartsTests

import Charts
import Foundation
import Screen
import Testing

@Suite struct SnapshotTests {
  static let sizes = [Size(width: 60, height: 14), Size(width: 34, height: 9)]

  @Test(arguments: Sample.all.map(\.name))
  func `a chart is drawn as it was`(name: String) throws {
    let chart = try #require(Sample.all.first { $0.name == name }?.chart)
    var pictures: [String] = []
    for glyphs in GlyphSet.allCases {
      for size in Self.sizes {
        let text = draw(chart, size: size, glyphs: glyphs).text
        let isKnown = glyphs == .braille && text == draw(chart, size: size).text
        pictures.append(
          "\(glyphs), \(size.width) x \(size.height)\n\n\(isKnown ? "as in unicode" : text)\n")
      }
    }
    let words = (sentences(for: chart) + [""] + plainLines(for: chart)).joined(separator: "\n")
    try compare(pictures.joined(separator: "\n") + "\nIn words\n\n" + words + "\n", to: name)
  }

  private func compare(_ text: String, to name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots/\(name).txt")
    if ProcessInfo.processInfo.environment["CENTROID_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "\(name) is drawn otherwise than in Snapshots/\(name).txt")
  }

  @Test(arguments: Sample.all.map(\.name))
  func `in ASCII nothing but ASCII is drawn, and Braille only where it is wanted`(
    name: String
  ) throws {
    let chart = try #require(Sample.all.first { $0.name == name }?.chart)
    for size in Self.sizes {
      #expect(isASCII(draw(chart, size: size, glyphs: .ascii).text))
      #expect(!hasBraille(draw(chart, size: size, glyphs: .unicode).text))
    }
  }

  @Test func `links, trails, curves and branches are dots in Braille, and points stay letters`() {
    for (name, chart) in Sample.all {
      let text = draw(chart, size: Self.sizes[0], glyphs: .braille).text
      let isOfLines = ["links", "trails", "line", "lines", "curve", "dendrogram"].contains(name)
      #expect(hasBraille(text) == isOfLines, "\(name)")
    }
    let links = draw(.scatter(Sample.links), size: Self.sizes[0], glyphs: .braille).text
    for letter in "abcABC" { #expect(links.contains(letter)) }
  }

  @Test func `no chart needs colour: the same text stands in every style`() {
    for (name, chart) in Sample.all {
      let surface = draw(chart, size: Self.sizes[0])
      for y in 0..<surface.height {
        for x in 0..<surface.width {
          guard let cell = surface[x, y], case .cluster = cell.style.foreground else { continue }
          #expect(cell.character != " ", "\(name): colour alone at \(x), \(y)")
        }
      }
    }
  }
}

func isASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 < 0x80 }
}

private func hasBraille(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
}
