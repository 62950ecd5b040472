import Screen
import Testing

private func answers(_ text: String...) -> TerminalAnswers {
  var answers = TerminalAnswers()
  for part in text { answers.take(part.utf8) }
  answers.finish()
  return answers
}

private let attributes = "\u{1B}[?64;1;2c"

@Test(arguments: [
  ("\u{1B}]11;rgb:ffff/ffff/dddd\u{1B}\\", Background.light),
  ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", .dark),
  ("\u{1B}]11;rgb:fd/f6/e3\u{7}", .light),
  ("\u{1B}]11;rgba:0000/2b2b/3636/ffff\u{1B}\\", .dark),
])
func `the colour of the background is read`(answer: String, ground: Background) {
  let read = answers(answer + attributes)
  #expect(read.background == ground)
  #expect(read.areComplete)
  #expect(read.typed == [])
}

@Test func `a terminal that knows only its attributes has answered`() {
  let read = answers(attributes)
  #expect(read.background == nil)
  #expect(read.areComplete)
}

@Test func `answers may come byte by byte`() {
  var read = TerminalAnswers()
  for byte in ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\" + attributes).utf8 { read.take([byte]) }
  #expect(read.background == .light)
  #expect(read.areComplete)
  #expect(!read.isMidway)
}

@Test func `what is typed before, between and after the answers is kept in order`() {
  let read = answers(
    "a\u{1B}[A\u{1B}]11;rgb:0/0/0\u{7}é\u{1B}OB", attributes, "\u{1B}")
  #expect(String(decoding: read.typed, as: UTF8.self) == "a\u{1B}[Aé\u{1B}OB\u{1B}")
  #expect(read.background == .dark)
}

@Test(arguments: [
  "\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:gg/00/00\u{7}", "\u{1B}]11;rgb:00000/00/00\u{7}",
  "\u{1B}]11;rgb:00/00\u{7}", "\u{1B}]10;rgb:ff/ff/ff\u{7}",
])
func `an answer that makes no sense is no answer, and no key`(answer: String) {
  let read = answers(answer + attributes)
  #expect(read.background == nil)
  #expect(read.typed == [])
}

@Test func `half an answer is not taken for keys`() {
  #expect(answers("\u{1B}]11;rgb:ff").typed == [])
  #expect(answers("\u{1B}[?6").typed == [])
}

@Test(arguments: [
  ("15;0", Background.dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark),
  ("0;7", .light),
])
func `COLORFGBG names the ground last`(text: String, ground: Background) {
  #expect(Background(colorFgBg: text) == ground)
}

@Test(arguments: ["", "15;default", "1;16", "a;b", "0;-1"])
func `a COLORFGBG that names no colour says nothing`(text: String) {
  #expect(Background(colorFgBg: text) == nil)
}
