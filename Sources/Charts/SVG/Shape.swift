// The shapes of marks in an exported picture. Groups differ by shape as well as by colour and
// letter; after the last shape they begin again with another colour.

struct Shape: Sendable, Equatable {
  enum Outline: Sendable {
    case circle, square, triangle, diamond, wedge, pentagon, cross, plus, star, stroke, rule
  }

  let outline: Outline
  var isHollow = false

  static let circle = Shape(outline: .circle)
  static let ring = Shape(outline: .circle, isHollow: true)
  static let cross = Shape(outline: .cross)
  static let star = Shape(outline: .star)
  /// A piece of a line, for lines in a legend.
  static let stroke = Shape(outline: .stroke)
  static let rule = Shape(outline: .rule)

  static func of(group index: Int) -> Shape {
    let outlines: [Outline] = [
      .circle, .square, .triangle, .diamond, .plus, .wedge, .pentagon, .star,
    ]
    return Shape(outline: outlines[Int(index.magnitude % UInt(outlines.count))])
  }

  /// As on the screen: full and hollow by turns.
  static func of(line index: Int) -> Shape {
    let outlines: [Outline] = [.circle, .triangle, .square]
    let turn = Int(index.magnitude % 6)
    return Shape(outline: outlines[turn / 2], isHollow: turn % 2 == 1)
  }
}

extension Shape {
  /// The outline as path commands from its middle.
  func path(radius r: Double) -> String {
    guard outline != .circle else {
      let (one, two) = (decimal(r), decimal(2 * r))
      return "m-\(one) 0a\(one) \(one) 0 1 0 \(two) 0a\(one) \(one) 0 1 0-\(two) 0z"
    }
    var path = ""
    var last = (x: 0.0, y: 0.0)
    for (index, corner) in corners.enumerated() {
      path += index == 0 ? "m" : "l"
      path += "\(decimal((corner.x - last.x) * r)) \(decimal((corner.y - last.y) * r))"
      last = corner
    }
    return path + "z"
  }

  /// Of about the same area as a circle of radius one; y grows downwards.
  private var corners: [(x: Double, y: Double)] {
    switch outline {
    case .circle: []
    case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
    case .triangle: [(0, -1.3), (1.2, 0.8), (-1.2, 0.8)]
    case .wedge: [(0, 1.3), (1.2, -0.8), (-1.2, -0.8)]
    case .diamond: [(0, -1.3), (1.2, 0), (0, 1.3), (-1.2, 0)]
    case .pentagon: [(0, -1.1), (1.05, -0.34), (0.65, 0.9), (-0.65, 0.9), (-1.05, -0.34)]
    case .plus:
      [
        (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2),
        (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
      ]
    case .cross:
      [
        (-1, -0.7), (-0.7, -1), (0, -0.3), (0.7, -1), (1, -0.7), (0.3, 0), (1, 0.7), (0.7, 1),
        (0, 0.3), (-0.7, 1), (-1, 0.7), (-0.3, 0),
      ]
    case .star:
      [
        (0, -1.3), (0.32, -0.4), (1.24, -0.4), (0.5, 0.16), (0.76, 1.05), (0, 0.5), (-0.76, 1.05),
        (-0.5, 0.16), (-1.24, -0.4), (-0.32, -0.4),
      ]
    case .stroke: [(-1.3, -0.2), (1.3, -0.2), (1.3, 0.2), (-1.3, 0.2)]
    case .rule: [(-0.2, -1.6), (0.2, -1.6), (0.2, 1.6), (-0.2, 1.6)]
    }
  }
}
