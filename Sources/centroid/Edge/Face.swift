// Which face is shown, and in which colours: decided from the options, the environment and
// what the program is connected to.

import ArgumentParser
import Foundation
import Ncurses
import Screen

/// `--color`: it beats NO_COLOR, which beats CLICOLOR_FORCE, which beats CLICOLOR.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func mode(_ environment: [String: String]) -> ColourMode {
    switch self {
    case .always: .many
    case .never: .none
    case .auto: Self.asEnvironmentSays(environment) ? .many : .none
    }
  }

  private static func asEnvironmentSays(_ environment: [String: String]) -> Bool {
    let said = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if said("NO_COLOR") != nil { return false }
    if let force = said("CLICOLOR_FORCE"), force != "0" { return true }
    return said("CLICOLOR") != "0"
  }
}

/// `--background`: it beats what the terminal answers, which beats COLORFGBG.
enum BackgroundChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, light, dark

  func ground(_ environment: [String: String]) -> Ground {
    switch self {
    case .auto:
      .ask(otherwise: environment["COLORFGBG"].flatMap { Screen.Background(colorFgBg: $0) })
    case .light: .known(.light)
    case .dark: .known(.dark)
    }
  }
}

/// What standard input and output are connected to, and what the terminal can do.
struct Surroundings {
  let environment: [String: String]
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool

  static var now: Surroundings {
    Surroundings(
      environment: ProcessInfo.processInfo.environment,
      inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// Whether a full screen can be drawn.
  var hasScreen: Bool {
    let name = environment["TERM"] ?? ""
    return inputIsTerminal && outputIsTerminal && !name.isEmpty && name != "dumb"
  }

  /// Whether the locale can show more than ASCII: the first that is set of LC_ALL, LC_CTYPE and
  /// LANG decides.
  var speaksUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let lower = locale.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }
}
