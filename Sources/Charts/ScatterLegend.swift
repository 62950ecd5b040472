import Screen
import Wording

// The legend of a scatter plot: how many points each group has, and what the other marks mean.
// It names the marks that can be seen, and no others.

extension ScatterChart {
  /// How many lines it takes. While a method is at work always as many as it can come to: the
  /// plot above must not jump.
  func legendLines(_ glyphs: GlyphSet, in size: Size) -> Int {
    guard labels != nil || centers?.isEmpty == false else { return 0 }
    let width = size.width
    guard let work else { return countLines(glyphs, in: size) }
    switch work.kind {
    case .centers:
      guard let centers, !trails.isEmpty else { return 1 }
      let counts = centers.indices.map {
        Legend.Item(.group($0), grouped(points.count), glyphs)
      }
      let marks = workItems(of: [.point, .mixed, .trail(0), .center(0), .center(1)], glyphs)
      return Legend.width(of: counts + marks) <= width ? 1 : 2
    case .density:
      let letters = (0..<2).flatMap { [Mark.core($0), .group($0)] }
      let all = workItems(of: letters + [.noise, .focus, .near, .point, .mixed], glyphs)
      return min(3, Legend.lines(of: all, width: width))
    case .merging:
      let all = workItems(of: [.group(0), .group(1), .near, .point, .mixed], glyphs)
      return min(3, Legend.lines(of: all, width: width))
    }
  }

  func legend(
    _ glyphs: GlyphSet, _ present: Set<Mark>, row: Int, left: Int, width: Int, lines: Int
  ) -> Legend {
    let items =
      work.map { $0.kind != .centers } == true
      ? workItems(of: Array(present), glyphs)
      : countItems(glyphs, showsMixed: present.contains(.mixed), width: width, lines: lines)
    return Legend(items, row: row, left: left, width: width, lines: lines)
  }
}

// MARK: - Groups with their counts

extension ScatterChart {
  /// A second line where all counts come to stand only then. Which cells hold points of several
  /// groups is known only when the height of the plot is: room is kept for the mark that says so.
  private func countLines(_ glyphs: GlyphSet, in size: Size) -> Int {
    let groups = groups
    func lines(_ telling: Telling) -> Int {
      let items = counts(groups, glyphs) + marks(groups, groups.count > 1, glyphs, telling)
      return Legend.lines(of: items, width: size.width)
    }
    return size.height >= Self.roomy && lines(.short) > 1 && lines(.tight) <= 2 ? 2 : 1
  }

  /// From this height on a second line takes little from the plot.
  private static let roomy = 12

  /// The counts of the groups stand as long as all of them have room: a few counts would look
  /// like all the groups there are. Words make room before counts do.
  private func countItems(
    _ glyphs: GlyphSet, showsMixed: Bool, width: Int, lines: Int
  ) -> [Legend.Item] {
    func fits(_ items: [Legend.Item]) -> Bool {
      lines == 1
        ? Legend.width(of: items) <= width : Legend.lines(of: items, width: width) <= lines
    }
    let groups = groups
    let counts = counts(groups, glyphs)
    func marks(_ telling: Telling, _ showsMixed: Bool = showsMixed) -> [Legend.Item] {
      self.marks(groups, showsMixed, glyphs, telling)
    }
    // What a line between points is can be guessed, if there is no room to say so; what an
    // undecided point is, the sentence says too.
    let open = counts + openMark(glyphs) + marks(.long)
    let wishes = [
      open + wayMarks(glyphs), open, counts + marks(.long), counts + marks(.short),
      counts + marks(.tight), counts + marks(.tight, false), marks(.long),
    ]
    var shown = wishes.first(where: fits) ?? marks(.short)
    while shown.count > 1, !fits(shown) { shown.removeFirst() }
    return shown
  }

  private func counts(_ groups: [Group], _ glyphs: GlyphSet) -> [Legend.Item] {
    groups.filter { !$0.isNoise }
      .map { Legend.Item(.group($0.label), grouped($0.count), glyphs) }
  }

