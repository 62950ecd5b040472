// Scenes as the tutor shows them, built by hand.

import Charts
import Screen
import Tutoring

let always = [
  Action(keys: [.escape], word: "back", label: "back", event: .back),
  Action(keys: [.character("?")], word: "?", label: "help", event: .help),
  Action(keys: [.character("q")], word: "q", label: "quit", event: .quit),
]
let enter = Action(keys: [.enter], word: "enter", label: "answer", event: .enter)
let hint = Action(
  keys: [.character("h")], word: "hint", label: "hint (−10 %)", event: .hint)
let down = Action(keys: [.down, .character("j")], word: "down", label: "down", event: .move(1))

func options(_ texts: [String]) -> [MenuItem] {
  texts.enumerated().map { MenuItem(text: $0.element, name: "\($0.offset + 1)") }
}

let shares = Element.chart(
  .bars(
    BarChart(
      title: "share of squared distance",
      bars: [.init("spend", 0.999), .init("visits", 0.001)], format: .percent)))

func diagnosis(hints: [Element] = [], notice: String? = nil, cursor: Int = 0) -> Scene {
  Scene(
    title: "The loud feature · lab", place: "seed 4711 · 2 of 4, diagnose",
    main: [
      .heading("What happened?"),
      .table(
        header: ["it gives", "now", "at first"],
        rows: [["agreement", "0.08", "0.97"], ["silhouette", "0.71", "0.52"]]),
      shares,
    ],
    aside: [
      .prose([Span("The silhouette rose while the groups became useless. Why?", .bold)]),
      .menu(options(["One feature is loud", "There are too few groups"]), cursor: cursor),
    ] + hints,
    actions: [
      enter, down,
      Action(
        keys: [.character("s")], word: "sure", label: "how sure",
        event: Event.confidence(named: "sure") ?? .enter), hint,
    ] + always,
    notice: notice)
}

func tuning(scale: String, agreement: String) -> Scene {
  Scene(
    title: "The loud feature · lab", place: "seed 4711 · 1 of 4, trigger",
    main: [.heading("Trigger"), shares],
    aside: [
      .prose([Span("Make the agreement fall below 0.3.")]),
      .form(
        [
          Field(
            name: "scale", label: "scale", value: scale,
            choices: ["none", "standard", "min-max"]),
          Field(
            name: "multiply.spend", label: "spend in", value: "cents",
            choices: ["euros", "cents"]),
        ], cursor: 0),
      .table(header: ["it gives", "now", "at first"], rows: [["agreement", agreement, "0.97"]]),
    ],
    actions: [
      Action(keys: [.enter], word: "enter", label: "submit", event: .enter), down,
      Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo),
    ] + always)
}

let home = Scene(
  title: "Centroid", place: "5 cards due · about 9 min",
  main: [
    .progress(
      label: "1  What is clustering?", filled: 2, of: 11, words: "2 of 11 parts shown"), .gap,
    .menu(
      [
        MenuItem(text: "Continue: The loud feature", note: "lab · about 15 min", name: "1"),
        MenuItem(text: "lesson  What is clustering?", note: "passed · 90 %", mark: "✓", name: "2"),
      ], cursor: 0),
  ],
  actions: [
    Action(keys: [.enter], word: "enter", label: "open", event: .enter), down,
    Action(
      keys: [.character("c")], word: "cards", label: "cards", event: .open(.cards(topic: nil))),
  ] + always)

let ordering = Scene(
  title: "From table to decision · flow", place: "seed 12 · 1 of 1, order",
  main: [.heading("The order")],
  aside: [
    .prose([Span("In which order?")]),
    .menu(
      ["cluster", "check the table", "scale"].enumerated().map {
        MenuItem(text: $0.element, mark: "\($0.offset + 1)", name: "\($0.offset + 1)")
      }, cursor: 0),
  ],
  actions: [
    Action(keys: [.enter], word: "enter", label: "run this order", event: .enter), down,
    Action(keys: [.right], word: "later", label: "carry down", event: .carry(1)),
  ] + always)

let marking = Scene(
  title: "Objective · interview", place: "seed 1 · 1 of 1, answer",
  main: [.heading("Objective")],
  aside: [
    .prose([Span("Which of these did you say?")]),
    .menu(
      [
        MenuItem(text: "inertia always falls", mark: "[x]", name: "1"),
        MenuItem(text: "it says nothing about use", mark: "[ ]", name: "2"),
      ], cursor: 0),
  ],
  actions: [
    Action(keys: [.enter, .space], word: "mark", label: "mark", event: .enter), down,
    Action(keys: [.character("d")], word: "done", label: "done", event: .submit),
  ] + always)

func writing(_ draft: String, cursor: Int? = nil) -> Scene {
  Scene(
    title: "Objective · interview", place: "seed 1 · 1 of 1, answer",
    main: [.heading("Objective")],
    aside: [.prose([Span("What does inertia leave out?", .bold)]), .gap, .writing],
    actions: [Action(keys: [.control("d")], word: "commit", label: "commit", event: .submit)]
      + always,
    input: .text(Draft(text: draft, cursor: cursor ?? draft.count)))
}

let card = Scene(
  title: "Cards", place: "3 due · 2 new · about 5 min",
  main: [.gap, .prose([Span("What is a centroid?")]), .gap],
  actions: [Action(keys: [.space, .enter], word: "turn", label: "turn", event: .enter)] + always)
