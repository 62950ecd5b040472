// What is looked for, and where it stands in a text. Small letters find capitals too; who types
// a capital means it. Accents never count: "schlussel" finds "Schlüssel". Runs of blanks count
// as one, so that a break between two lines parts no words.

import Foundation

package struct Pattern: Sendable, Equatable {
  private let letters: [UInt32]
  private let mindsCase: Bool

  /// Nil where there is nothing to look for.
  package init?(_ words: String) {
    let trimmed = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty else { return nil }
    mindsCase = trimmed.contains(where: \.isUppercase)
    let text = SearchText(trimmed)
    letters = mindsCase ? text.letters : text.small
  }

  /// The places where it stands, none inside another, as offsets of characters.
  package func matches(in text: SearchText) -> [Range<Int>] {
    let hay = mindsCase ? text.letters : text.small
    var found: [Range<Int>] = []
    var start = 0
    while start + letters.count <= hay.count {
      if hay[start] == letters[0], stands(at: start, in: hay) {
        let end = start + letters.count
        found.append(text.places[start]..<text.places[end - 1] + 1)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private func stands(at start: Int, in hay: [UInt32]) -> Bool {
    letters.indices.allSatisfy { hay[start + $0] == letters[$0] }
  }
}

/// A text made ready to be searched many times.
package struct SearchText: Sendable {
  package let characters: [Character]
  /// Base letters without accents, one for each character but the blanks that follow a blank.
  fileprivate let letters: [UInt32]
  /// The same as small letters.
  fileprivate let small: [UInt32]
  /// The offset of each letter among the characters.
  fileprivate let places: [Int]

  package init(_ text: String) { self.init(Array(text)) }

  package init(_ characters: [Character]) {
    self.characters = characters
    var letters: [UInt32] = []
    var small: [UInt32] = []
    var places: [Int] = []
    for (place, character) in characters.enumerated() {
      let letter = character.isWhitespace ? Self.blank : Self.base(of: character)
      if letter == Self.blank, letters.last == Self.blank { continue }
      letters.append(letter)
      small.append(Self.lowered(letter))
      places.append(place)
    }
    self.letters = letters
    self.small = small
    self.places = places
  }

  private static let blank: UInt32 = 0x20

  private static func base(of character: Character) -> UInt32 {
    if let ascii = character.asciiValue { return UInt32(ascii) }
    let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
    return scalars.first?.value ?? blank
  }

  private static func lowered(_ letter: UInt32) -> UInt32 {
    if letter < 0x80 { return (65...90).contains(letter) ? letter + 32 : letter }
    guard let scalar = Unicode.Scalar(letter) else { return letter }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? letter
  }
}
