import Markup
import Testing

@Suite struct TreeTests {
  @Test func `a page of every block and inline becomes a tree of values with their places`() throws
  {
    let page = #"""
      # A *b* `c`

      Some **strong** [link *x*](to "t") ![alt](pic.png)
      hard\
      end <b>

      ***

      3. three
      4. four

      <div>
      x
      </div>
      """#
    #expect(
      drawn(try Document(parsing: page)) == #"""
        heading 1 @1:1-1:11
          "A " @1:3
          emphasis @1:5
            "b" @1:6
          " " @1:8
          code "c" @1:10
        paragraph @3:1-5:7
          "Some " @3:1
          strong @3:6
            "strong" @3:8
          " " @3:16
          link to "t" @3:17
            "link " @3:18
            emphasis @3:23
              "x" @3:24
          " " @3:35
          image pic.png "" @3:36
            "alt" @3:38
          soft break @3:51
          "hard" @4:1
          line break @4:6
          "end " @5:1
          html "<b>" @5:5
        rule @7:1-7:3
        tight list number(start: 3) @9:1-10:7
          item @9:1-9:8
            paragraph @9:4-9:8
              "three" @9:4
          item @10:1-10:7
            paragraph @10:4-10:7
              "four" @10:4
        html "<div>\nx\n</div>\n" @12:1-14:6
        """#)
  }

  @Test func `inside quotes and lists, code knows where each of its lines starts`() throws {
    let page = """
      > quote `x`
      >  more `y`
      > ```plot a=1
      > body
      >
      >  two
      > ```

      - item

        ```swift
        code
        ```
      - two
        lazy `q`

      Title
      =====
          indented

          more
      """
    #expect(
      drawn(try Document(parsing: page)) == """
        quote @1:1-7:5
          paragraph @1:3-2:11
            "quote " @1:3
            code "x" @1:10
            soft break @1:12
            "more " @2:4
            code "y" @2:10
          code "plot a=1" @3:3-7:5
            |body @4:3
            | @5:2
            | two @6:3
        loose list bullet @9:1-15:10
          item @9:1-13:5
            paragraph @9:3-9:6
              "item" @9:3
            code "swift" @11:3-13:5
              |code @12:3
          item @14:1-15:10
            paragraph @14:3-15:10
              "two" @14:3
              soft break @14:6
              "lazy " @15:3
              code "q" @15:9
        heading 1 @17:1-18:5
          "Title" @17:1
        code "" @19:5-21:8
          |indented @19:5
          | @20:1
          |more @21:5
        """)
  }

  @Test func `a place in a code block's text is a place in the file`() throws {
    let document = try Document(
      parsing: "---\nid: a\n---\n\n- > ```plot\n  > x: 1\n  >   y: 2\n  > ```\n")
    guard case .list(let list) = document.blocks.first?.kind,
      case .quote(let blocks) = list.items.first?.blocks.first?.kind,
      case .code(let code) = blocks.first?.kind
    else {
      Issue.record("no code in a quote in a list: \(drawn(document))")
      return
    }
    #expect(code.info == "plot")
    #expect(code.text == "x: 1\n  y: 2\n")
    #expect(code.contentPosition == Position(line: 6, column: 5))
    #expect(code.position(line: 2, column: 3) == Position(line: 7, column: 7))
    #expect(code.position(line: 3, column: 1) == Position(line: 8, column: 5))
  }

  @Test func `lines that a link or a code span takes are counted`() throws {
    let page = "`a\nb` [l](u\n\"t\") `k`\n`z` é `y`"
    #expect(
      drawn(try Document(parsing: page)) == """
        paragraph @1:1-4:10
          code "a b" @1:2
          " " @2:3
          link u "t" @2:4
            "l" @2:5
          " " @3:5
          code "k" @3:7
          soft break @3:9
          code "z" @4:2
          " é " @4:4
          code "y" @4:9
        """)
  }

  @Test func `plain text is what a person would read out`() throws {
    let document = try Document(parsing: "A *b* `c` [d **e**](f)\n![g](h) <i>j</i>\\\nk")
    guard case .paragraph(let inlines) = document.blocks.first?.kind else {
      Issue.record("no paragraph: \(drawn(document))")
      return
    }
    #expect(inlines.plainText == "A b c d e g j\nk")
  }
}
