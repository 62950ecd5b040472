import LineMode
import Screen
import Testing
import Tutoring

private let page = Scene(
  title: "A page", place: "1 of 2 pages", main: [.prose([Span("Some words.")])],
  actions: [
    enter, Action(keys: [.character("/")], word: "find", label: "find", event: .find(.ask)),
  ] + always)

private func results(_ items: [String], words: String) -> Scene {
  Scene(
    title: "Find in the course", place: "\(items.count) hits",
    main: [.menu(options(items), cursor: 0)],
    actions: [enter, down] + always, input: .line(label: "/", Draft(text: words)))
}

private func read(_ line: String, _ scene: Scene) -> Result<[Event], Misreading> {
  var face = LineMode()
  return face.read(line, in: scene)
}

@Test func `a slash and words, or find and words, go to the first hit, from any page`() {
  #expect(read("/silhouette", page) == .success([.find(.look("silhouette"))]))
  #expect(read(" / two words ", page) == .success([.find(.look("two words"))]))
  #expect(read("find two words", page) == .success([.find(.look("two words"))]))
  #expect(read("find", page) == .success([.find(.ask)]))
}

private func hit(_ number: Int, _ excerpt: String) -> Scene {
  var scene = page
  scene.find = Finding(
    words: "some", status: "hit \(number) of 3 · page 1 of \"A page\"",
    spot: Finding.Spot(before: "", after: "", number: 0, excerpt: excerpt))
  return scene
}

@Test func `each hit is told with its place and the words around it`() {
  var face = LineMode()
  #expect(
    face.tell(hit(1, "Some words.")).suffix(2) == [
      "", "Hit 1 of 3, page 1 of \"A page\": Some words.",
    ])
  #expect(
    face.tell(hit(2, "and some more")) == [
      "", "Hit 2 of 3, page 1 of \"A page\": and some more",
    ])
}

@Test func `among hits a slash alone lists them all`() {
  #expect(read("/", hit(1, "")) == .success([.find(.ask)]))
}

@Test func `a slash alone says what is missing`() {
  #expect(read("/", page) == .failure(.noWords))
}

@Test func `where nothing can be looked for a slash means nothing`() {
  let scene = Scene(title: "", place: "", main: [], actions: [enter] + always)
  guard case .failure(.unknown) = read("/words", scene) else {
    Issue.record("the slash was taken for a search")
    return
  }
}

@Test func `in a text a slash is text`() {
  let scene = Scene(
    title: "", place: "", main: [.writing],
    actions: [
      Action(keys: [.character("/")], word: "find", label: "find", event: .find(.ask))
    ] + always, input: .text(Draft()))
  #expect(read("/etc", scene) == .success([.edit(.insert("/etc\n"))]))
}

@Test func `among the results a number opens, and other words are looked for next`() {
  let scene = results(["first", "second"], words: "old")
  #expect(read("2", scene) == .success([.pick(1)]))
  #expect(read("new words", scene) == .success([.write("new words")]))
  #expect(read("/2", scene) == .success([.write("2")]))
  #expect(read("400", scene) == .success([.write("400")]))
  #expect(read("back", scene) == .success([.back]))
  #expect(read("?", scene) == .success([.help]))
  #expect(read("q", scene) == .success([.quit]))
}

@Test func `results are told with their numbers`() {
  var face = LineMode()
  let scene = results(["lesson  Near, in numbers", "cards  What is near?"], words: "near")
  #expect(
    (face.tell(scene) + face.prompt(for: scene)).joined(separator: "\n") == """

      Find in the course: 2 hits.
        1  lesson  Near, in numbers
        2  cards  What is near?

      Words to find (a number: 1-2, ? for help):
      """)
}
