import Charts
import LineMode
import Screen
import Testing
import Tutoring

private func transcript(_ scenes: [Scene]) -> String {
  var face = LineMode()
  return scenes.map { face.tell($0).joined(separator: "\n") }.joined(separator: "\n--\n")
}

@Test func `a lab is told in sentences`() {
  var face = LineMode()
  let scene = diagnosis()
  let text = (face.tell(scene) + face.prompt(for: scene)).joined(separator: "\n")
  #expect(
    text == """

      The loud feature, lab: seed 4711, 2 of 4, diagnose.

      What happened?

        agreement: now 0.08, at first 0.97
        silhouette: now 0.71, at first 0.52
      share of squared distance: spend 99.9 %, visits 0.1 %.

      The silhouette rose while the groups became useless. Why?
        1  One feature is loud
        2  There are too few groups

      Your answer (1-2, with guess, fairly or sure behind it, h for a hint that costs
      10 %, ? for help):
      """)
}

@Test func `while a method is at work, lines tell where its centers stand`() {
  var chart = ScatterChart(
    points: [PlotPoint(1, 1), PlotPoint(2, 1), PlotPoint(8, 9)], labels: [0, 0, 1],
    centers: [PlotPoint(4, 2), PlotPoint(8, 9)], xAxis: Axis("x"), yAxis: Axis("y"))
  chart.work = ScatterChart.Work()
  let scene = Scene(
    title: "Watch", place: "", main: [.chart(.scatter(chart))], actions: always)
  #expect(
    transcript([scene]) == """

      Watch.
      2 groups: A 2, B 1.
        A: 2 points, x from 1 to 2, y always 1
        B: 1 point, x always 8, y always 9
        center A: (4, 2)
        center B: (8, 9)
      """)
}

@Test func `home is a numbered list`() {
  #expect(
    transcript([home]) == """

      Centroid: 5 cards due, about 9 min.
      1  What is clustering?: 2 of 11 parts shown

        1  Continue: The loud feature (lab, about 15 min)
        2  ✓ lesson  What is clustering? (passed, 90 %)
      """)
}

@Test func `a hint is said once, and nothing is said again with it`() {
  let hinted = diagnosis(hints: [.callout(title: "Hint", [[Span("Look at the two axes.")]])])
  var face = LineMode()
  _ = face.tell(diagnosis())
  #expect(face.tell(hinted) == ["", "Hint: Look at the two axes."])
  #expect(face.tell(hinted) == ["", "Nothing has changed."])
}

@Test func `a changed value brings the figures that changed, and no picture that did not`() {
  var face = LineMode()
  _ = face.tell(tuning(scale: "none", agreement: "0.08"))
  let news = face.tell(tuning(scale: "standard", agreement: "0.97"))
  #expect(
    news.joined(separator: "\n") == """

        scale: standard (choices: none, standard, min-max)
        agreement: now 0.97, at first 0.97
      """)
}

