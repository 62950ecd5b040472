import Screen
import Testing

@Suite struct SurfaceTests {
  @Test func `text is drawn where it is put, and trailing spaces are not shown`() {
    var surface = Surface(width: 12, height: 3)
    surface.write("Centroid", at: 1, 0)
    let end = surface.write("5 cards  ", at: 0, 2)
    #expect(end == 9)
    #expect(
      surface.text == """
         Centroid

        5 cards
        """)
  }

  @Test func `what lies outside is cut off on every side`() {
    var surface = Surface(width: 5, height: 2)
    surface.write("abcdefgh", at: -2, 0)
    surface.write("abcdefgh", at: 3, 1)
    surface.write("above", at: 0, -1)
    surface.write("below", at: 0, 2)
    surface.write("far", at: .max / 2, 0)
    #expect(surface.text == "cdefg\n   ab")
  }

  @Test func `a clip keeps text inside its rectangle`() {
    var surface = Surface(width: 10, height: 1)
    surface.write("..........", at: 0, 0)
    surface.write("abcdefgh", at: 1, 0, in: Rect(x: 2, y: 0, width: 3, height: 1))
    #expect(surface.text == "..bcd.....")
  }

  @Test func `half of a wide character is never left standing`() {
    var surface = Surface(width: 6, height: 1)
    surface.write("世界世", at: 0, 0)
    surface.write("x", at: 1, 0)
    surface.write("y", at: 2, 0)
    #expect(surface.text == " xy 世")
    surface.write("世", at: 5, 0)
    #expect(surface.text == " xy")
    surface.write("世a", at: -1, 0)
    #expect(surface.text == " ay")
  }

  @Test func `spans keep their styles, and the markup shows them`() {
    var surface = Surface(width: 40, height: 2)
    surface.write(
      [Span("score "), Span("0.60", Style(.good, bold: true)), Span(" of 1")], at: 0, 0)
    surface.write("A", at: 2, 1, .cluster(0))
    #expect(surface.markup == "score ⟨bold good:0.60⟩ of 1\n  ⟨cluster0:A⟩")
  }

  @Test func `a surface is laid onto another with its wide characters whole`() {
    var picture = Surface(width: 4, height: 1)
    picture.write("世a", at: 0, 0, .accent)
    var surface = Surface(width: 6, height: 2)
    surface.write("......", at: 0, 1)
    surface.draw(picture, at: 1, 1)
    #expect(surface.text == "\n.世a .")
    surface.draw(picture, at: 5, 0)
    #expect(surface.text == "\n.世a .")
  }

  @Test func `a surface without cells takes everything and shows nothing`() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (-3, -3)] {
      var surface = Surface(width: width, height: height)
      surface.write("abc", at: 0, 0)
      surface.fill(surface.bounds, with: "x")
      #expect(surface.text == "")
      #expect(surface[0, 0] == nil)
    }
  }

  @Test(arguments: UInt64(1)...100)
  func `every row of a surface is exactly as wide as the surface`(seed: UInt64) {
    var random = Seeded(seed)
    var surface = Surface(width: 12, height: 3)
    let texts = ["世界", "a", "abc世", "é", "🙂", "\u{1B}[2J", "  ", "x\u{301}y"]
    for _ in 0..<60 {
      let text = texts[random.below(texts.count)]
      let x = random.below(20) - 5
      let y = random.below(5) - 1
      let clip = Rect(x: random.below(6), y: 0, width: 1 + random.below(9), height: 3)
      surface.write(text, at: x, y, in: random.below(2) == 0 ? clip : nil)
    }
    for y in 0..<surface.height {
      let cells = (0..<surface.width).compactMap { surface[$0, y]?.character }
      #expect(TextWidth.width(of: String(cells)) == surface.width, "seed \(seed), row \(y)")
    }
  }
}

@Suite struct RectTests {
  @Test func `cutting a rectangle gives pieces that fill it`() {
    let screen = Rect(Size(width: 80, height: 24))
    let (header, rest) = screen.cutTop(2)
    let (body, footer) = rest.cutBottom(1)
    #expect(header == Rect(x: 0, y: 0, width: 80, height: 2))
    #expect(footer == Rect(x: 0, y: 23, width: 80, height: 1))
    #expect(body == Rect(x: 0, y: 2, width: 80, height: 21))
  }

  @Test func `a piece larger than the rectangle is the whole rectangle`() {
    let small = Rect(x: 3, y: 3, width: 2, height: 2)
    #expect(small.cutTop(9) == (small, Rect(x: 3, y: 5, width: 2, height: 0)))
    #expect(small.cutBottom(9).rest.isEmpty)
    #expect(small.cutTop(-1).top.isEmpty)
    #expect(small.intersection(Rect(x: 9, y: 9, width: 2, height: 2)).isEmpty)
  }
}
