// What holds for every scene in every window.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A random scene and the words of its prose, each of which occurs once.
private struct RandomScene {
  var dice: Dice
  var words: [String] = []

  init(seed: UInt64) {
    dice = Dice(state: seed)
  }

  private mutating func text(_ range: ClosedRange<Int>) -> String {
    (0..<dice.roll(range)).map { _ in
      ["cluster", "of", "距离", "é", "👩‍👩‍👧", "\u{1B}[31m", "a\tb", "−0.5 %", "\u{202E}"]
        .randomElement(using: &dice) ?? ""
    }.joined(separator: " ")
  }

  private mutating func prose() -> [Span] {
    (0..<dice.roll(1...60)).map { _ in
      let word = "w\(words.count)." + String(repeating: "x", count: dice.roll(0...9))
      words.append(word)
      return Span(word + " ", dice.roll(0...4) == 0 ? .bold : .plain)
    }
  }

  private mutating func texts(_ range: ClosedRange<Int>) -> [String] {
    (0..<dice.roll(range)).map { _ in text(0...6) }
  }

  private mutating func element() -> Element {
    switch dice.roll(0...14) {
    case 0: .heading(text(0...12))
    case 1, 2: .prose(prose())
    case 3: .item(mark: "\(dice.roll(1...12)).", [Span(text(0...30))])
    case 4: .callout(title: text(0...2), [[Span(text(0...40))], []])
    case 5: .code(texts(0...12).joined(separator: "\n"), firstLine: dice.roll(0...1) * 98)
    case 6: .chart(chart())
    case 7: .table(header: texts(0...9), rows: (0..<dice.roll(0...6)).map { _ in texts(0...9) })
    case 8: menu()
    case 9: form()
    case 10: .verdict(headline: text(0...20), .bad, lines: texts(0...5))
    case 11:
      .progress(
        label: text(0...4), filled: dice.roll(-2...40), of: dice.roll(-2...30), words: text(0...4))
    case 12: standings()
    case 13:
      .pipeline(
        texts(0...7).map { name in
          Station(
            name: name, isCurrent: dice.roll(0...3) == 0,
            state: [.ahead, .done, .leftOut].randomElement(using: &dice) ?? .ahead,
            notes: texts(0...3))
        })
    default: dice.roll(0...1) == 0 ? .gap : .writing
    }
  }

  private mutating func chart() -> Chart {
    switch dice.roll(0...7) {
    case 0, 1: .scatter(customers)
    case 2: .scatter(ways())
    case 3: .histogram(HistogramChart(numbers(0...90), xAxis: Axis(text(0...3), unit: text(0...1))))
    case 4:
      .histogram(
        HistogramChart(
          [(text(0...2), numbers(0...40)), (text(0...2), numbers(1...40))],
          xAxis: Axis(text(0...3))))
    case 5: silhouette()
    case 6: dendrogram()
    default:
      .bars(BarChart(title: text(0...3), bars: texts(0...6).map { BarChart.Bar($0, 0.3) }))
    }
  }

  private mutating func numbers(_ count: ClosedRange<Int>) -> [Double] {
    (0..<dice.roll(count)).map { _ in Double(dice.roll(-400...900)) / 8 }
  }

  /// A method at work: links, trails, and points of which nothing is decided.
  private mutating func ways() -> ScatterChart {
    var chart = customers
    let groups = chart.centers?.count ?? 0
    chart.showsLinks = dice.roll(0...1) == 0
    chart.trails = (0..<groups).map { _ in
      (0..<dice.roll(0...4)).map { _ in
        PlotPoint(Double(dice.roll(0...900)), Double(dice.roll(0...40)))
      }
    }
    if dice.roll(0...1) == 0 {
      let rows = chart.points.indices.filter { _ in dice.roll(0...2) == 0 }
      chart.work = ScatterChart.Work(
        undecided: Set(rows), cores: Set(chart.points.indices.prefix(4)), focus: rows.first,
        near: Set(rows.prefix(3)))
    }
    return chart
  }

  private mutating func silhouette() -> Chart {
    let values = numbers(0...120).map { max(-1, min(1, $0 / 60)) }
    return .silhouette(
      SilhouetteChart(values: values, labels: values.map { _ in dice.roll(-1...5) }))
  }

