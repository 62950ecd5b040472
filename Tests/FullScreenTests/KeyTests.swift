// What keys mean.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private func face(_ width: Int = 80, _ height: Int = 24) -> FullScreen {
  FullScreen(size: Size(width: width, height: height), glyphs: .unicode)
}

private let long = Scene(
  title: "Long", place: "1 of 2 pages",
  main: (1...40).flatMap { [Element.prose([Span("Paragraph \($0).")]), .gap] },
  actions: [next, previous] + always)

@Test func `a key is looked up in the actions of the scene`() {
  var face = face()
  #expect(face.event(for: .key(.enter), in: Sample.lesson) == .enter)
  #expect(face.event(for: .key(.character("h")), in: Sample.lesson) == .hint)
  #expect(face.event(for: .key(.character("j")), in: Sample.lesson) == .move(1))
  #expect(face.event(for: .key(.character("z")), in: Sample.lesson) == nil)
  #expect(face.event(for: .key(.character("q")), in: Sample.lesson) == .quit)
}

@Test(arguments: [Key.space, .enter])
func `a page that goes on below is scrolled before it is turned`(key: Key) {
  var face = face()
  var presses = 0
  while face.event(for: .key(key), in: long) == nil, presses < 20 { presses += 1 }
  #expect(presses == 4)
  #expect(face.draw(long).surface.text.contains("Paragraph 40."))
}

@Test func `b goes up the page before it goes to the page before`() {
  var face = face()
  #expect(face.event(for: .key(.space), in: long) == nil)
  #expect(face.event(for: .key(.character("b")), in: long) == nil)
  #expect(face.draw(long).surface.text.contains("Paragraph 1."))
  #expect(face.event(for: .key(.character("b")), in: long) == .previous)
}

@Test func `a key that names the next page turns it at once`() {
  var face = face()
  #expect(face.event(for: .key(.character("n")), in: long) == .next)
}

@Test(arguments: [
  (Key.down, 2), (.character("j"), 2), (.character("d"), 6), (.pageDown, 11),
  (.end, 31), (.character("G"), 31),
])
func `keys that the scene does not use scroll`(key: Key, first: Int) {
  var face = face()
  #expect(face.event(for: .key(key), in: long) == nil)
  let rows = face.draw(long).surface.rows
  #expect(rows.first { $0.hasPrefix(" Paragraph") } == " Paragraph \(first).")
  #expect(face.event(for: .key(.character("g")), in: long) == nil)
  #expect(face.draw(long).surface.rows[2] == " Paragraph 1.")
}

@Test func `the lower rule says how much is left`() {
  var face = face()
  #expect(face.draw(long).surface.rows[22].hasSuffix("── more below ↓ 25 % ──"))
  _ = face.event(for: .key(.end), in: long)
  #expect(face.draw(long).surface.rows[22].hasSuffix("── more above ↑ ──"))
}

@Test func `another page starts at its top`() {
  var face = face()
  _ = face.event(for: .key(.end), in: long)
  let other = Scene(title: "Long", place: "2 of 2 pages", main: long.main, actions: always)
  #expect(face.draw(other).surface.rows[2] == " Paragraph 1.")
}

// MARK: - Cursor and page

private func choice(cursor: Int) -> Scene {
  Scene(
    title: "Long", place: "1 of 2 pages", main: Array(long.main.prefix(30)),
    aside: [
      .prose([Span("Which?")]),
      .menu(
        (1...3).map { MenuItem(text: "option \($0)", name: "\($0)") }, cursor: cursor),
    ], actions: choosing("answer") + always)
}

@Test func `nothing is chosen that cannot be seen`() {
  var face = face()
  #expect(!face.draw(choice(cursor: 0)).surface.text.contains("option 1"))
  #expect(face.event(for: .key(.enter), in: choice(cursor: 0)) == nil)
  #expect(face.draw(choice(cursor: 0)).surface.text.contains("▸ option 1"))
  #expect(face.event(for: .key(.enter), in: choice(cursor: 0)) == .enter)
}

@Test func `down reads on until the cursor is in sight, then moves it`() {
  var face = face()
  var presses = 0
  while face.event(for: .key(.down), in: choice(cursor: 0)) == nil, presses < 40 { presses += 1 }
  #expect(presses > 5)
  #expect(face.draw(choice(cursor: 0)).surface.text.contains("▸ option 1"))
}

@Test func `up at the first entry goes up the page`() {
  var face = face()
  _ = face.event(for: .key(.enter), in: choice(cursor: 0))
  let before = face.draw(choice(cursor: 0)).surface
  #expect(face.event(for: .key(.up), in: choice(cursor: 0)) == nil)
  #expect(face.draw(choice(cursor: 0)).surface != before)
}

@Test func `the page follows the cursor when it moves`() {
  let items = (1...60).map { MenuItem(text: "entry \($0)", name: "\($0)") }
  func scene(_ cursor: Int) -> Scene {
    Scene(
      title: "List", place: "", main: [.menu(items, cursor: cursor)],
      actions: choosing("open") + always)
  }
  var face = face()
  for cursor in 0..<59 {
    #expect(face.event(for: .key(.down), in: scene(cursor)) == .move(1))
    #expect(face.draw(scene(cursor + 1)).surface.text.contains("▸ entry \(cursor + 2)"))
  }
}

@Test func `a list opens at its cursor`() {
  let items = (1...60).map { MenuItem(text: "entry \($0)", name: "\($0)") }
  let scene = Scene(title: "List", place: "", main: [.menu(items, cursor: 50)], actions: always)
  #expect(face().draw(scene).surface.text.contains("▸ entry 51"))
}

