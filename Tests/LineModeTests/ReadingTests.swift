import LineMode
import Screen
import Testing
import Tutoring

private func read(_ line: String, _ scene: Scene) -> Result<[Event], Misreading> {
  var face = LineMode()
  return face.read(line, in: scene)
}

private func refusal(_ line: String, _ scene: Scene) -> String? {
  if case .failure(let misreading) = read(line, scene) { misreading.description } else { nil }
}

private let sure = Event.confidence(named: "sure")

@Test func `a number picks`() {
  #expect(read("2", diagnosis()) == .success([.pick(1)]))
  #expect(read("  2 ", diagnosis()) == .success([.pick(1)]))
  #expect(read("one feature is loud", diagnosis()) == .success([.pick(0)]))
  #expect(read("2", home) == .success([.pick(1)]))
}

@Test func `a number can be given with how sure one is`() {
  #expect(read("2 sure", diagnosis()) == .success([sure, .pick(1)].compactMap(\.self)))
  #expect(read("Sure", diagnosis()) == .success([sure].compactMap(\.self)))
}

@Test func `where the options are numbers, a number means itself`() {
  let scene = Scene(
    title: "A page", place: "1 of 2 pages", main: [],
    aside: [.menu(options(["2", "3", "8"]), cursor: 0)], actions: [enter] + always)
  #expect(read("3", scene) == .success([.pick(1)]))
  #expect(refusal("1", scene) == "There is no such number here. Choose one of 2, 3, 8.")
}

@Test func `several numbers put steps in order`() {
  #expect(read("2 3 1", ordering) == .success([.arrange([1, 2, 0])]))
  #expect(read("2,3,1", ordering) == .success([.arrange([1, 2, 0])]))
  #expect(refusal("2 3", ordering) == "Name every number once, in your order, such as 3 2 1.")
  #expect(refusal("2", ordering) == "Name every number once, in your order, such as 3 2 1.")
  #expect(read("run", ordering) == .success([.enter]))
}

@Test func `numbers mark the points that were said, and none takes all marks away`() {
  #expect(read("1 2", marking) == .success([.arrange([0, 1])]))
  #expect(read("2", marking) == .success([.pick(1)]))
  #expect(read("none", marking) == .success([.arrange([])]))
  #expect(read("done", marking) == .success([.submit]))
}

@Test func `name and value change a form`() {
  let scene = tuning(scale: "none", agreement: "0.08")
  #expect(read("scale=standard", scene) == .success([.set(field: "scale", value: "standard")]))
  #expect(
    read("spend in = euros, scale=none", scene)
      == .success([
        .set(field: "spend in", value: "euros"), .set(field: "scale", value: "none"),
      ]))
  #expect(
    read("features=spend,visits", scene)
      == .success([.set(field: "features", value: "spend,visits")]))
  #expect(read("submit", scene) == .success([.enter]))
}

@Test func `an action is its key, its word or the first word of its label`() {
  #expect(read("h", diagnosis()) == .success([.hint]))
  #expect(read("hint", diagnosis()) == .success([.hint]))
  #expect(read("HINT", diagnosis()) == .success([.hint]))
  #expect(read("?", diagnosis()) == .success([.help]))
  #expect(read("q", diagnosis()) == .success([.quit]))
  #expect(read("back", diagnosis()) == .success([.back]))
}

@Test func `an empty line goes on, and never answers`() {
  #expect(read("", card) == .success([.enter]))
  #expect(read("", home) == .success([.enter]))
  for scene in [diagnosis(), ordering, marking, tuning(scale: "none", agreement: "0")] {
    #expect(refusal("", scene)?.hasPrefix("Nothing is answered yet.") == true)
  }
  #expect(refusal("enter", diagnosis()) != nil)
}

