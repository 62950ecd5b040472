import Screen
import Wording

// The legend of a scatter plot: how many points each group has, and what the other marks mean.

extension ScatterChart {
  /// On a line that is too short the counts of the groups make room, all of them: a few
  /// counts would look like all the groups there are.
  func legend(
    _ glyphs: GlyphSet, showsMixed: Bool, row: Int, left: Int, width: Int
  ) -> Legend {
    let groups = groups
    let counts = groups.filter { !$0.isNoise }
      .map { Legend.Item(.group($0.label), grouped($0.count), glyphs) }
    let marks = marks(noise: groups.first(where: \.isNoise), showsMixed, glyphs)
    // What a line between points is can be guessed, if there is no room to say so; what an
    // undecided point is, the sentence says too.
    let rest = counts + marks
    let open = counts + openMark(glyphs) + marks
    var shown =
      [open + wayMarks(glyphs), open, rest].first { Legend.width(of: $0) <= width }
      ?? marks
    while shown.count > 1, Legend.width(of: shown) > width { shown.removeFirst() }
    return Legend(shown, row: row, left: left, width: width)
  }

  private func marks(noise: Group?, _ showsMixed: Bool, _ glyphs: GlyphSet) -> [Legend.Item] {
    var marks: [(Mark, String)] = []
    if let noise { marks.append((.noise, "noise \(grouped(noise.count))")) }
    if let centers, !centers.isEmpty {
      let dots = glyphs == .ascii ? ".." : "…"
      marks.append((.center(0), centers.count == 1 ? "center" : "\(dots) centers"))
    }
    if showsMixed { marks.append((.mixed, "more than one")) }
    return (marks + workMarks).map { Legend.Item($0, $1, glyphs) }
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

  private var workMarks: [(Mark, String)] {
    guard let work else { return [] }
    var marks: [(Mark, String)] = []
    if work.focus != nil { marks.append((.focus, "looked at")) }
    if !work.near.isEmpty { marks.append((.near, work.nearWords)) }
    if !work.cores.isEmpty { marks.append((.core(0), "core point")) }
    return marks
  }
}

extension Legend.Item {
  fileprivate init(_ mark: Mark, _ text: String, _ glyphs: GlyphSet) {
    self.init(
      mark: mark.character(glyphs), style: mark.style, shape: mark.shape, text: text,
      ink: mark.isCenter ? .plain : nil)
  }
}
