import CNcurses
import Screen

// From ink to colour. The colours of groups are those of Okabe and Ito, which people with any
// kind of colour vision can tell apart, moved to the nearest of the 256 that is readable on
// black and on white. With 16 colours the terminal's own are used; with none, bold and
// underline stay, and `.muted` is dim.

/// How much colour may be used; never more than the terminal has.
package enum ColourMode: Sendable, Hashable {
  case none, sixteen, many
}

struct Palette {
  private enum Colours {
    case none, eight, sixteen, many
  }

  private struct Pair: Hashable {
    let foreground: Int
    let background: Int
  }

  private static let terminalDefault = -1
  private let colours: Colours
  private let pairLimit: Int
  private var pairs: [Pair: Int32] = [:]

  /// Call once the terminal has started.
  init(mode: ColourMode) {
    let available = mode == .none ? 0 : Int(cn_start_colour())
    colours =
      switch available {
      case 256... where mode == .many: .many
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
    // A cell carries its pair as a short.
    pairLimit = available == 0 ? 0 : min(Int(cn_pair_count()), 256)
  }

  /// The number of the colour pair, made on first use; 0 is the terminal's own.
  mutating func pair(for style: Style) -> Int32 {
    guard colours != .none else { return 0 }
    let pair = Pair(
      foreground: colour(of: style.foreground),
      background: style.background.map(colour(of:)) ?? Self.terminalDefault)
    if pair.foreground == Self.terminalDefault, pair.background == Self.terminalDefault { return 0 }
    if let known = pairs[pair] { return known }
    let next = Int32(pairs.count + 1)
    guard next < pairLimit,
      cn_define_pair(next, Int32(pair.foreground), Int32(pair.background))
    else { return 0 }
    pairs[pair] = next
    return next
  }

  func attributes(of style: Style) -> Int32 {
    var bits: Int32 = 0
    if style.bold { bits |= Int32(cn_bold) }
    if style.underline { bits |= Int32(cn_underline) }
    if style.reverse || (style.background != nil && colours == .none) {
      bits |= Int32(cn_reverse)
    }
    let isGrey = colours == .many || colours == .sixteen
    if style.dim || (style.foreground == .muted && !isGrey) { bits |= Int32(cn_dim) }
    return bits
  }

  private func colour(of ink: Ink) -> Int {
    colours == .many ? colourOf256(ink) : colourOf16(ink)
  }

  private func colourOf256(_ ink: Ink) -> Int {
    switch ink {
    case .plain: Self.terminalDefault
    case .muted: 244
    case .accent: 32  // blue
    case .good: 35  // bluish green
    case .warning: 172  // orange
    case .bad: 166  // vermilion
    // orange, sky blue, bluish green, reddish purple, blue, vermilion, yellow
    case .cluster(let index): Self.cycle([172, 74, 35, 175, 32, 166, 178], index)
    }
  }

  /// Yellow, cyan, green, magenta, blue and red of the terminal; grey only where there are 16.
  private func colourOf16(_ ink: Ink) -> Int {
    switch ink {
    case .plain: Self.terminalDefault
    case .muted: colours == .sixteen ? 8 : Self.terminalDefault
    case .accent: 6
    case .good: 2
    case .warning: 3
    case .bad: 1
    case .cluster(let index): Self.cycle([3, 6, 2, 5, 4, 1], index)
    }
  }

  private static func cycle(_ colours: [Int], _ index: Int) -> Int {
    colours[Int(index.magnitude % UInt(colours.count))]
  }
}
