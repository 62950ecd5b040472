// A course from elsewhere may hold anything. What it says is refused with a reason or shown as
// harmless text; it never commands the terminal and never reads a file of the machine.

import BuiltProgram
import Foundation
import Testing

private let header = "---\ntitle: Odd\nid: odd\nlevel: beginner\nminutes: 1\nconcepts: []\n---\n\n"

private let odd: [(name: String, bytes: [UInt8])] = [
  ("escape sequences", text("# Odd\n\nA \u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}2J\u{8} word.\n")),
  ("escape sequences in the title", Array("---\ntitle: \"\u{1B}[2J\"\n---\n\n# Odd\n".utf8)),
  ("escapes of YAML in the title", Array(#"---\ntitle: "\e[2J\x9b2J"\n---\n\n# Odd\n"#.utf8)),
  ("a line of 10 MB", text("# Odd\n\n" + String(repeating: "word ", count: 2_000_000) + "\n")),
  ("10 000 nested quotes", text("# Odd\n\n" + String(repeating: "> ", count: 10_000) + "deep\n")),
  ("invalid UTF-8", text("# Odd\n\nOdd \n") + [0xC3, 0x28, 0xFF, 0xFE, 0x0A]),
  ("a NUL", text("# Odd\n\nOdd \u{0} word\n")),
  (
    "a path out of the course",
    text("# Odd\n\n```experiment base\ndata: ../../etc/passwd\nk: 2\n```\n")
  ),
]

private func text(_ body: String) -> [UInt8] { Array((header + body).utf8) }

@Test(arguments: odd.map(\.name))
func `a hostile lesson is refused with a reason or shown as text`(name: String) throws {
  let desk = try Desk()
  let bytes = odd.first { $0.name == name }?.bytes ?? []
  try desk.write(bytes, to: "course/Lessons/01-odd/lesson.md")
  let check = try desk.run("check", "course")
  #expect(isHarmless(check.output + check.diagnostics))
  #expect(!check.output.contains("root:"))
  #expect(check.output.utf8.count < 20_000, "the report is for a person")
  let sitting = try desk.run("--course", "course", "learn", input: "next\nq\n")
  #expect(isHarmless(sitting.output + sitting.diagnostics))
  #expect(sitting.status == check.status)
  if check.status != 0 {
    #expect(check.status == 1)
    #expect(
      check.output.split(separator: "\n").contains {
        $0.hasPrefix("course/Lessons/01-odd/lesson.md:") && $0.contains(": error: ")
      }, "\(check.output)")
    #expect(sitting.diagnostics.hasPrefix("centroid: "))
  }
}

@Test func `escape sequences in a shipped lesson do not reach a terminal`() throws {
  let desk = try Desk()
  try desk.copyCourse()
  try desk.change("Lessons/01-what-is-clustering/lesson.md") { lesson in
    lesson.replacingOccurrences(
      of: "title: ", with: "title: \u{1B}]0;owned\u{7}\u{1B}[31m")
  }
  let terminal = try desk.atTerminal("--course", desk.path("course"), "learn", "--seed", "1")
  terminal.type("qq")
  _ = terminal.waitForExit()
  #expect(terminal.isSane)
  #expect(terminal.screen.strange == [])
}

/// No control characters but line ends, neither of ASCII nor of Latin-1.
private func isHarmless(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy {
    $0 == "\n" || $0.properties.generalCategory != .control
  }
}