  /// Merges of whatever is left, two at a time.
  private mutating func dendrogram() -> Chart {
    let count = dice.roll(1...30)
    var open = Array(0..<count)
    let merges = (0..<(count - 1)).map { index in
      let (a, b) = (open.removeFirst(), open.removeFirst())
      open.append(count + index)
      return DendrogramChart.Merge(a, b, height: Double(index + 1) / 4)
    }
    let shown = Array(merges.prefix(dice.roll(0...count)))
    return .dendrogram(
      DendrogramChart(
        leaves: Array(0..<count), merges: shown, labels: (0..<count).map { _ in dice.roll(-1...4) },
        cut: dice.roll(0...1) == 0 ? nil : 2, tallest: Double(count) / 4, yAxis: Axis("height")))
  }

  private mutating func standings() -> Element {
    let cells: [StandingCell] = [
      .parts(done: 3, of: 2), .share(0.5), .notBegun, .nothing, .bar(1.5), .parts(done: 0, of: 0),
    ]
    let rows = texts(0...12).map { text in
      StandingRow(
        text: text, mark: "~", note: text, cells: Array(cells.prefix(dice.roll(0...6))), name: "1")
    }
    return .standings(
      header: texts(0...7), rows, cursor: dice.roll(0...1) == 0 ? nil : dice.roll(0...12))
  }

  private mutating func menu() -> Element {
    let items = texts(0...12).map { MenuItem(text: $0, note: text(0...4), mark: "+", name: "1") }
    return .menu(items, cursor: dice.roll(0...1) == 0 ? nil : dice.roll(0...12))
  }

  private mutating func form() -> Element {
    let fields = texts(0...5).map { label in
      let choices = texts(1...5)
      return Field(name: "f", label: label, value: choices.last ?? "", choices: choices)
    }
    return .form(fields, cursor: dice.roll(0...5))
  }

  mutating func scene() -> Scene {
    let main = (0..<dice.roll(0...6)).map { _ in element() }
    let aside = (0..<dice.roll(0...4)).map { _ in element() }
    let writes = dice.roll(0...3) == 0
    return Scene(
      title: text(0...9), place: text(0...9), main: main, aside: aside,
      actions: (dice.roll(0...1) == 0 ? Sample.lesson : Sample.lab).actions,
      notice: dice.roll(0...2) == 0 ? text(1...40) : nil,
      input: writes ? .text(Draft(text: text(0...400), cursor: dice.roll(-3...500))) : .keys)
  }

  mutating func size() -> Size {
    Size(width: dice.roll(60...240), height: dice.roll(20...70))
  }
}

/// A scene is drawn page by page, which takes its time without optimisation.
private let seeds: Range<Int> = {
  #if DEBUG
    0..<60
  #else
    0..<300
  #endif
}()

@Test(arguments: seeds)
func `any scene can be drawn in any window and read to its end`(seed: Int) throws {
  var random = RandomScene(seed: UInt64(seed))
  let scene = random.scene()
  let size = random.size()
  var face = FullScreen(size: size, glyphs: seed % 3 == 0 ? .ascii : .unicode)
  let (surface, cursor) = face.draw(scene)
  let message = "seed \(seed), \(size.width) × \(size.height)"

  #expect(surface.size == size, "\(message)")
  if let cursor { #expect(surface.bounds.contains(cursor.x, cursor.y), "\(message)") }
  let last = try #require(surface.rows.last)
  let dot = face.glyphs == .ascii ? "." : "·"
  let ways =
    scene.input == .keys
    ? ["\(dot) ? \(dot) q", "? help \(dot) q quit"] : ["F1 help \(dot) ctrl-q quit"]
  #expect(ways.contains(where: last.hasSuffix), "\(message): \(last)")

  let read = readToTheEnd(scene, &face)
  let missing = random.words.filter { !read.contains($0) }
  #expect(missing.isEmpty, "\(message): \(missing)")
}

/// Every word that comes into sight while paging down from the top.
private func readToTheEnd(_ scene: Scene, _ face: inout FullScreen) -> Set<String> {
  var words: Set<String> = []
  for key in [Key.pageUp, .pageDown] {
    var shown = face.draw(scene).surface
    while true {
      words.formUnion(shown.text.split { $0 == " " || $0 == "\n" }.map(String.init))
      #expect(face.event(for: key, in: scene) == nil)
      let next = face.draw(scene).surface
      if next == shown { break }
      shown = next
    }
  }
  return words
}
