// From ink to one of a terminal's colours. Which one depends on how many there are and on what
// the letters stand on. With 256 colours it is the one nearest to what is wished for that still
// stands out from the ground; where nobody knows the ground, from black and from white. With
// eight or sixteen, whose looks belong to the terminal's owner, it is those that stand out as
// xterm has them. A ground that nobody knows is then taken for a dark one: the terminals that
// do not answer are consoles.

/// How many colours there are to draw with.
package enum ColourDepth: Sendable, Hashable, CaseIterable {
  case none, eight, sixteen, many
}

package struct TerminalColours: Sendable {
  private let depth: ColourDepth
  /// The inks that are not groups, then the groups until they repeat.
  private let named: [Ink: Int]
  private let groups: [Int]

  package init(_ depth: ColourDepth, on background: Background?) {
    self.depth = depth
    switch depth {
    case .none: (named, groups) = ([:], [])
    case .eight, .sixteen: (named, groups) = Self.few(depth, on: background ?? .dark)
    case .many: (named, groups) = Self.many(on: background)
    }
  }

  /// The number of the colour; nil is the terminal's own.
  package func number(of ink: Ink) -> Int? {
    guard case .cluster(let index) = ink else { return named[ink] }
    return groups.isEmpty ? nil : groups[Int(index.magnitude % UInt(groups.count))]
  }

  package static let inks: [Ink] = [.muted, .accent, .good, .warning, .bad]
}

// MARK: - Few colours

extension TerminalColours {
  private static func few(
    _ depth: ColourDepth, on background: Background
  ) -> (named: [Ink: Int], groups: [Int]) {
    let gray: [Ink: Int] = depth == .sixteen ? [.muted: 8] : [:]
    switch background {
    case .dark:
      // Yellow, cyan, green, magenta and red; the bright ones where there are.
      let groups = depth == .sixteen ? [11, 14, 10, 13, 12, 9] : [3, 6, 2, 5, 1]
      let inks: [Ink: Int] = [.accent: 6, .good: 2, .warning: 3, .bad: 1]
      return (inks.merging(gray) { $1 }, groups)
    case .light:
      // Yellow, cyan and green are pale on white.
      let inks: [Ink: Int] = [.accent: 4, .good: 4, .warning: 5, .bad: 1]
      return (inks.merging(gray) { $1 }, [4, 1, 5])
    }
  }
}

// MARK: - 256 colours

extension TerminalColours {
  /// What every ink has to have at least.
  package static let leastContrast = 3.0

  private static func many(
    on background: Background?
  ) -> (named: [Ink: Int], groups: [Int]) {
    let grounds = background.map { [$0] } ?? Background.allCases
    let readable = (16...255).filter { number in
      grounds.allSatisfy { colour(number).contrast(with: $0.colour) >= leastContrast }
    }
    // Two groups must not share a colour, even where the ground leaves few to choose from.
    var free = readable
    let groups = (0..<Ink.clusterColourCount).compactMap { index in
      let nearest = nearest(to: .cluster(index), on: background, among: free)
      free.removeAll { $0 == nearest }
      return nearest
    }
    let named = inks.map { ($0, nearest(to: $0, on: background, among: readable)) }
    return (
      Dictionary(
        uniqueKeysWithValues: named.compactMap { ink, number in number.map { (ink, $0) } }),
      groups
    )
  }

  private static func nearest(
    to ink: Ink, on background: Background?, among numbers: [Int]
  ) -> Int? {
    // Between the two for a ground that nobody knows.
    let wished = background.map { [$0] } ?? Background.allCases
    func distance(_ number: Int) -> Double {
      wished.reduce(0) { $0 + ink.colour(on: $1).distance(to: colour(number)) }
    }
    return numbers.min { distance($0) < distance($1) }
  }

  /// The colours 16 to 255 look the same on every terminal: a cube of six steps and 24 grays.
  package static func colour(_ number: Int) -> RGB {
    guard (16...255).contains(number) else { return RGB(0, 0, 0) }
    if number >= 232 {
      let gray = UInt8(8 + 10 * (number - 232))
      return RGB(gray, gray, gray)
    }
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let place = number - 16
    return RGB(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
  }
}