@Test func `a verdict is brought into sight when it comes`() {
  let told = Scene(
    title: "Long", place: "1 of 2 pages",
    main: long.main + [.verdict(headline: "Right.", .good, lines: ["Because it ran."])],
    actions: always)
  var face = face()
  #expect(face.event(for: .key(.character("h")), in: long) == nil)
  #expect(face.draw(told).surface.text.contains("✓ Right.\n   Because it ran."))
}

@Test func `of two verdicts that come together the first is brought into sight`() {
  let told = Scene(
    title: "Long", place: "1 of 2 pages",
    main: [.verdict(headline: "Right.", .good, lines: [])] + long.main
      + [.verdict(headline: "Besides.", .good, lines: [])],
    actions: always)
  var face = face()
  #expect(face.event(for: .key(.character("h")), in: long) == nil)
  let text = face.draw(told).surface.text
  #expect(text.contains("✓ Right.") && !text.contains("✓ Besides."))
}

// MARK: - Writing

@Test func `letters belong to the text that is being written`() {
  var face = face()
  let scene = Sample.writing("A")
  #expect(face.event(for: .key(.character("q")), in: scene) == .edit(.insert("q")))
  #expect(face.event(for: .key(.character("?")), in: scene) == .edit(.insert("?")))
  #expect(face.event(for: .key(.space), in: scene) == .edit(.insert(" ")))
  #expect(face.event(for: .key(.enter), in: scene) == .edit(.insert("\n")))
  #expect(face.event(for: .key(.left), in: scene) == .edit(.left))
  #expect(face.event(for: .key(.backspace), in: scene) == .edit(.erase))
  #expect(face.event(for: .key(.control("d")), in: scene) == .submit)
  #expect(face.event(for: .key(.escape), in: scene) == .back)
}

@Test func `help and the way out have keys while a text is being written`() {
  var face = face()
  #expect(face.event(for: .key(.function(1)), in: Sample.writing("A")) == .help)
  #expect(face.event(for: .key(.control("q")), in: Sample.writing("A")) == .quit)
}

@Test func `pasted text is text, and nothing where no text is written`() {
  var face = face()
  let text = "q\nq \u{1B}[2J"
  #expect(face.event(for: .paste(text), in: Sample.writing("")) == .edit(.insert(text)))
  #expect(face.event(for: .paste(text), in: Sample.lesson) == nil)
}

@Test func `the cursor stands where the next letter goes`() throws {
  let cursor = try #require(face().draw(Sample.writing("one two")).cursor)
  #expect(cursor.x == 8)
  let inside = try #require(face().draw(Sample.writing("one two", cursor: 2)).cursor)
  #expect(inside.x == 3)
  #expect(inside.y == cursor.y)
}

@Test func `the cursor goes with the wrapped text`() throws {
  let text = String(repeating: "word ", count: 20)
  let first = try #require(face().draw(Sample.writing(text, cursor: 75)).cursor)
  let (surface, second) = face().draw(Sample.writing(text))
  let end = try #require(second)
  #expect(first.x == 1)
  #expect(end.y == first.y)
  #expect(end.x == 26)
  #expect(surface.rows[end.y] == " word word word word word")
}

@Test func `the cursor counts cells, not letters`() throws {
  let cursor = try #require(face().draw(Sample.writing("聚类 ok")).cursor)
  #expect(cursor.x == 1 + 7)
}

@Test func `a long text scrolls within its box`() throws {
  let text = (1...40).map { "line \($0)" }.joined(separator: "\n")
  let (surface, cursor) = face().draw(Sample.writing(text))
  #expect(surface.text.contains("What is clustering"))
  #expect(surface.rows[try #require(cursor).y] == " line 40")
  let top = face().draw(Sample.writing(text, cursor: 0))
  #expect(top.surface.rows[try #require(top.cursor).y] == " line 1")
}

@Test func `up and down go by the rows that are seen`() {
  let text = String(repeating: "word ", count: 40)
  var face = face()
  let up = face.event(for: .key(.up), in: Sample.writing(text, cursor: 80))
  #expect(up == .edit(.place(5)))
  let down = face.event(for: .key(.down), in: Sample.writing(text, cursor: 80))
  #expect(down == .edit(.place(155)))
  let beyond = face.event(for: .key(.down), in: Sample.writing(text, cursor: 199))
  #expect(beyond == .edit(.down))
}

@Test func `a space is written even where the page goes on below`() {
  let scene = Scene(
    title: "Long", place: "", main: long.main + [.writing], actions: always,
    input: .text(Draft()))
  var face = face()
  #expect(face.event(for: .key(.space), in: scene) == .edit(.insert(" ")))
  #expect(face.draw(scene).cursor != nil)
}

// MARK: - Window

@Test func `a resize is the face's own business`() {
  var face = face()
  let resized = face.event(for: .resized(Size(width: 100, height: 30)), in: Sample.home)
  #expect(resized == nil)
  #expect(face.draw(Sample.home).surface.size == Size(width: 100, height: 30))
}

@Test func `in a window that is too small nothing works but the way out`() {
  var face = face(50, 10)
  #expect(face.event(for: .key(.enter), in: Sample.lesson) == nil)
  #expect(face.event(for: .key(.character("q")), in: Sample.lesson) == .quit)
  #expect(face.event(for: .key(.control("q")), in: Sample.writing("a")) == .quit)
  #expect(face.event(for: .key(.character("q")), in: Sample.writing("a")) == nil)
}