@Test func `a notice is said each time that it is given`() {
  var face = LineMode()
  _ = face.tell(diagnosis())
  let scene = diagnosis(notice: "There are no more hints.")
  for _ in 1...2 { #expect(face.tell(scene) == ["", "There are no more hints."]) }
}

@Test func `help is told without forgetting the question`() {
  var face = LineMode()
  _ = face.tell(diagnosis())
  let help = Scene(
    title: "Keys here: The loud feature", place: "help",
    main: [
      .table(header: ["key", "word", "what it does"], rows: [["h", "hint", "hint (−10 %)"]])
    ],
    actions: always)
  #expect(face.tell(help).contains("  hint or h: hint (−10 %)"))
  #expect(face.tell(diagnosis()) == [])
  #expect(face.read("repeat", in: diagnosis()) == .success([]))
  #expect(face.tell(diagnosis()).contains("  1  One feature is loud"))
}

@Test func `a draft is told on coming back to it, and not while it is written`() {
  var face = LineMode()
  let lines = face.tell(writing("Inertia falls\n"))
  #expect(lines.suffix(2) == ["Written so far:", "  Inertia falls"])
  #expect(face.tell(writing("Inertia falls\nwith every k.\n")) == [])
}

@Test func `a row that ends in a sentence is told as one`() {
  let scene = Scene(
    title: "A flow", place: "done",
    main: [
      .table(
        header: ["", "step", "state", "what happened"],
        rows: [["1", "check", "good", "400 rows, 12 rejected"]])
    ], actions: always)
  #expect(transcript([scene]).hasSuffix("\n  1 check, good: 400 rows, 12 rejected"))
}

@Test func `while a text is written the prompt is only a mark`() {
  var face = LineMode()
  let scene = writing("Inertia falls\n")
  _ = face.tell(scene)
  #expect(face.prompt(for: scene).count > 1)
  _ = face.tell(scene)
  #expect(face.prompt(for: scene) == [">"])
}

@Test func `figures are not broken at the end of a line`() {
  var face = LineMode(width: 30)
  let scene = Scene(
    title: "A page", place: "1 of 2 pages",
    main: [.prose([Span("Group A has its middle at 1 027 145 cents, 99.9 % of it.")])],
    actions: always)
  let lines = face.tell(scene)
  #expect(lines.contains { $0.contains("1 027 145") })
  #expect(lines.contains { $0.contains("99.9 %") })
}

@Test func `a moved cursor is told`() {
  var face = LineMode()
  _ = face.tell(diagnosis())
  #expect(face.tell(diagnosis(cursor: 1)) == ["", "Now at 2: There are too few groups"])
}

@Test func `a picture is told once, by its sentences and the figures behind them`() {
  let scatter = ScatterChart(
    points: [PlotPoint(1, 1), PlotPoint(1, 3), PlotPoint(9, 9)], labels: [0, 0, 1],
    xAxis: Axis("spend", unit: "€"), yAxis: Axis("visits"))
  let scene = Scene(
    title: "A page", place: "1 of 2 pages", main: [.chart(.scatter(scatter))], actions: always)
  let text = transcript([scene])
  #expect(text.contains("2 groups, spend (€) across and visits up: A 2 points around (1, 2)"))
  #expect(text.contains("  A: 2 points, spend (€) always 1, visits from 1 to 3"))
}

@Test func `ASCII is all that is used where it is all there is`() {
  var face = LineMode(glyphs: .ascii)
  #expect(face.tell(home).allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
}

// MARK: - For every scene

private let bricks = [
  "spend", "\u{1B}[31mred\u{1B}[0m", "\u{07}", "a\u{202E}b", "漢字", "👩‍👩‍👧", "é", "\n", "x\u{0}",
  "\u{9B}2J", "a long word that goes on", String(repeating: "w", count: 200), "", "\t",
]

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31)
  }

  mutating func words() -> String {
    let one = bricks.randomElement(using: &self) ?? ""
    return one + " " + (bricks.randomElement(using: &self) ?? "")
  }

  mutating func element() -> Element {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: .heading(words())
    case 1: .prose([Span(words()), Span(words(), .bold)])
    case 2: .item(mark: words(), [Span(words())])
    case 3: .callout(title: words(), [[Span(words())], [Span(words())]])
    case 4: .code(words() + "\n" + words(), firstLine: 7)
    case 5: .chart(.bars(BarChart(title: words(), bars: [.init(words(), .nan)])))
    case 6:
      .table(header: [words(), words()], rows: [[words()], [words(), words(), words()], []])
    case 7: .menu(options([words(), words()]), cursor: 5)
    case 8:
      .form(
        [Field(name: words(), label: words(), value: words(), choices: [words()])], cursor: 0)
    case 9: .verdict(headline: words(), .bad, lines: [words()])
    case 10: .progress(label: words(), filled: 1, of: 0, words: words())
    default: .gap
    }
  }
}

private func randomScene(_ seed: UInt64) -> Scene {
  var dice = Dice(state: seed)
  return Scene(
    title: dice.words(), place: dice.words(), main: (0..<5).map { _ in dice.element() },
    aside: (0..<3).map { _ in dice.element() },
    actions: [Action(keys: [.enter], word: dice.words(), label: dice.words(), event: .enter)]
      + always,
    notice: dice.words(),
    input: seed % 5 == 0 ? .text(Draft(text: dice.words(), cursor: 99)) : .keys)
}

private func isPrintable(_ line: String) -> Bool {
  line.unicodeScalars.allSatisfy { scalar in
    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
      && !(0x202A...0x202E).contains(scalar.value)
  }
}

@Test func `no scene gives an escape sequence or any other character that cannot be printed`() {
  for seed in 1...300 as ClosedRange<UInt64> {
    var face = LineMode(glyphs: seed % 2 == 0 ? .ascii : .unicode)
    let scene = randomScene(seed)
    var lines = face.tell(scene) + face.prompt(for: scene)
    for typed in ["\u{1B}[A", "7", "1 2 3", "x=\u{1B}", "", ".", "\u{0}"] {
      if case .failure(let misreading) = face.read(typed, in: scene) {
        lines += face.tell(misreading)
      }
    }
    lines += face.tell(randomScene(seed + 1))
    for line in lines { #expect(isPrintable(line), "seed \(seed): \(line.debugDescription)") }
  }
}

@Test func `no line of words is wider than the page`() {
  for seed in 1...300 as ClosedRange<UInt64> {
    var face = LineMode(width: 40)
    let scene = randomScene(seed)
    let hasCode = (scene.main + scene.aside).contains { element in
      if case .code = element { true } else { false }
    }
    for line in hasCode ? [] : face.tell(scene) + face.prompt(for: scene) {
      #expect(TextWidth.width(of: line) <= 40, "seed \(seed): \(line)")
    }
  }
}

@Test func `the same verdict is said again, and no change is said to be none`() {
  var face = LineMode()
  let refused = Scene(
    title: "A lab", place: "1 of 1", main: [],
    aside: [.verdict(headline: "Not yet.", .bad, lines: ["Look at the shares."])],
    actions: [enter] + always)
  _ = face.tell(refused)
  #expect(face.tell(refused) == ["", "Not yet.", "  Look at the shares."])
  _ = face.tell(home)
  #expect(face.tell(home) == ["", "Nothing has changed."])
}

@Test func `what the sentence of a picture has said is not said again as a figure`() {
  let tree = DendrogramChart(
    leaves: [0, 1], merges: [], labels: [0, 1], tallest: 1, yAxis: Axis("height"))
  let scene = Scene(title: "A", place: "", main: [.chart(.dendrogram(tree))], actions: [])
  #expect(transcript([scene]).ranges(of: "No merge yet").count == 1)
}
