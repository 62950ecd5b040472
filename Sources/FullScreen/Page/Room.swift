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
  /// The length of texts that change while their pictures must not jump, as in a film; each has
  /// the lines that it may come to need. Nil where nothing plays.
  var steady: SteadyTexts?
  /// Whether the sentences of pictures give way where a picture would else be too low.
  var putsPicturesFirst = false
  var leavesOutSentences = false
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

  /// Lines of a text, and free ones up to as many as so many characters take.
  func steadied(_ lines: [Line], for length: KeyPath<SteadyTexts, Int>) -> [Line] {
    guard let characters = steady?[keyPath: length] else { return lines }
    let most = (characters + textWidth - 1) / max(1, textWidth)
    return lines + Array(repeating: [], count: max(0, most - lines.count))
  }

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

/// How many characters the texts of a film can come to.
struct SteadyTexts {
  /// The words about a step.
  let step: Int
  /// The sentence below a picture.
  var sentence = 74

  static let short = SteadyTexts(step: 110)
  /// They tell of the cut of a tree too.
  static let long = SteadyTexts(step: 155)
}
