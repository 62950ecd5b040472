import Screen
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("k-means", 7), ("é", 1), ("e\u{301}", 1), ("世界", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("─│┼█▏·…", 7), ("🙂", 2), ("❤\u{FE0F}", 1), ("ｶ", 1), ("Ａ", 2),
    ("क्षि", 3), ("a\u{AD}b", 2), ("a\u{200B}b", 2), ("🇩🇪", 2),
  ])
  func `a text is as wide as the cells it occupies`(text: String, width: Int) {
    #expect(TextWidth.width(of: text) == width)
  }

  @Test func `a joined emoji is as wide as the pieces that a terminal draws`() {
    #expect(TextWidth.width(of: "👩‍💻") == 4)
    #expect(TextWidth.sanitised("👩‍💻") == "👩💻")
  }

  @Test func `the width of a text is the width of its glyphs, for every block of Unicode`() {
    for value in stride(from: UInt32(0), to: 0x30000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(Character(scalar)) + "b"
      let glyphs = TextWidth.glyphs(of: text)
      #expect(glyphs.allSatisfy { $0.width == 1 || $0.width == 2 }, "U+\(value)")
      #expect(
        TextWidth.width(of: TextWidth.sanitised(text)) == TextWidth.width(of: text), "U+\(value)")
    }
  }

  @Test func `a text that is too long ends in an ellipsis and never in half a character`() {
    #expect(TextWidth.fitting("silhouette", 10) == "silhouette")
    #expect(TextWidth.fitting("silhouette", 6) == "silho…")
    #expect(TextWidth.fitting("世界世界", 4) == "世…")
    #expect(TextWidth.fitting("abc", 0) == "")
    #expect(TextWidth.fitting("abc", -3) == "")
  }

  @Test func `padding brings every text to the same width`() {
    #expect(TextWidth.padded("世", 4) == "世  ")
    #expect(TextWidth.rightAligned("0.6", 5) == "  0.6")
    #expect(TextWidth.padded("inertia", 4) == "ine…")
  }
}

@Suite struct SanitisingTests {
  @Test(arguments: [
    ("red\u{1B}[31m", "red\u{FFFD}[31m"), ("bell\u{7}", "bell\u{FFFD}"),
    ("\u{9B}2J", "\u{FFFD}2J"), ("del\u{7F}", "del\u{FFFD}"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"), ("a\tb", "a b"), ("a\r\nb", "a  b"),
    ("a\u{2028}b", "a b"),
    ("nul\0", "nul\u{FFFD}"),
  ])
  func `a control character becomes a visible stand-in`(text: String, shown: String) {
    #expect(TextWidth.sanitised(text) == shown)
  }

  @Test func `a tower of marks is cut to what a cell can hold`() {
    let tower = "a" + String(repeating: "\u{301}", count: 1000)
    #expect(TextWidth.sanitised(tower).unicodeScalars.count == 4)
  }

  @Test func `a mark without a base is left out`() {
    #expect(TextWidth.sanitised("\u{301}a") == "a")
    #expect(TextWidth.sanitised("x\u{1161}") == "x")
  }

  @Test func `nothing that could steer a terminal reaches a surface`() {
    for value in UInt32(0)..<0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var surface = Surface(width: 4, height: 1)
      surface.write("a" + String(Character(scalar)), at: 0, 0)
      for drawn in surface.text.unicodeScalars {
        let isControl = drawn.value < 0x20 || (0x7F..<0xA0).contains(drawn.value)
        #expect(!isControl && drawn.properties.generalCategory != .format, "U+\(value)")
      }
    }
  }

  @Test func `each ASCII stand-in takes one cell`() {
    for character in "─│┌┤█▏·…▸●✓×“é世🙂\u{FFFD}" {
      #expect(asciiStandIn(for: character).isASCII, "\(character)")
    }
    #expect(asciiStandIn(for: "é") == "e")
    #expect(asciiStandIn(for: "│") == "|")
    #expect(asciiStandIn(for: "世") == "?")
  }
}
