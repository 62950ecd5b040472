// Help and prompts in lines: what can be typed, once, and in short where it was just said.

import LineMode
import Screen
import Testing
import Tutoring

private let keys = Scene(
  title: "Keys here: Watch", place: "help",
  main: [
    .table(
      header: ["Moving         ", "in plain lines", "what it does"],
      rows: [["↑ k            ", "up            ", "goes to the entry above"]]),
    .table(
      header: ["On this screen ", "in plain lines", "what it does"],
      rows: [
        ["space          ", "play          ", "play"],
        ["esc            ", "back          ", "back to where you were"],
        ["?              ", "?             ", "shows these keys"],
      ]),
    .prose([Span("A long page is scrolled by page down.")]),
  ],
  actions: always)

@Test func `help in lines has what can be typed, each thing once`() {
  var face = LineMode()
  let told = face.tell(keys)
  #expect(
    told.prefix(9) == [
      "", "Keys here: Watch.", "", "Moving:", "  up or k: goes to the entry above", "",
      "On this screen:", "  play", "  back or esc: back to where you were",
    ])
  #expect(told.contains("  ?: shows these keys"))
  let text = told.joined(separator: "\n")
  for absent in ["space", "↑", "scrolled", "in plain lines"] {
    #expect(!text.contains(absent), "\(absent)")
  }
}

private func form(_ value: String, _ fields: [Field] = []) -> Scene {
  let words = ["columns", "undo", "save", "export", "reset", "points", "groups", "shares"]
  return Scene(
    title: "Playground", place: "shop.csv",
    main: [
      .form(
        fields + [Field(name: "k", label: "k", value: value, choices: ["1 to 100"])], cursor: 0)
    ],
    actions: words.map {
      Action(keys: [], word: $0, label: "\($0) of this", event: .set(field: "ask", value: $0))
    } + always)
}

private func prompt(_ face: LineMode, _ scene: Scene) -> String {
  face.prompt(for: scene).joined(separator: " ")
}

@Test func `a long prompt is said once, and then in short`() {
  var face = LineMode()
  _ = face.tell(form("2"))
  #expect(prompt(face, form("2")).contains("shares: shares of this"))
  _ = face.tell(form("3"))
  #expect(
    prompt(face, form("3"))
      == " Your change (NAME=VALUE such as k=3, ? for all that can be typed):")
  _ = face.tell(diagnosis())
  _ = face.tell(form("3"))
  #expect(prompt(face, form("3")).contains("shares: shares of this"), "after another place")
  _ = face.read("repeat", in: form("3"))
  _ = face.tell(form("3"))
  #expect(prompt(face, form("3")).contains("shares: shares of this"))
}

@Test func `an example is short, and names are told whole`() {
  let sentence = "Order no. holds text such as 'A-100200'"
  let long = Field(name: "Order no.", label: "Order no.", value: sentence, choices: [sentence])
  #expect(prompt(LineMode(), form("2", [long])).contains("NAME=VALUE such as k=2"))
  var cut = Field(name: "data", label: "data", value: "varied-densi…", choices: ["varied-densi…"])
  cut.uncut = Field.Uncut(value: "varied-densities", choices: ["blobs", "varied-densities"])
  var face = LineMode()
  let told = face.tell(form("2", [cut]))
  #expect(told.contains("  data: varied-densities (choices: blobs, varied-densities)"))
}
