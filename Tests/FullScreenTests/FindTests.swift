// Words that are looked for, as they are seen: marked where they stand, the current ones in
// reverse, and the page goes there.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private let sentence = "Every cluster has a center, and the center of a cluster is a mean. "

private func page(
  _ words: String, current: Int? = 0, typing: Bool = false, paragraphs: Int = 3,
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
  scene.find = Finding(words: words, current: current, elsewhere: 5)
  return scene
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
  let scene = page("center", current: 2)
  #expect(marked(scene) { $0.underline } == ["centercenter", "centercenter", "centercenter"])
  #expect(marked(scene) { $0.reverse } == ["center"])
  let rows = screen(scene).split(separator: "\n").map(String.init)
  #expect(
    rows.contains { $0.contains("/center") && $0.contains("3 of 6 · whole course: 5 places") })
}

@Test func `after the last hit comes the first, and before it the last`() {
  #expect(screen(page("center", current: 6)).contains("1 of 6"))
  #expect(screen(page("center", current: -1)).contains("6 of 6"))
}

@Test func `a break between two lines parts no words`() {
  let wide = page("a mean. 1", current: 0)
  #expect(screen(wide).contains("not on this page"), "paragraphs are apart")
  var scene = Scene(
    title: "A page", place: "", main: [.prose([Span(String(repeating: "word ", count: 40))])],
    actions: always)
  scene.find = Finding(words: String(repeating: "word ", count: 20), current: 0, elsewhere: 0)
  #expect(screen(scene).contains("1 of 2 · whole course: 0 places"))
}

@Test func `the page goes to the hit`() {
  var face = FullScreen(size: Size(width: 80, height: 24), glyphs: .unicode)
  let scene = page("12.", paragraphs: 20)
  #expect(marked(scene, face) { $0.reverse } == ["12."])
  // Scrolling away is possible, and the next hit brings the page back.
  let event = face.event(for: .key(.home), in: scene)
  #expect(event == nil)
  #expect(marked(scene, face) { $0.reverse } == [])
  #expect(marked(page("12.", current: 1, paragraphs: 20), face) { $0.reverse } == ["12."])
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
  lesson.find = Finding(words: "spend", current: 0, elsewhere: 1)
  #expect(screen(lesson).contains("1 of "))
  #expect(screen(lesson, 120, 40).contains("1 of "))
}
