// What can arrive from a terminal. Defined here and not beside the terminal, because views
// and their key tables speak of keys and know no terminal.

package enum Key: Sendable, Hashable {
  case character(Character)
  /// A letter pressed with the control key, in lower case.
  case control(Character)
  case enter, escape, tab, backTab
  case up, down, left, right
  case pageUp, pageDown, home, end
  case backspace, delete, insert
  /// F1 is 1.
  case function(Int)

  package static let space = Key.character(" ")
}

package enum Input: Sendable, Hashable {
  case key(Key)
  /// Text pasted in one go, line ends as `\n`; it is data and never a command.
  case paste(String)
  case resized(Size)
  /// Control-Z, or the same signal from elsewhere. Answer with the terminal's `suspend()`.
  case suspended
  /// The program runs again after it was stopped; the screen has been drawn again.
  case resumed
  /// A signal asks the program to end: leave the terminal, then end by that signal.
  case ended(signal: Int32)
}
