// The room that elements are laid out in.

import Charts
import Screen
import Tutoring

struct Room {
  var width: Int
  /// Pictures and the editor take what the text leaves of this height.
  var height: Int
  /// What a picture gets where the page has to be scrolled in any case.
  var heightWhenScrolled = Chart.leastHeight
  let glyphs: GlyphSet
  let input: InputMode
  /// What is looked for on the page.
  let pattern: Pattern?
  let album: Album

  init(size: Size, glyphs: GlyphSet, input: InputMode, pattern: Pattern? = nil, album: Album) {
    self.pattern = pattern
    self.album = album
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

  /// For a column that nothing stands below: a picture in it may push text down.
  var scrolling: Room {
    var room = self
    room.heightWhenScrolled = min(max(Chart.leastHeight, height * 3 / 5), 16)
    return room
  }

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
