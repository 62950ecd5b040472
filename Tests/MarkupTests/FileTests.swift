import Markup
import Testing

/// What stands around the Markdown of a file: front matter, encodings, line ends.
@Suite struct FileTests {
  @Test func `front matter is set apart and counted`() throws {
    let document = try Document(parsing: "---\ntitle: x\nid: y\n--- \n# `c`\n")
    #expect(document.frontMatter?.text == "title: x\nid: y\n")
    #expect(document.frontMatter?.position == Position(line: 2, column: 1))
    #expect(
      drawn(document) == """
        heading 1 @5:1-5:5
          code "c" @5:4
        """)
  }

  @Test(arguments: ["", "text\n---\n", "\n---\n---\n", "----\na: b\n----\n", " ---\na: b\n---\n"])
  func `without --- on the very first line there is no front matter`(page: String) throws {
    #expect(try Document(parsing: page).frontMatter == nil)
  }

  @Test func `front matter can be empty`() throws {
    #expect(try Document(parsing: "---\n---").frontMatter?.text == "")
  }

  @Test func `line ends of every system count alike`() throws {
    let page = "---\nid: a\n---\na\n`b`\n\n```\nx\n\n```"
    let unix = try Document(parsing: page)
    for end in ["\r\n", "\r"] {
      let other = page.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: end)
      #expect(try Document(parsing: other) == unix, "\(end.debugDescription)")
    }
  }

  @Test func `a byte order mark takes no column`() throws {
    let page = "---\nid: a\n---\n# A `b`"
    #expect(try Document(parsing: "\u{FEFF}" + page) == Document(parsing: page))
    #expect(try Document(parsing: "\u{FEFF}`b`") == Document(parsing: "`b`"))
  }
}
