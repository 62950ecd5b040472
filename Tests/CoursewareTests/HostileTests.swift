import Courseware
import Experiments
import Testing

@Suite struct `Files that mean harm` {
  func mistakes(_ path: String, _ bytes: [UInt8]) -> [String] {
    var content = SmallCourse.files().content
    content[path] = bytes
    return read(CourseFiles(content: content)).mistakes
      .filter { $0.file == path }.map(\.description)
  }

  func mistakes(adding text: String) -> [String] {
    mistakes(SmallCourse.lesson, Array((SmallCourse.lessonText + "\n" + text).utf8))
  }

  @Test func `an escape sequence is refused where it stands`() {
    let found = mistakes(adding: "red \u{1B}[31m text")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("Lessons/01-groups/lesson.md:43:5: error: ") == true)
  }

  @Test func `an escape that YAML writes is refused too`() {
    let found = mistakes(
      adding: #"""
        ```plot
        of: three-kinds
        view: shares
        caption: "\e[2J"
        ```
        """#)
    #expect(
      found == [
        "Lessons/01-groups/lesson.md:46:10: error: the text holds a control character; "
          + "delete the escape that writes it"
      ])
  }

  @Test func `a file that is not UTF-8 is refused with the byte`() {
    let found = mistakes(SmallCourse.lesson, Array("A line.\n\n".utf8) + [0xFF, 0x0A])
    #expect(
      found.first?.hasPrefix("Lessons/01-groups/lesson.md:3:1: error: byte 9 ") == true, "\(found)"
    )
  }

  @Test func `nesting does not reach the stack`() {
    let quotes = mistakes(adding: String(repeating: ">", count: 10_000) + " deep")
    #expect(quotes.count == 1)
    let lists = mistakes(
      adding: "```experiment deep\ndata: \(String(repeating: "[", count: 900))\n```")
    #expect(lists.count == 1)
    let closed = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(mistakes(adding: "```experiment deep\ndata: \(closed)\n```").count == 1)
  }

  @Test func `aliases that unfold are refused before they do`() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...30 {
      yaml +=
        "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    for text in [yaml, "data: &a customers\nk: *a\n"] {
      let found = mistakes(adding: "```experiment bomb\n\(text)```")
      #expect(found.count == 1)
      #expect(
        found.first?.contains("anchors (&) and aliases (*) are not read here") == true, "\(found)")
    }
  }

  @Test(
    arguments: ["../../etc/passwd", "/etc/passwd", "~/x", "a/../../../../etc/passwd", "..\\x"])
  func `a path does not leave the course`(path: String) {
    let link = mistakes(adding: "See [this](<\(path)>).")
    #expect(link.count == 1, "link to \(path): \(link)")
    let data = mistakes(adding: "```experiment out\ndata: \(path).csv\n```")
    #expect(data.count == 1, "data from \(path): \(data)")
  }

  @Test func `a file that is too large is named once, and not as missing`() {
    let files = SmallCourse.files()
    let lesson = "Lessons/01-groups/lesson.md"
    let rest = files.content.filter { $0.key != lesson }
    let found = read(CourseFiles(content: rest, tooLarge: [lesson: 60_000_000])).mistakes
    let ofLesson = found.filter { $0.file == lesson }.map(\.what)
    #expect(ofLesson == ["the file has 60 000 000 bytes, more than the 50 000 000 that are read"])
  }

  @Test func `an empty course has no topics and no crash`() {
    let reading = read(CourseFiles(content: [:]))
    #expect(reading.course == nil)
    #expect(reading.mistakes.map(\.what) == ["the course has no topics"])
  }

  @Test func `a block that is not closed is reported`() {
    let found = mistakes(adding: "```plot\nof: three-kinds\nview: shares")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("Lessons/01-groups/lesson.md:43:1: error: ") == true)
  }

  @Test func `a file cut anywhere is read or reported, with places inside it`() {
    var random = SeededDraws(seed: 7)
    for (path, text) in SmallCourse.texts.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<12 {
        var bytes = Array(text.utf8)
        bytes.removeLast(random.next(below: bytes.count))
        if random.next(below: 2) == 0, !bytes.isEmpty {
          bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
        }
        let lines = bytes.filter { $0 == 0x0A || $0 == 0x0D }.count + 1
        let course = read(changed(path, bytes))
        for mistake in course.mistakes where mistake.file == path {
          #expect((1...lines + 1).contains(mistake.line), "\(mistake), cut to \(bytes.count)")
          #expect(mistake.column >= 1, "\(mistake), cut to \(bytes.count)")
        }
        let isReported = course.mistakes.contains { $0.severity == .error }
        #expect((course.course == nil) == isReported, "\(path) cut to \(bytes.count)")
      }
    }
  }

  private func changed(_ path: String, _ bytes: [UInt8]) -> CourseFiles {
    let files = SmallCourse.files()
    return CourseFiles(
      content: files.content.merging([path: bytes]) { $1 }, sources: files.sources)
  }
}

/// Numbers that are the same on every run.
struct SeededDraws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }
}
