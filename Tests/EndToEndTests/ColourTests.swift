// The program at many kinds of terminal: each shows the same letters, in colours that it has and
// that stand out from its ground; and asking for the ground costs no key.

import BuiltProgram
import FullScreen
import Screen
import Testing
import Tutoring

/// A terminal that knows its background and what it is.
private func modern(_ background: String) -> (String) -> String? {
  { question in
    switch question {
    case "11;?": "\u{1B}]11;rgb:\(background)\u{1B}\\"
    case "c": "\u{1B}[?64;1;2;22c"
    default: nil
    }
  }
}

/// One that knows only what it is, as GNU screen.
private func old(_ question: String) -> String? { question == "c" ? "\u{1B}[?1;2c" : nil }

private let white = "ffff/ffff/ffff"
private let black = "0000/0000/0000"

/// The program in a lab, the next page of which shows groups.
private func start(
  _ name: String, options: [String] = [], with variables: [String: String] = [:],
  answering answer: @escaping (String) -> String? = { _ in nil }
) throws -> (typist: Typist, terminal: PseudoTerminal) {
  let typist = Typist(try Mirror(seed: 1, at: ["lab", "loud-feature"]))
  let terminal = try Desk().atTerminal(
    ["lab", "loud-feature", "--seed", "1"] + options, named: name, with: variables,
    answering: answer)
  try terminal.wait(for: typist.rows)
  return (typist, terminal)
}

/// The colours of a sitting of a few keys, which shows a picture with groups.
private func inks(
  _ name: String, options: [String] = [], with variables: [String: String] = [:],
  answering answer: @escaping (String) -> String? = { _ in nil }
) throws -> Set<Int> {
  var (typist, terminal) = try start(name, options: options, with: variables, answering: answer)
  for key in [Key.enter, .right, .character("?"), .escape] {
    typist.type(key)
    terminal.type(key.bytes)
    try terminal.wait(for: typist.rows)
  }
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
  #expect(terminal.isSane)
  #expect(terminal.screen.strange == [])
  return terminal.screen.inks
}

private func numbers(_ depth: ColourDepth, _ background: Background?) -> Set<Int> {
  let colours = TerminalColours(depth, on: background)
  let inks = TerminalColours.inks + (0..<26).map(Ink.cluster)
  return Set(inks.compactMap { colours.number(of: $0) })
}

@Test(arguments: [
  ("vt100", ColourDepth.none), ("vt220", .none), ("xterm-mono", .none), ("linux", .eight),
  ("xterm", .eight), ("screen", .eight), ("rxvt-unicode", .sixteen),
  ("rxvt-unicode-256color", .many), ("xterm-256color", .many),
  ("screen-256color", .many), ("tmux-256color", .many),
])
func `every kind of terminal shows the same, in its own colours`(
  name: String, depth: ColourDepth
) throws {
  let used = try inks(name, answering: modern(black))
  let ground: Background? = name == "linux" ? nil : .dark
  #expect(used.isSubset(of: numbers(depth, ground)), "\(used.sorted())")
  #expect(used.isEmpty == (depth == .none))
}

@Test func `a terminal with light ground gets colours that stand out from it`() throws {
  let light = try inks("xterm-256color", answering: modern(white))
  #expect(light.isSubset(of: numbers(.many, .light)), "\(light.sorted())")
  #expect(!light.isSubset(of: numbers(.many, .dark)))
}

@Test func `a terminal that does not say its ground gets colours for both`() throws {
  let silent = try inks("xterm-256color")
  #expect(silent.isSubset(of: numbers(.many, nil)), "\(silent.sorted())")
  #expect(try inks("screen-256color", answering: old) == silent)
}

@Test func `COLORFGBG counts where the terminal does not say`() throws {
  let variables = ["COLORFGBG": "0;15"]
  let told = try inks("screen-256color", with: variables, answering: old)
  #expect(told.isSubset(of: numbers(.many, .light)), "\(told.sorted())")
  let answered = try inks("screen-256color", with: variables, answering: modern(black))
  #expect(answered.isSubset(of: numbers(.many, .dark)), "\(answered.sorted())")
}

@Test func `--background counts whatever the terminal would say, and nothing is asked`() throws {
  var questions: [String] = []
  let light = try inks("xterm-256color", options: ["--background", "light"]) { question in
    questions.append(question)
    return modern(black)(question)
  }
  #expect(light.isSubset(of: numbers(.many, .light)), "\(light.sorted())")
  #expect(questions == [])
}

@Test(arguments: [(["--color", "never"], [:]), ([], ["NO_COLOR": "1"])])
func `without colour nothing is painted and nothing is asked`(
  options: [String], variables: [String: String]
) throws {
  var questions: [String] = []
  let used = try inks("xterm-256color", options: options, with: variables) { question in
    questions.append(question)
    return nil
  }
  #expect(used == [])
  #expect(questions == [])
}

@Test(arguments: ["xterm-256color", "vt100"])
func `what is typed before the first screen is read`(name: String) throws {
  let desk = try Desk()
  var typist = Typist(try Mirror(seed: 1, at: ["lab", "loud-feature"]))
  let terminal = try desk.atTerminal(
    ["lab", "loud-feature", "--seed", "1"], named: name, answering: modern(white))
  let keys: [Key] = [.enter, .right, .down, .right]
  terminal.type(keys.map(\.bytes).joined())
  keys.forEach { typist.type($0) }
  try terminal.wait(for: typist.rows)
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
}

@Test func `an answer that comes too late is not taken for keys`() throws {
  var (typist, terminal) = try start("xterm-256color")
  let answers = ["11;?", "c"].compactMap(modern(white)).joined()
  terminal.type(answers + "?")
  typist.type(.character("?"))
  try terminal.wait(for: typist.rows)
  terminal.type("q")
  #expect(terminal.waitForExit() == 0)
}
