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

  /// Groups beyond Z share one mark, since a cell holds one character.
  static let letters = 26

  func character(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .point: glyphs == .unicode ? "·" : "."
    case .group(let index): index < Self.letters ? letter(index, from: "a") : "#"
    case .center(let index): index < Self.letters ? letter(index, from: "A") : "+"
    case .noise: "x"
    case .mixed: "*"
    }
  }

  var style: Style {
    switch self {
    case .point: .plain
    case .group(let index): .cluster(index)
    case .center(let index): .cluster(index, bold: true)
    case .noise: .muted
    case .mixed: .plain
    }
  }

  private func letter(_ index: Int, from first: Unicode.Scalar) -> Character {
    Character(Unicode.Scalar(UInt8(first.value) + UInt8(index)))
  }
}
