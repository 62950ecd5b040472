import Screen
import Wording

// The legend of a scatter plot: how many points each group has, and what the other marks mean.
// It names the marks that can be seen, and no others.

extension ScatterChart {
  /// How many lines it takes. While a method is at work always as many as it can come to: the
  /// plot above must not jump.
  func legendLines(_ glyphs: GlyphSet, width: Int) -> Int {
    guard labels != nil || centers?.isEmpty == false else { return 0 }
    guard let work else { return 1 }
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
  /// Where there is too little room the counts of the groups make room, all of them: a few
  /// counts would look like all the groups there are.
  private func countItems(
    _ glyphs: GlyphSet, showsMixed: Bool, width: Int, lines: Int
  ) -> [Legend.Item] {
    func fits(_ items: [Legend.Item]) -> Bool {
      lines == 1
        ? Legend.width(of: items) <= width : Legend.lines(of: items, width: width) <= lines
    }
    let groups = groups
    let counts = groups.filter { !$0.isNoise }
      .map { Legend.Item(.group($0.label), grouped($0.count), glyphs) }
    let marks = marks(noise: groups.first(where: \.isNoise), showsMixed, glyphs)
    // What a line between points is can be guessed, if there is no room to say so; what an
    // undecided point is, the sentence says too.
    let rest = counts + marks
    let open = counts + openMark(glyphs) + marks
    var shown = [open + wayMarks(glyphs), open, rest].first(where: fits) ?? marks
    while shown.count > 1, !fits(shown) { shown.removeFirst() }
    return shown
  }

  private func marks(noise: Group?, _ showsMixed: Bool, _ glyphs: GlyphSet) -> [Legend.Item] {
    var marks: [(Mark, String)] = []
    if let noise { marks.append((.noise, "noise \(grouped(noise.count))")) }
    if let centers, !centers.isEmpty {
      marks.append((.center(0), centers.count == 1 ? "center" : "\(glyphs.dots) centers"))
    }
    if showsMixed { marks.append((.mixed, "more than one")) }
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
    let members = work.kind == .density ? "border" : "groups"
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
