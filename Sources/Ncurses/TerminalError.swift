import CNcurses

/// Why there is no full screen.
package enum TerminalError: Error, Sendable, Equatable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// TERM is not set, or not described on this machine.
  case unknownTerminal(name: String?)
  /// The terminal only knows lines, as TERM=dumb does.
  case noCursorMovement(name: String?)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal:
      "the full screen needs a terminal for input and output; --plain works without one"
    case .unknownTerminal(nil):
      "TERM is not set; set it (TERM=xterm-256color fits most terminals), or use --plain"
    case .unknownTerminal(let name?):
      "the terminal \"\(name)\" is not described on this machine; "
        + "try TERM=xterm-256color, or use --plain"
    case .noCursorMovement(let name):
      "the terminal \"\(name ?? "")\" cannot move its cursor; use --plain"
    }
  }
}

extension TerminalError {
  init(_ result: cn_start_result) {
    let name = cn_terminal_name().map { String(cString: $0) }
    self =
      result == cn_no_cursor_movement ? .noCursorMovement(name: name) : .unknownTerminal(name: name)
  }
}
