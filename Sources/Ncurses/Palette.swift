import CNcurses
import Screen

// Colours as ncurses has them: in numbered pairs of a foreground and a background. Which colour
// an ink has is said in Screen. Without colour, bold and underline stay, and `.muted` is dim.

/// How much colour may be used; never more than the terminal has.
package enum ColourMode: Sendable, Hashable {
  case none, sixteen, many
}

extension ColourDepth {
  /// Call once the terminal has started.
  init(atMost mode: ColourMode) {
    let available = mode == .none ? 0 : Int(cn_start_colour())
    self =
      switch available {
      case 256... where mode == .many: .many
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
  }
}

struct Palette {
  private struct Pair: Hashable {
    let foreground: Int
    let background: Int
  }

  private static let terminalDefault = -1
  private let depth: ColourDepth
  private let colours: TerminalColours
  private let pairLimit: Int
  private var pairs: [Pair: Int32] = [:]

  init(_ depth: ColourDepth, on background: Background?) {
    self.depth = depth
    colours = TerminalColours(depth, on: background)
    // A cell carries its pair as a short.
    pairLimit = depth == .none ? 0 : min(Int(cn_pair_count()), 256)
  }

  /// The number of the colour pair, made on first use; 0 is the terminal's own.
  mutating func pair(for style: Style) -> Int32 {
    guard depth != .none else { return 0 }
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
    if style.reverse || (style.background != nil && depth == .none) {
      bits |= Int32(cn_reverse)
    }
    if style.dim || (style.foreground == .muted && colours.number(of: .muted) == nil) {
      bits |= Int32(cn_dim)
    }
    return bits
  }

  private func colour(of ink: Ink) -> Int {
    colours.number(of: ink) ?? Self.terminalDefault
  }
}
