// The colours that inks stand for, one set for light and one for dark backgrounds. The groups
// have the hues of Okabe and Ito, moved in lightness until each has a contrast of at least 3 : 1
// with its background and any two can be told apart with every kind of colour vision. The
// terminal and the exported picture both take them from here.
//
// M. Okabe, K. Ito, "Color Universal Design" (2008), jfly.uni-koeln.de/color

package struct RGB: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// `RGB(0xE69F00)`
  package init(_ code: UInt32) {
    red = UInt8(truncatingIfNeeded: code >> 16)
    green = UInt8(truncatingIfNeeded: code >> 8)
    blue = UInt8(truncatingIfNeeded: code)
  }

  /// `#e69f00`
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// What lies behind the text.
package enum Background: String, Sendable, Hashable, CaseIterable {
  case light
  case dark

  /// Where the background is ours to choose.
  package var colour: RGB { self == .light ? RGB(0xFFFFFF) : RGB(0x1C1C1C) }
}

extension Ink {
  /// Groups beyond these share colours; their letters differ.
  package static let clusterColourCount = 7

  package func colour(on background: Background) -> RGB {
    let isLight = background == .light
    return switch self {
    case .plain: RGB(isLight ? 0x1A1A1A : 0xE8E8E8)
    case .muted: RGB(isLight ? 0x666666 : 0xA0A0A0)
    case .accent: RGB(isLight ? 0x1969BC : 0x50B4FF)
    case .good: RGB(isLight ? 0x00704F : 0x00D0A0)
    case .warning: RGB(isLight ? 0x895D00 : 0xD5A800)
    case .bad: RGB(isLight ? 0xB83A00 : 0xFF6A33)
    case .cluster(let index):
      RGB(
        (isLight ? onLight : onDark)[Int(index.magnitude % UInt(Self.clusterColourCount))])
    }
  }
}

/// Orange, sky blue, bluish green, reddish purple, blue, vermilion, yellow.
private let onLight: [UInt32] = [
  0x895D00, 0x0680FF, 0x00584D, 0xBD517E, 0x1969BC, 0x793600, 0x9F7F0D,
]
private let onDark: [UInt32] = [
  0xD5A800, 0x50B4FF, 0x00F1CD, 0xC66A91, 0x2682E3, 0xE94500, 0xEDD818,
]
