import CNcurses
package import Screen

// The full screen. It is taken when the value is made and given back when the value goes out
// of scope, also by a thrown error. Signals arrive as inputs, so that the loop that reads the
// keys can leave in good order:
//
//     var terminal = try Terminal(colour: .many, ground: .ask(otherwise: nil))
//     while true {
//       terminal.show(view(terminal.size))
//       switch terminal.next() {
//       case .suspended: terminal.suspend()
//       case .ended(let signal): return signal
//       ...
//       }
//     }
//
// and the caller, when the terminal is out of scope: `Terminal.end(bySignal: signal)`.
//
// A crash restores the terminal too, by handlers that touch nothing but the terminal line.
// There is one terminal: never hold two of these values at a time.

package struct Terminal: ~Copyable {
  /// Whether the locale is UTF-8. If not, `show` draws the nearest ASCII characters.
  package let speaksUnicode: Bool
  private var palette: Palette
  /// What was typed while the terminal answered, before anything that is read from now on.
  var early: EarlyKeys

  package init(colour: ColourMode, ground: Ground = .ask(otherwise: nil)) throws(TerminalError) {
    guard cn_is_terminal() else { throw .notATerminal }
    let isUTF8 = cn_choose_locale()
    let result = cn_start()
    guard result == cn_started else { throw TerminalError(result) }
    speaksUnicode = isUTF8
    let depth = ColourDepth(atMost: colour)
    let answers = depth == .none ? nil : ground.question()
    palette = Palette(depth, on: ground.background(answers))
    early = EarlyKeys(answers?.typed ?? [])
  }

  deinit { cn_stop() }

  package var size: Size { Size(width: Int(cn_columns()), height: Int(cn_rows())) }

  /// Gives the terminal back, stops the program as control-Z does, and takes the terminal
  /// again when the program continues; the screen is then drawn again.
  package mutating func suspend() { cn_suspend() }

  /// Ends the program by a signal that asked for it, so that a shell sees the right status.
  package static func end(bySignal signal: Int32) -> Never { cn_end_by(signal) }
}

// MARK: - Showing

extension Terminal {
  /// Shows a surface; only what has changed is sent. Without a cursor place, none is seen.
  package mutating func show(_ surface: Surface, cursor: (x: Int, y: Int)? = nil) {
    cn_erase()
    let size = size
    for y in 0..<min(surface.height, size.height) {
      for x in 0..<min(surface.width, size.width) {
        guard let cell = surface[x, y], let character = cell.character, cell != .blank else {
          continue
        }
        let isWide = surface[x + 1, y].map { $0.character == nil } ?? false
        if isWide, x + 1 == size.width { continue }
        put(character, isWide: isWide, at: x, y, cell.style)
      }
    }
    if let cursor, surface.bounds.contains(cursor.x, cursor.y) {
      cn_show(Int32(cursor.y), Int32(cursor.x))
    } else {
      cn_show(-1, 0)
    }
  }

  private mutating func put(
    _ character: Character, isWide: Bool, at x: Int, _ y: Int, _ style: Style
  ) {
    let attributes = palette.attributes(of: style)
    let pair = palette.pair(for: style)
    guard speaksUnicode else {
      let shown = asciiStandIn(for: character).asciiValue ?? 0x3F
      cn_put(Int32(y), Int32(x), UInt32(shown), 0, 0, 0, 1, attributes, pair)
      return
    }
    var scalars: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    for (index, scalar) in character.unicodeScalars.enumerated() {
      switch index {
      case 0: scalars.0 = scalar.value
      case 1: scalars.1 = scalar.value
      case 2: scalars.2 = scalar.value
      case 3: scalars.3 = scalar.value
      default: break
      }
    }
    cn_put(
      Int32(y), Int32(x), scalars.0, scalars.1, scalars.2, scalars.3, isWide ? 2 : 1, attributes,
      pair)
  }
}
