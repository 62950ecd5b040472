// How well a colour stands out from another: relative luminance and the contrast ratio of WCAG
// 2.2, 1 for a colour and itself, 21 for black and white.

extension RGB {
  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.init(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  package static let black = RGB(0, 0, 0)
  package static let white = RGB(255, 255, 255)

  /// 0...1
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  package func contrast(with other: RGB) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// How different two colours look, nearly: the eye weighs the parts by how much red there is
  /// (the "redmean" approximation).
  package func distance(to other: RGB) -> Double {
    let mean = (Double(red) + Double(other.red)) / 512
    let (r, g, b) = (
      Double(red) - Double(other.red), Double(green) - Double(other.green),
      Double(blue) - Double(other.blue)
    )
    return (2 + mean) * r * r + 4 * g * g + (3 - mean) * b * b
  }

  private static func linear(_ part: UInt8) -> Double {
    let x = Double(part) / 255
    return x <= 0.04045 ? x / 12.92 : power12Fifths((x + 0.055) / 1.055)
  }

  /// x^2.4 = x² · (x²)^(1/5), the root by Newton: this room does without the C library.
  private static func power12Fifths(_ x: Double) -> Double {
    let square = x * x
    var root = 0.5 + square / 2
    for _ in 0..<12 {
      let fourth = root * root * root * root
      root += (square / fourth - root) / 5
    }
    return square * root
  }
}
