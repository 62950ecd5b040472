import CNcurses
import Screen

// From what ncurses reads to the keys that the rest of the program knows.

extension Key {
  /// A character that was typed, or nil for one that means nothing here.
  init?(scalar: Unicode.Scalar) {
    switch scalar.value {
    case 9: self = .tab
    case 10, 13: self = .enter
    case 27: self = .escape
    case 8, 127: self = .backspace
    case 1...26: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 96)))
    case ..<32, 0x80..<0xA0: return nil
    default: self = .character(Character(scalar))
    }
  }

  /// A key that terminfo knows, or nil for one that means nothing here.
  init?(code: Int32) {
    switch code {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_PPAGE: self = .pageUp
    case KEY_NPAGE: self = .pageDown
    case KEY_HOME: self = .home
    case KEY_END: self = .end
    case KEY_BACKSPACE: self = .backspace
    case KEY_DC: self = .delete
    case KEY_IC: self = .insert
    case KEY_BTAB: self = .backTab
    case KEY_ENTER: self = .enter
    case (KEY_F0 + 1)...(KEY_F0 + 12): self = .function(Int(code - KEY_F0))
    default: return nil
    }
  }
}
