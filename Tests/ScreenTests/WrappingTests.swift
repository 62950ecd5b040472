import Screen
import Testing

@Suite struct WrappingTests {
  @Test func `lines break at spaces and lose the spaces at the break`() {
    #expect(
      wrap("Points that are near belong together.", width: 14)
        == ["Points that", "are near", "belong", "together."])
  }

  @Test func `a line that just fits is not broken`() {
    #expect(wrap("nearest center", width: 14) == ["nearest center"])
  }

  @Test func `a word longer than a line is broken where the line ends`() {
    #expect(wrap("an agglomerative fit", width: 6) == ["an", "agglom", "erativ", "e fit"])
  }

  @Test func `the first line is indented apart from the others`() {
    #expect(
      wrap("1. standardise before you measure", width: 16, indent: 1, hangingIndent: 4)
        == [" 1. standardise", "    before you", "    measure"])
  }

  @Test func `line ends in the text stay, also empty ones`() {
    #expect(wrap("one\n\ntwo\r\nthree", width: 20) == ["one", "", "two", "three"])
    #expect(wrap("", width: 20) == [""])
  }

  @Test func `wide characters break between each other and are never halved`() {
    #expect(wrap("聚类分析 k", width: 5) == ["聚类", "分析", "k"])
    #expect(wrap("聚类", width: 1) == ["聚", "类"])
  }

  @Test func `a number stays with its percent sign`() {
    #expect(wrap("it keeps 58 % of it", width: 11) == ["it keeps", "58 % of it"])
  }

  @Test func `a no-break space holds two words together`() {
    #expect(wrap("about 0.6\u{A0}m wide", width: 9) == ["about", "0.6\u{A0}m", "wide"])
  }

  @Test func `styles survive a break in the middle of a word`() {
    let lines = wrap([Span("in"), Span("ertia", .bold), Span(" falls")], width: 7)
    #expect(lines == [[Span("in"), Span("ertia", .bold)], [Span("falls")]])
  }

  @Test(arguments: UInt64(1)...200)
  func `no line is too wide, and no character is lost`(seed: UInt64) {
    var random = Seeded(seed)
    let alphabet = ["a", "bc", " ", "  ", "世", "é", "-", "long-winded-word", "\u{A0}"]
    let words = (0..<40).map { _ in alphabet[random.below(alphabet.count)] }
    let text = words.joined()
    let width = 2 + random.below(30)
    let indent = random.below(8)
    let lines = wrap(text, width: width, indent: random.below(8), hangingIndent: indent)
    for line in lines {
      #expect(TextWidth.width(of: line) <= width, "seed \(seed): \(line)")
    }
    let kept = lines.joined().filter { $0 != " " }
    #expect(kept == text.filter { $0 != " " }, "seed \(seed)")
  }
}

/// SplitMix64, so that a failing seed fails again.
struct Seeded {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
