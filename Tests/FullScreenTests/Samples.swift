// Scenes by hand, as the sessions make them, with made-up figures.

import Charts
import FullScreen
import Scheduling
import Screen
import Tutoring

let always = [
  Action(keys: [.escape], word: "back", label: "back", event: .back),
  Action(keys: [.character("?")], word: "?", label: "help", event: .help),
  Action(keys: [.character("q")], word: "q", label: "quit", event: .quit),
]

func choosing(_ label: String) -> [Action] {
  [
    Action(keys: [.enter], word: "enter", label: label, event: .enter),
    Action(keys: [.up, .character("k")], word: "up", label: "up", event: .move(-1)),
    Action(keys: [.down, .character("j")], word: "down", label: "down", event: .move(1)),
  ]
}

let hint = Action(keys: [.character("h")], word: "hint", label: "hint (−20 %)", event: .hint)
let next = Action(
  keys: [.space, .enter, .character("n"), .right], word: "next", label: "next page", event: .next)
let previous = Action(
  keys: [.character("b"), .left], word: "previous", label: "page back", event: .previous)

/// Three kinds of customers: the same points in every test.
let customers = ScatterChart(
  points: (0..<90).map { index in
    let (group, step) = (index % 3, Double(index / 3))
    let middle = [(210.0, 24.0), (890.0, 21.0), (160.0, 6.0)][group]
    let angle = step * 2.4
    let radius = (step / 30).squareRoot()
    return PlotPoint(
      middle.0 + 130 * radius * cosine(angle), middle.1 + 5 * radius * cosine(angle + 1.6))
  },
  labels: (0..<90).map { $0 % 3 }, xAxis: Axis("spend", unit: "€"), yAxis: Axis("visits"))

/// Good enough to scatter points: a wave of parabolas.
private func cosine(_ angle: Double) -> Double {
  let turn = (angle / 6.283185307).truncatingRemainder(dividingBy: 1)
  let x = turn < 0.5 ? turn * 4 - 1 : 3 - turn * 4
  return x * (2 - abs(x))
}

enum Sample {
  static let home = Scene(
    title: "Centroid", place: "5 cards due · about 9 min",
    main: [
      .progress(
        label: "1  What is clustering?", filled: 4, of: 9, words: "4 of 9 parts shown"),
      .progress(
        label: "2  Distance and similarity", filled: 0, of: 7, words: "0 of 7 parts shown"),
      .gap,
      .menu(
        [
          MenuItem(
            text: "Continue: The loud feature", note: "lab · about 20 min", name: "1"),
          MenuItem(
            text: "lesson       What is clustering?", note: "passed · 92 %", mark: "✓", name: "2"),
          MenuItem(
            text: "concept      How many kinds?", note: "passed cold · 100 %", mark: "★", name: "3"),
          MenuItem(text: "labs         The loud feature", note: "tried", mark: "+", name: "4"),
          MenuItem(
            text: "flows        From table to decision", note: "25 min", mark: "·", name: "5"),
          MenuItem(text: "cards        12 flash cards", note: "6 min", mark: "·", name: "6"),
        ], cursor: 0),
      .gap,
      .prose([
        Span("· not opened  o seen  + tried  ✓ passed  ★ passed cold: no hint, new seed", .muted)
      ]),
    ],
    actions: choosing("open") + [
      Action(
        keys: [.character("c")], word: "cards", label: "cards", event: .open(.cards(topic: nil))),
      Action(
        keys: [.character("i")], word: "interview", label: "interview",
        event: .open(.interview(topic: "x"))),
      Action(
        keys: [.character("v")], word: "level", label: "notes: both",
        event: .set(field: "level", value: "first-time")),
    ] + always.dropFirst())

  static let lesson = Scene(
    title: "What is clustering?", place: "3 of 9 pages",
    main: [
      .heading("Three kinds, or more?"),
      .prose([
        Span("400 customers, nobody has labelled them. Two columns of their table:")
      ]),
      .gap, .chart(.scatter(customers)), .gap,
    ],
    aside: [
      .prose([
        Span("Before you go on: how many kinds of customer do you see?", .bold)
      ]),
      .menu(
        ["2", "3", "4", "no clear groups: the points are one cloud"].enumerated().map {
          MenuItem(text: $0.element, name: "\($0.offset + 1)")
        }, cursor: 1),
      .gap,
      .prose([
        Span("How sure?"), Span("  ( ) guess", .muted), Span("  (*) fairly", .bold),
        Span("  ( ) sure", .muted),
      ]),
    ],
    actions: choosing("answer") + [
      Action(
        keys: [.character("s")], word: "sure", label: "how sure", event: .confidence(.sure)), hint,
      next, previous,
    ] + always)

