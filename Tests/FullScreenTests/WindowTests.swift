// Every screen of the course, in windows of every size.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `every screen is drawn in a window of any size, and names the way out`(seed: UInt64) {
  var dice = Dice(state: seed)
  for scene in Gallery.scenes {
    let size = Size(
      width: Int.random(in: 60...240, using: &dice), height: Int.random(in: 20...70, using: &dice))
    let message = "seed \(seed): \(scene.name) in \(size.width) × \(size.height)"
    let (surface, cursor) = FullScreen(size: size, glyphs: seed % 2 == 0 ? .ascii : .unicode)
      .draw(scene.scene)
    #expect(surface.size == size, "\(message)")
    if let cursor { #expect(surface.bounds.contains(cursor.x, cursor.y), "\(message)") }
    let keys = surface.rows.last ?? ""
    #expect(keys.hasSuffix(" q") || keys.hasSuffix("q quit"), "\(message): \(keys)")
    #expect(surface.rows[0].contains(scene.scene.title.prefix { $0 != "·" }), "\(message)")
  }
}

@Test func `a window that is too small says what is needed and how to leave`() {
  let scene = Sample.lesson
  for width in 10..<60 {
    for height in [3, 4, 7, 12, 24, 60] {
      let size = Size(width: width, height: height)
      let text = FullScreen(size: size, glyphs: .unicode).draw(scene).surface.text
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("60 × 20"), "\(width) × \(height)\n\(text)")
      #expect(words.hasSuffix("q quit"), "\(width) × \(height)\n\(text)")
    }
  }
}

@Test func `in a window of ten by three cells that still fits`() {
  let surface = FullScreen(size: Size(width: 10, height: 3), glyphs: .unicode)
    .draw(Sample.lesson).surface
  #expect(surface.text == " needs\n 60 × 20\n q quit")
}

@Test func `a window without any cell is drawn too`() {
  for size in [Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 300, height: 1)] {
    #expect(FullScreen(size: size, glyphs: .ascii).draw(Sample.lab).surface.size == size)
  }
}

@Test func `in a very wide window a picture stands beside its text`() {
  let scene = Scene(
    title: "A page", place: "",
    main: [.heading("Heading"), .prose([Span("Words.")]), .gap]
      + Sample.lesson.main.filter(\.isChart), actions: always)
  let rows = screen(scene, 240, 70).split(separator: "\n").map(String.init)
  #expect(rows.contains { $0.contains("Heading") && $0.contains("visits") })
  let narrow = screen(scene, 120, 40).split(separator: "\n").map(String.init)
  #expect(!narrow.contains { $0.contains("Heading") && $0.contains("visits") })
}

@Test func `in a very wide window a list stands in the middle`() {
  let items = (1...5).map { MenuItem(text: "part \($0)", note: "lesson", name: "\($0)") }
  let scene = Scene(title: "A list", place: "", main: [.menu(items, cursor: 0)], actions: always)
  let rows = screen(scene, 240, 70).split(separator: "\n").filter { $0.contains("part") }
  #expect(rows.count == 5)
  #expect(rows.allSatisfy { $0.prefix(60).allSatisfy { $0 == " " } })
}

@Test func `only quitting works in a window that is too small`() {
  var face = FullScreen(size: Size(width: 10, height: 3), glyphs: .unicode)
  #expect(face.event(for: .character("q"), in: Sample.lesson) == .quit)
  #expect(face.event(for: .enter, in: Sample.lesson) == nil)
}

@Test func `a page that was scrolled stays in the window through any change of size`() {
  for scene in Gallery.scenes {
    var face = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode)
    for key in [Key.pageDown, .pageDown, .pageDown] { _ = face.event(for: key, in: scene.scene) }
    for size in [
      Size(width: 240, height: 70), Size(width: 10, height: 3), Size(width: 61, height: 21),
    ] {
      _ = face.event(for: .resized(size), in: scene.scene)
      #expect(face.draw(scene.scene).surface.size == size)
    }
    let body = face.draw(scene.scene).surface.rows.dropFirst(2).dropLast(2)
    #expect(body.contains { !$0.isEmpty }, "\(scene.name) shows nothing")
  }
}

extension Element {
  fileprivate var isChart: Bool { if case .chart = self { true } else { false } }
}
