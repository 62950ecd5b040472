// The room that elements are laid out in.

import Charts
import Screen
import Tutoring

struct Room {
  var width: Int
  /// Pictures and the editor take what the text leaves of this height.
  var height: Int
  let glyphs: GlyphSet
  let input: InputMode

  init(size: Size, glyphs: GlyphSet, input: InputMode) {
    width = size.width
    height = size.height
    self.glyphs = glyphs
    self.input = input
  }

  /// Longer lines are hard to follow back to their start.
  static let measure = 76
  static let widestPicture = 110

  /// The width of running text.
  var textWidth: Int { min(width, Self.measure) }

  func with(width: Int) -> Room {
    var room = self
    room.width = width
    return room
  }

  func with(height: Int) -> Room {
    var room = self
    room.height = height
    return room
  }
}
