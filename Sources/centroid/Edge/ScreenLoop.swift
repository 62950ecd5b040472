// The full-screen face at work: draw, wait, handle. The terminal is given back when this
// function is left, by whatever way.

import Charts
import FullScreen
import Ncurses
import Screen
import Tutoring

enum ScreenLoop {
  /// - Returns: The signal that asked the program to end, if one did.
  static func run(
    _ sitting: inout Sitting, colour: ColourMode, ascii: Bool
  ) throws(TerminalError) -> Int32? {
    var terminal = try Terminal(colour: colour)
    let glyphs: GlyphSet = ascii || !terminal.speaksUnicode ? .ascii : .unicode
    var face = FullScreen(size: terminal.size, glyphs: glyphs)
    while !sitting.isOver {
      let scene = sitting.scene
      let (surface, cursor) = face.draw(scene)
      terminal.show(surface, cursor: cursor)
      guard let input = terminal.next(timeoutMilliseconds: scene.pace) else {
        sitting.handle([.tick])
        continue
      }
      switch input {
      case .suspended: terminal.suspend()
      case .ended(let signal): return signal
      case .key, .paste, .resized, .resumed:
        if let event = face.event(for: input, in: scene) { sitting.handle([event]) }
      }
    }
    return nil
  }
}
