import Markup
import Testing

/// Files made to hurt, or only badly made, are turned away or read harmlessly.
@Suite struct HostileTests {
  @Test func `a file that is too large is refused unread`() {
    #expect(
      refusal(of: Array(repeating: UInt8(ascii: "a"), count: 10_000_000)) == """
        1:1: the file has 10000000 bytes, more than the 1048576 that are read; split it into several files
        """)
  }

  @Test func `every line that is too long is named`() {
    let long = String(repeating: "a ", count: 40_000)
    #expect(
      refusal(of: Array("a\n\(long)\nb\n\(long)".utf8)) == """
        2:1: the line has 80000 bytes, more than the 65536 that are read; break it into shorter lines
        4:1: the line has 80000 bytes, more than the 65536 that are read; break it into shorter lines
        """)
  }

  @Test(arguments: [">", "- ", "1. ", "*a _", "[![", "> - "])
  func `nesting without end is refused or flat, and never runs out of stack`(opening: String) {
    let page = String(repeating: opening, count: 10_000) + "a" + String(repeating: "*", count: 9)
    if let refusal = refusal(of: Array(page.utf8)) {
      #expect(refusal.contains("nested more than 64 deep; write it flatter"))
    }
  }

  @Test func `nesting that is too deep is refused where it becomes so`() throws {
    let page = "a\n\n" + String(repeating: ">", count: 65) + "b"
    #expect(
      refusal(of: Array(page.utf8)) == """
        3:65: quotes, lists or emphasis are nested more than 64 deep; write it flatter
        """)
    _ = try Document(parsing: "a\n\n" + String(repeating: ">", count: 63) + "b")
  }

  @Test func `emphasis nests as deep as blocks may`() {
    let stars = String(repeating: "*", count: 20_000)
    #expect(refusal(of: Array((stars + "a" + stars).utf8))?.contains("64 deep") == true)
  }

  @Test func `bytes that are not UTF-8 are named by line, column and offset`() {
    #expect(
      refusal(of: Array("---\na: b\n---\nna".utf8) + [0xEF, 0x76, 0x65]) == """
        4:3: byte 15 of the file is not UTF-8; save the file as UTF-8
        """)
  }

  @Test func `front matter that never ends is refused together with what else is wrong`() {
    #expect(
      refusal(of: Array("---\na: b\n".utf8) + [0xFF]) == """
        1:1: the front matter that starts here is never closed; end it with a line `---`, or write `***` for a rule at the top of a page
        3:1: byte 9 of the file is not UTF-8; save the file as UTF-8
        """)
  }

  @Test func `control characters are listed where they stand and never come out`() throws {
    let page =
      "---\nid: \u{1B}a\n---\né\u{1B}[2J `\u{9B}` \u{202E}\n\n```\u{7F}\n\u{0}\t\u{8}\n```\n"
    let document = try Document(parsing: page)
    #expect(
      document.mistakes.map { "\($0.position) \($0.problem)" } == [
        "2:5 the text holds the control character U+001B",
        "4:3 the text holds the control character U+001B",
        "4:9 the text holds the control character U+009B",
        "4:13 the text holds the control character U+202E",
        "6:4 the text holds the control character U+007F",
        "7:1 the text holds the control character U+0000",
        "7:3 the text holds the control character U+0008",
      ])
    #expect(document.frontMatter?.text == "id: \u{FFFD}a\n")
    #expect(controlCharacters(in: "\(document.blocks)") == [])
  }

  @Test(arguments: [
    "&#27;[2J", "`a` &#x9b;2J", "[a](<&#27;> '&#7;')", "```a&#27;\n```", "# &#8238;b",
  ])
  func `control characters written as references are caught too`(page: String) throws {
    let document = try Document(parsing: page)
    #expect(!document.mistakes.isEmpty)
    #expect(controlCharacters(in: "\(document.blocks)") == [])
  }

  @Test func `a file of nothing but escapes does not drown the report`() throws {
    let document = try Document(parsing: String(repeating: "\u{1B}\n", count: 10_000))
    #expect(document.mistakes.count == 100)
  }

  @Test(arguments: [
    ("```\na", "1:1"), ("> ```\n> a\n\nout", "1:3"), ("- ```\n  x\n\nafter", "1:3"),
    ("1. ```\n   a\n2. b", "1:4"), ("> ```\n> a\n```\n```", "1:3"), ("a\n\n~~~", "3:1"),
    ("> > ```\n> > a\n> ```\n> ```", "1:5"), ("1. ```\n2. ```\n   ```", "1:4"),
    ("````\n```\n", "1:1"),
  ])
  func `a fence that is never closed is named where it opens`(page: String, place: String) throws {
    let document = try Document(parsing: page)
    #expect(document.mistakes.map(\.kind) == [.unclosedFence], "\(drawn(document))")
    #expect(document.mistakes.map { "\($0.position)" } == [place])
  }

  @Test(arguments: [
    "```\na\n```", "> ```\n> a\n> ```\nb", "- ```\n  x\n  ```", "1. ```\n   ```\n2. b", "```\n```",
    "    ```\n    x", "- x\n\n\t```\n\tcode\n\t```", "   ~~~ a\nx\n~~~~  \n",
    "> ```\n>\n>\n> ```\n",
    "- x\n\n\t\t```\n\t\tcode", "~~~a\n~~~a\n~~~",
  ])
  func `a fence that is closed, and code without a fence, are left in peace`(page: String) throws {
    #expect(try Document(parsing: page).mistakes == [])
  }

  /// Each would take minutes if a line or a paragraph cost the square of its length.
  @Test(arguments: [
    "x\\\n", "[a\\\n", "[a\n](b\n'c') ", "*a*", "> ```\n\n", "`a\n", "> x\\\n", "&#27;",
    "- a\n\n\n",
  ])
  func `what fills a file to its limit is still read`(piece: String) throws {
    let count = Limits().fileBytes / 4 / piece.utf8.count
    let page = String(repeating: piece, count: min(count, 60_000))
    var limits = Limits()
    limits.lineBytes = limits.fileBytes
    #expect(try Document(parsing: "  a\n" + page, limits: limits).blocks.count > 0)
  }

  private func refusal(of bytes: [UInt8]) -> String? {
    do throws(MarkupError) {
      _ = try Document(parsing: bytes)
      return nil
    } catch {
      return error.description
    }
  }

  private func controlCharacters(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }
  }
}