  static let lab = Scene(
    title: "The loud feature · labs", place: "seed 4711 · 1 of 4, repair",
    main: [
      .heading("Repair it"), .prose([Span("Set the values so that the groups mean something.")]),
      .gap, .chart(.scatter(customers)),
      .chart(
        .bars(
          BarChart(
            title: "share of squared distance",
            bars: [.init("spend", 0.999), .init("visits", 0.001)], format: .percent))),
    ],
    aside: [
      .prose([Span("Bring the agreement above 0.9.", .bold)]),
      .form(
        [
          Field(
            name: "scale", label: "scale", value: "none", choices: ["none", "standard", "minmax"]),
          Field(
            name: "multiply.spend", label: "spend in", value: "cents", choices: ["euros", "cents"]),
          Field(name: "k", label: "k", value: "3", choices: (2...8).map(String.init)),
        ], cursor: 0),
      .gap,
      .table(
        header: ["it gives", "now", "at first"],
        rows: [["agreement", "0.08", "0.97"], ["silhouette", "0.71", "0.52"]]),
    ],
    actions: [
      Action(keys: [.enter], word: "enter", label: "submit", event: .enter),
      Action(keys: [.up, .character("k")], word: "up", label: "up", event: .move(-1)),
      Action(keys: [.down, .character("j")], word: "down", label: "down", event: .move(1)),
      Action(keys: [.right, .character("l")], word: "right", label: "change", event: .turn(1)),
      Action(keys: [.left], word: "left", label: "change back", event: .turn(-1)),
      Action(keys: [.character("u")], word: "undo", label: "undo", event: .undo),
      hint,
    ] + always, notice: "Nothing to undo.")

  static let flow = Scene(
    title: "From table to decision · flows", place: "seed 12 · 1 of 2, order",
    main: [
      .heading("Put the steps in order"), .prose([Span("The order is run as you leave it.")]),
    ],
    aside: [
      .prose([Span("In which order do these steps work?", .bold)]),
      .menu(
        [
          "check the table against its contract", "cluster",
          "scale the features, so that each of them has a say in the distances", "evaluate",
          "assign new customers and watch",
        ].enumerated().map {
          MenuItem(text: $0.element, mark: "\($0.offset + 1)", name: "\($0.offset + 1)")
        }, cursor: 2),
    ],
    actions: [
      Action(keys: [.enter], word: "enter", label: "run this order", event: .enter),
      Action(keys: [.up, .character("k")], word: "up", label: "up", event: .move(-1)),
      Action(keys: [.down, .character("j")], word: "down", label: "down", event: .move(1)),
      Action(
        keys: [.left, .character("K")], word: "earlier", label: "carry up", event: .carry(-1)),
      Action(
        keys: [.right, .character("J")], word: "later", label: "carry down", event: .carry(1)),
      hint,
    ] + always)

  static let outcome = Scene(
    title: "From table to decision · flows", place: "seed 12 · 1 of 2, order",
    main: flow.main,
    aside: [
      .verdict(
        headline: "Score 0.60: one rule of ten is broken.", .partial,
        lines: [
          "scale before distances: 0 % of 40 %. The distances of step 2 were 99.9 % spend.",
          "agreement: 0.08",
          "With this order 38 % of the customers change their group next week.",
        ]),
      .gap, .heading("Your order, as it ran"),
      .table(
        header: ["", "step", "state", "what happened"],
        rows: [
          ["1", "check", "ok", "400 rows, 0 rejected"], ["2", "cluster", "ok", "3 groups"],
          ["3", "scale", "late", "too late: the distances of step 2 were 99.9 % spend"],
          ["4", "evaluate", "low", "agreement 0.08"],
        ]),
    ],
    actions: [
      Action(
        keys: [.enter, .character("n"), .space], word: "next", label: "next step", event: .next)
    ] + always)

  static func writing(_ text: String, cursor: Int? = nil) -> Scene {
    Scene(
      title: "Explain clustering · interview", place: "seed 3 · 1 of 1, answer",
      main: [.heading("Strong answer"), .prose([Span("Two minutes, as you would speak.")])],
      aside: [
        .prose([Span("What is clustering, and when would you not use it?", .bold)]),
        .item(mark: "1.", [Span("Define it in one sentence.", .muted)]),
        .item(mark: "2.", [Span("Ground it in a scenario.", .muted)]), .gap, .writing,
      ],
      actions: [
        Action(keys: [.control("d")], word: "commit", label: "commit", event: .submit)
      ] + always,
      input: .text(Draft(text: text, cursor: cursor ?? text.count)))
  }