@Test func `a line that means nothing is answered by what would`() {
  #expect(
    refusal("maybe", diagnosis())
      == "\"maybe\" means nothing here. You can type 1-2, with guess, fairly or sure behind it, "
      + "h for a hint that costs 10 %, ? for help.")
  #expect(refusal("7", diagnosis()) == "There is no such number here. Choose one of 1-2.")
  #expect(refusal("1 2", diagnosis()) == "Choose one number only, of 1-2.")
}

@Test func `numbers that no machine can hold are refused like others`() {
  #expect(refusal("99999999999999999999", diagnosis()) != nil)
  #expect(refusal("-1", diagnosis()) == "There is no such number here. Choose one of 1-2.")
}

// MARK: - Writing

@Test func `each line of a text is kept at once`() {
  #expect(read("Inertia falls.", writing("")) == .success([.edit(.insert("Inertia falls.\n"))]))
  #expect(read("", writing("a\n")) == .success([.edit(.insert("\n"))]))
}

@Test func `a single dot commits what was written`() {
  #expect(read(".", writing("Inertia\nfalls.\n")) == .success([.write("Inertia\nfalls.")]))
}

@Test func `a single hyphen takes the last line back`() {
  #expect(read("-", writing("a\nb\n")) == .success([.edit(.eraseLine)]))
}

@Test func `words in a text are text, but help, leaving and quitting work`() {
  #expect(read("hint", writing("")) == .success([.edit(.insert("hint\n"))]))
  #expect(read("2", writing("")) == .success([.edit(.insert("2\n"))]))
  #expect(read("?", writing("a\n")) == .success([.help]))
  #expect(read("q", writing("a\n")) == .success([.quit]))
  #expect(read("back", writing("a\n")) == .success([.back]))
}

@Test func `a text goes on at its end, wherever the full screen left the cursor`() {
  #expect(
    read("c", writing("a\nb", cursor: 0))
      == .success([.edit(.down), .edit(.lineEnd), .edit(.insert("c\n"))]))
}

@Test func `where a key sets something, name and value do so without a form`() {
  let key = Action(
    keys: [.up], word: "higher", label: "cut higher", event: .set(field: "cut", value: "higher"))
  let film = Scene(title: "A film", place: "", main: [], actions: [key] + always)
  #expect(read("cut=3.1", film) == .success([.set(field: "cut", value: "3.1")]))
  #expect(read("higher", film) == .success([key.event]))
  let page = Scene(title: "A page", place: "", main: [], actions: always)
  #expect(refusal("cut=3.1", page) != nil)
}

@Test func `a key is known by its name too`() {
  #expect(read("esc", diagnosis()) == .success([.back]))
  #expect(read("ESC", home) == .success([.back]))
  #expect(read("esc", writing("a\n")) == .success([.back]))
  #expect(read("space", card) == .success([.enter]))
}

@Suite struct `Points that were not found in an answer` {
  private static let said = Action(
    keys: [.character("i")], word: "said", label: "I did say that", event: .pick(0))
  private static let next = Action(
    keys: [.enter, .character("n"), .space], word: "next", label: "next answer", event: .next)

  private func scene(inMain: Bool) -> Scene {
    let points = [Element.menu(options(["One idea", "Another idea"]), cursor: 0)]
    return Scene(
      title: "Mock interview", place: "answer 1 of 2", main: inMain ? points : [],
      aside: inMain ? [] : points, actions: [Self.next, Self.said] + always)
  }

  @Test(arguments: [true, false])
  func `are taken back up by their number, and an empty line goes on`(inMain: Bool) {
    var face = LineMode()
    let scene = scene(inMain: inMain)
    let prompt = face.prompt(for: scene).joined(separator: " ")
    #expect(prompt.contains("Go on (an empty line: next answer, 1-2: I did say that"), "\(prompt)")
    #expect(face.read("", in: scene) == .success([.next]))
    #expect(face.read("n", in: scene) == .success([.next]))
    #expect(face.read("2", in: scene) == .success([.pick(1)]))
    #expect(face.read("said", in: scene) == .success([.pick(0)]))
  }
}
