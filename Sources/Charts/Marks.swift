import Screen

// How a group is written: always by its letter, in colour besides. Points are small letters,
// centers are capitals, so that a center is found among its points without any colour.

/// The name of a group in sentences: A ... Z, then AA, AB ...
package func groupName(_ index: Int) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  guard index >= 0 else { return "noise" }
  let last = String(letters[index % 26])
  return index < 26 ? last : groupName(index / 26 - 1) + last
}

/// What stands in a cell of a scatter plot.
enum Mark: Hashable {
  case point
  case group(Int)
  case noise
  case mixed
  case center(Int)
  /// A core point of a group.
  case core(Int)
  /// The point that was looked at last, and one near it.
  case focus
  case near
  /// Where a center came along.
  case trail(Int)
  /// On the way from a point to its center.
  case link(Int)

  /// Groups beyond Z share one mark, since a cell holds one character.
  static let letters = 26

  func character(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .point: glyphs.pick("·", ascii: ".")
    case .group(let index): index < Self.letters ? letter(index, from: "a") : "#"
    case .center(let index), .core(let index):
      index < Self.letters ? letter(index, from: "A") : "+"
    case .focus: "@"
    case .near: "o"
    case .trail, .link: glyphs == .braille ? "⠒" : glyphs.pick("∙", ascii: "'")
    case .noise: "x"
    case .mixed: "*"
    }
  }

  var style: Style {
    switch self {
    case .point: .plain
    case .group(let index): .cluster(index)
    case .center(let index): .cluster(index, bold: true)
    case .core(let index), .trail(let index), .link(let index): .cluster(index)
    case .focus: Style(.accent, bold: true)
    case .near: .accent
    case .noise: .muted
    case .mixed: .plain
    }
  }

  /// What stands for two points in one cell.
  static func sharing(_ a: Mark, _ b: Mark) -> Mark {
    switch (a, b) {
    case _ where a == b: a
    // The point in question is seen in any case, and then those near it.
    case (.focus, _), (_, .focus): .focus
    case (.near, _), (_, .near): .near
    case (.core(let own), .group(let other)) where own == other: a
    case (.group(let own), .core(let other)) where own == other: b
    default: .mixed
    }
  }

  private func letter(_ index: Int, from first: Unicode.Scalar) -> Character {
    Character(Unicode.Scalar(UInt8(first.value) + UInt8(index)))
  }

  var isCenter: Bool { if case .center = self { true } else { false } }

  /// What it looks like in an exported picture.
  var shape: Shape {
    switch self {
    case .group(let index), .core(let index), .center(let index): .of(group: index)
    case .point: .circle
    case .noise: .cross
    case .mixed: .star
    case .focus: .ring
    case .near: .ring
    case .trail, .link: .stroke
    }
  }

  /// Whose mark it is, in an exported picture.
  var name: String {
    switch self {
    case .point: "point"
    case .group(let index): "group-\(groupName(index).lowercased())"
    case .core(let index): "core-\(groupName(index))"
    case .center(let index): "center-\(groupName(index))"
    case .noise: "noise"
    case .mixed: "mixed"
    case .focus: "focus"
    case .near: "near"
    case .trail(let index): "trail-\(groupName(index))"
    case .link(let index): "link-\(groupName(index))"
    }
  }
}
