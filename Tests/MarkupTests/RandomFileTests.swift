import Markup
import Testing

/// Whatever the bytes, reading ends with a refusal or with places that exist in the file.
@Suite struct RandomFileTests {
  @Test(arguments: 0..<300)
  func `places of random Markdown are inside the file`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let bytes = seed % 3 == 0 ? noise(&random) : markdown(&random)
    do throws(MarkupError) {
      let document = try Document(parsing: bytes)
      let lines = lineLengths(of: bytes)
      for place in places(in: document.blocks) + document.mistakes.map(\.position) {
        let isInside = place.line >= 1 && place.line <= max(lines.count, 1)
        #expect(isInside, "seed \(seed): line of \(place)")
        guard isInside, lines.indices.contains(place.line - 1) else { continue }
        #expect(
          place.column >= 1 && place.column <= lines[place.line - 1] + 1,
          "seed \(seed): column of \(place)")
      }
    } catch {
      #expect(!error.mistakes.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<300)
  func `a code span is found at its place`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let pieces = [
      "words ", "é ", "*x* ", "\\\n", "\n", "  \n", "\n > ", "\n\n- ", "\n\n> ", "\n\n## ",
    ]
    var page = "a "
    for number in 0..<30 {
      page += pieces[random.next(below: pieces.count)] + "b `c\(number)` "
    }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    for (code, place) in spans(in: try Document(parsing: page).blocks) {
      let tail = lines[place.line - 1].dropFirst(place.column - 1)
      #expect(tail.starts(with: code.utf8), "seed \(seed): \(code) at \(place) of\n\(page)")
    }
  }

  private func noise(_ random: inout SplitMix) -> [UInt8] {
    (0..<random.next(below: 400)).map { _ in UInt8(random.next(below: 256)) }
  }

  private func markdown(_ random: inout SplitMix) -> [UInt8] {
    let pieces = [
      "> ", "- ", "1. ", "```", "~~~", "\n", "\n", "\r\n", "\r", "\t", "    ", "`", "*", "_", "[",
      "](",
      ")", "![", "<b", ">", "<!--", "# ", "===", "---", "\\", "&#27;", "é", "word", " ",
      "[a]: /b\n", "\u{0}",
    ]
    return (0..<random.next(below: 200)).flatMap { _ in
      Array(pieces[random.next(below: pieces.count)].utf8)
    }
  }

  private func lineLengths(of bytes: [UInt8]) -> [Int] {
    String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }.map(\.utf8.count)
  }

  private func places(in blocks: [Block]) -> [Position] {
    blocks.flatMap { block in
      [block.position, block.end]
        + {
          switch block.kind {
          case .heading(_, let inlines), .paragraph(let inlines): places(in: inlines)
          case .quote(let blocks): places(in: blocks)
          case .list(let list): list.items.flatMap { places(in: $0.blocks) }
          case .code(let code): code.lineStarts
          case .thematicBreak, .html: []
          }
        }()
    }
  }

  private func places(in inlines: [Inline]) -> [Position] {
    inlines.flatMap { inline in
      [inline.position]
        + {
          switch inline.kind {
          case .emphasis(let inside), .strong(let inside), .link(_, _, let inside),
            .image(_, _, let inside):
            places(in: inside)
          default: []
          }
        }()
    }
  }

  private func spans(in blocks: [Block]) -> [(String, Position)] {
    blocks.flatMap { block -> [(String, Position)] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        inlines.compactMap { inline in
          if case .code(let text) = inline.kind { (text, inline.position) } else { nil }
        }
      case .quote(let blocks): spans(in: blocks)
      case .list(let list): list.items.flatMap { spans(in: $0.blocks) }
      default: []
      }
    }
  }
}

/// SplitMix64: the same numbers on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
