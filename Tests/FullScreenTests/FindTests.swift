// Words that are looked for, as they are seen: marked where they stand, the current ones in
// reverse, and the page goes there.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private let sentence = "Every cluster has a center, and the center of a cluster is a mean. "

private func page(
  _ words: String, at spot: Finding.Spot? = nil, typing: Bool = false, paragraphs: Int = 3,
  place: String = "1 of 2"
) -> Scene {
  var scene = Scene(
    title: "A page", place: place,
    main: [.heading("Clusters")]
      + (0..<paragraphs).flatMap { number -> [Element] in
        [.prose([Span("\(number). \(sentence)")]), .gap]
      },
    actions: [next] + always,
    input: typing ? .line(label: "/", Draft(text: words, cursor: words.count)) : .keys)
  scene.find = Finding(words: words, status: "hit 3 of 17 · page 2", spot: spot)
  return scene
}

private func spot(_ before: String, _ after: String, number: Int = 0) -> Finding.Spot {
  Finding.Spot(before: before, after: after, number: number, excerpt: "…the words around…")
}

/// The text of the cells for which something holds of their style, by rows.
private func marked(
  _ scene: Scene,
  _ face: FullScreen = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode),
  where isMarked: (Style) -> Bool
) -> [String] {
  let surface = face.draw(scene).surface
  return (1..<surface.height - 3).compactMap { y in
    let cells = (0..<surface.width).compactMap { surface[$0, y] }.filter { isMarked($0.style) }
    return cells.isEmpty ? nil : String(cells.compactMap(\.character))
  }
}

@Test func `every hit is marked, and the current one more than the others`() {
  let scene = page("center", at: spot("ster has a ", ", and the c", number: 2))
  #expect(marked(scene) { $0.underline } == ["centercenter", "centercenter", "centercenter"])
  #expect(marked(scene) { $0.reverse } == ["center"])
  let rows = screen(scene).split(separator: "\n").map(String.init)
  #expect(rows.contains { $0.contains("/center") && $0.hasSuffix("hit 3 of 17 · page 2") })
}

@Test func `the current hit is known again by the words around it`() {
  let scene = page("center", at: spot("Every cluster has a ", ", and the center of", number: 2))
  #expect(marked(scene) { $0.reverse } == ["center"])
  let row = screen(scene).split(separator: "\n", omittingEmptySubsequences: false)
    .firstIndex { $0.contains("1. Every") }
  let surface = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode).draw(scene).surface
  let reversed = (0..<surface.height).filter { y in
    (0..<surface.width).contains { surface[$0, y]?.style.reverse == true }
  }
  #expect(reversed == [row].compactMap(\.self))
}

@Test func `of a hit that is not to be seen the words around it are said`() {
  let scene = page("center", at: spot("it stands on the far ", " of another page"))
  #expect(marked(scene) { $0.reverse } == [])
  #expect(screen(scene).contains("hit 3 of 17 · page 2 · …the words around…"))
}

@Test func `words in the title are marked there`() {
  let scene = page("page", at: spot("A ", ""), place: "")
  let face = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode)
  let surface = face.draw(scene).surface
  let title = (0..<surface.width).compactMap { surface[$0, 0] }.filter { $0.style.reverse }
  #expect(String(title.compactMap(\.character)) == "page")
  #expect(!screen(scene).contains("…the words around…"), "it is seen")
}

@Test func `a break between two lines parts no words`() {
  #expect(marked(page("a mean. 1")) { $0.underline } == [], "paragraphs are apart")
  var scene = Scene(
    title: "A page", place: "", main: [.prose([Span(String(repeating: "word ", count: 40))])],
    actions: always)
  scene.find = Finding(words: String(repeating: "word ", count: 20))
  #expect(marked(scene) { $0.underline }.count == 3)
}

@Test func `the page goes to the hit`() {
  var face = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode)
  let scene = page("12.", at: spot("", " Every"), paragraphs: 20)
  #expect(marked(scene, face) { $0.reverse } == ["12."])
  // Scrolling away is possible, and the next hit brings the page back.
  let event = face.event(for: .key(.home), in: scene)
  #expect(event == nil)
  #expect(marked(scene, face) { $0.reverse } == [])
  let next = page("12.", at: spot("", " Every", number: 1), paragraphs: 20)
  #expect(marked(next, face) { $0.reverse } == ["12."])
}

@Test func `while words are typed, letters are theirs, and the cursor stands behind them`() {
  var face = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode)
  let scene = page("cen", typing: true)
  #expect(face.draw(scene).cursor?.x == 5)
  #expect(face.draw(scene).cursor?.y == 21)
  #expect(face.event(for: .key(.character("q")), in: scene) == .edit(.insert("q")))
  #expect(face.event(for: .key(.backspace), in: scene) == .edit(.erase))
  #expect(face.event(for: .key(.escape), in: scene) == .back)
  #expect(screen(scene).contains(" /cen                "))
}

@Test func `hits in a picture and beside it are found too`() {
  var lesson = Sample.lesson
  lesson.find = Finding(words: "spend")
  #expect(marked(lesson) { $0.underline }.contains("spend"))
  let wide = FullScreen(size: Size(width: 120, height: 40), glyphs: .unicode)
  #expect(marked(lesson, wide) { $0.underline }.contains("spend"))
}