  static let help = Scene(
    title: "Keys here: What is clustering?", place: "help",
    main: [
      .table(
        header: ["key", "typed in the line face", "what it does"],
        rows: lesson.actions.map { action in
          [action.keys.map(\.name).joined(separator: " "), action.word, action.label]
        }),
      .gap,
      .prose([Span("Everything that you answer is on disk before the screen moves on.")]),
      .prose([Span("You can quit at any key; you come back to this place.")]),
    ],
    actions: [
      Action(keys: [.escape, .character("?"), .enter], word: "back", label: "back", event: .back),
      always[2],
    ])

  static let walkthrough = Scene(
    title: "How k-means is built", place: "2 of 6 pages",
    main: [
      .heading("One round"),
      .prose([
        Span("Each point goes to its nearest center, then each center goes to the mean of its "),
        Span("points", .bold), Span(". The inertia never rises: both steps can only lower it."),
      ]),
      .gap, .prose([Span("Clustering/KMeans.swift, line 98", .muted)]),
      .code(
        """
        func step(_ points: Points) -> KMeansState {
          let labels = points.map { nearestCenter(to: $0, among: centers, startingFrom: lastLabels) }
          // An empty cluster keeps its center.
          return KMeansState(labels: labels, centers: means(of: points, labels))
        }
        """, firstLine: 98),
      .gap,
      .callout(
        title: "First time",
        [
          [
            Span(
              "A center is not a customer. It is the mean of a group, and nobody may stand there.")
          ]
        ]),
      .item(mark: "•", [Span("It stops when no label changes.")]),
      .item(
        mark: "•",
        [
          Span(
            "It also stops after a given number of rounds, and says so, because then it did not converge."
          )
        ]
      ),
    ], actions: [next, previous] + always)

  static let all = [
    home, lesson, lab, flow, outcome, writing("A group."), help, walkthrough,
  ]
}

func screen(_ scene: Scene, _ width: Int = 80, _ height: Int = 24, _ glyphs: GlyphSet = .unicode)
  -> String
{
  FullScreen(size: Size(width: width, height: height), glyphs: glyphs).draw(scene).surface.text
}

extension Sample {
  /// What content may bring: wide characters, joined emoji, escapes, overrides of direction.
  static let foreign = Scene(
    title: "聚类是什么？", place: "1 of 3 pages",
    main: [
      .heading("没有标签的客户 👩‍👩‍👧"),
      .prose([
        Span("聚类把彼此相近的点放进同一组，不需要任何标签。每一组的中心是组内各点的平均值，它不一定是真实的客户。")
      ]),
      .table(
        header: ["列", "值"], rows: [["消费", "210,5 €"], ["café", "−3 %"], ["👍", "12"]]),
      .prose([Span("red \u{1B}[31mnot red\u{7}, \u{202E}backwards, tab\there, e\u{301}")]),
    ], actions: [next] + always)

  /// A table with more text than its columns have room for, and one with too many columns.
  static let tables = Scene(
    title: "Tables", place: "",
    main: [
      .table(
        header: ["algorithm", "shape of its groups", "what it needs to be told", "cost"],
        rows: [
          [
            "k-means", "round, of similar size, around a mean", "k, the number of groups",
            "1 200",
          ],
          [
            "DBSCAN", "any shape, as dense as each other, with the rest told as noise",
            "how near is near, and how many neighbours make a crowd", "45",
          ],
        ]),
      .gap,
      .table(
        header: (1...16).map { "column\($0)" }, rows: [(1...16).map { "\($0 * 1000)" }]),
    ], actions: always)

  static let manyChoices = Scene(
    title: "Marking", place: "points",
    main: [
      .prose([Span("Which of these did you say? Mark honestly: only you see it.", .bold)]),
      .menu(
        [
          MenuItem(
            text:
              "Clusters are groups of similar points found without labels, so there is no accuracy to report.",
            mark: "[x]", name: "1"),
          MenuItem(
            text: "Features on larger scales dominate the distances.",
            note: "found in: \"the bigger numbers win\" (matched in your second sentence)",
            mark: "[ ]", name: "2"),
        ], cursor: 1),
      .verdict(
        headline: "Right: 3 groups.", .good, lines: ["silhouette: 0.52", "agreement: 0.97"]),
      .verdict(headline: "Not yet.", .bad, lines: ["The groups are of no use."]),
      .verdict(headline: "Your answer is on record.", .neutral, lines: []),
    ], actions: choosing("mark") + always)
}