  /// How much the marks say: in few words, and only what cannot be guessed.
  private enum Telling { case long, short, tight }

  private func marks(
    _ groups: [Group], _ showsMixed: Bool, _ glyphs: GlyphSet, _ telling: Telling
  ) -> [Legend.Item] {
    var marks: [(Mark, String)] = []
    if let noise = groups.first(where: \.isNoise) {
      let words = telling == .tight ? "" : "noise "
      marks.append((.noise, words + grouped(noise.count)))
    }
    if let centers, !centers.isEmpty, telling != .tight {
      marks.append((.center(0), centers.count == 1 ? "center" : "\(glyphs.dots) centers"))
    }
    if showsMixed { marks.append((.mixed, telling == .long ? "more than one" : "mixed")) }
    if let work, work.focus != nil { marks.append((.focus, "looked at")) }
    if let work, !work.near.isEmpty { marks.append((.near, work.nearWords)) }
    return marks.map { Legend.Item($0, $1, glyphs) }
  }

  private func openMark(_ glyphs: GlyphSet) -> [Legend.Item] {
    guard let work, work.marksUndecided else { return [] }
    return [.init(.point, work.undecidedWords, glyphs)]
  }

  private func wayMarks(_ glyphs: GlyphSet) -> [Legend.Item] {
    var items: [Legend.Item] = []
    if drawsLinks, labels != nil, centers != nil { items.append(.init(.link(0), "link", glyphs)) }
    if trails.contains(where: { $0.count > 1 }) { items.append(.init(.trail(0), "way", glyphs)) }
    return items
  }
}

// MARK: - A method at work

extension ScatterChart {
  /// What the marks mean, the letters first: `A … core  a … border  x noise`.
  private func workItems(of marks: [Mark], _ glyphs: GlyphSet) -> [Legend.Item] {
    let work = work ?? Work()
    let members = work.kind == .density ? work.membersWord : "groups"
    let letters =
      lettered(marks.compactMap(\.coreGroup), Mark.core, "core", glyphs)
      + lettered(marks.compactMap(\.memberGroup), Mark.group, members, glyphs)
      + lettered(marks.compactMap(\.centerGroup), Mark.center, "centers", glyphs)
    let others: [(Mark, String)] = [
      (.noise, "noise"), (.focus, "looked at"), (.near, work.nearWords),
      (.point, work.undecidedWords), (.mixed, "more than one"), (.trail(0), "way"),
    ]
    return letters
      + others.filter { marks.contains($0.0) }.map { Legend.Item($0.0, $0.1, glyphs) }
  }

  /// The first letter stands for all of them; beyond Z there is a sign.
  private func lettered(
    _ groups: [Int], _ mark: (Int) -> Mark, _ text: String, _ glyphs: GlyphSet
  ) -> [Legend.Item] {
    let known = groups.filter { $0 < Mark.letters }.sorted()
    var items: [Legend.Item] = []
    if let first = known.first {
      let dots = known.count > 1 ? "\(glyphs.dots) " : ""
      items.append(.init(mark(first), dots + text, glyphs))
    }
    if let beyond = groups.first(where: { $0 >= Mark.letters }) {
      items.append(.init(mark(beyond), "\(text) beyond Z", glyphs))
    }
    return items
  }
}

extension Mark {
  fileprivate var coreGroup: Int? { if case .core(let group) = self { group } else { nil } }
  fileprivate var memberGroup: Int? { if case .group(let group) = self { group } else { nil } }
  fileprivate var centerGroup: Int? { if case .center(let group) = self { group } else { nil } }
}

extension GlyphSet {
  fileprivate var dots: String { self == .ascii ? ".." : "…" }
}

extension Legend.Item {
  fileprivate init(_ mark: Mark, _ text: String, _ glyphs: GlyphSet) {
    self.init(
      mark: mark.character(glyphs), style: mark.style, shape: mark.shape, text: text,
      ink: mark.isCenter ? .plain : nil)
  }
}
