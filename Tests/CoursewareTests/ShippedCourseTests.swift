import Courseware
import Foundation
import Testing

@Suite struct `The course that comes with the tutor` {
  let reading = read(
    CourseFiles(content: Self.bytes(below: ["Lessons", "Drills"]), sources: Self.core))

  /// A renamed function of the core shows here, as a `source` block that finds nothing.
  @Test func `has no mistakes and no warnings`() {
    #expect(reading.mistakes.map(\.description) == [])
  }

  @Test func `does not pay those who guess an order`() throws {
    let course = try #require(reading.course)
    let orderings = course.topics.flatMap(\.exercises).flatMap(\.stages).compactMap { stage in
      if case .order(let ordering) = stage.task { ordering } else { nil }
    }
    #expect(!orderings.isEmpty)
    for ordering in orderings {
      let scores = everyOrder(of: ordering.steps.count).map(ordering.rules.score)
      #expect(scores.count == 120)
      #expect(scores.reduce(0, +) / 120 < 0.22)
      #expect(scores.count { $0 == 1 } == 1)
    }
  }

  @Test func `shows the core as it is`() throws {
    let course = try #require(reading.course)
    let pages = course.topics.flatMap { $0.walkthrough?.pages ?? [] }
    let excerpts = pages.flatMap(\.passages).compactMap { passage in
      if case .source(let excerpt) = passage { excerpt } else { nil }
    }
    #expect(!excerpts.isEmpty)
    for excerpt in excerpts {
      let text = String(decoding: Self.core[excerpt.file] ?? [], as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (offset, line) in excerpt.lines.enumerated() {
        let shown = lines[excerpt.firstLine - 1 + offset]
        #expect(shown.hasSuffix(line), "\(excerpt.file):\(excerpt.firstLine + offset)")
      }
    }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let core = bytes(below: ["Clustering"], in: root.appending(path: "Sources"))

  /// Every file below some folders, by its path.
  private static func bytes(below folders: [String], in base: URL = root) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for folder in folders {
      let top = base.appending(path: folder).path
      for name in FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) ?? [] {
        guard let data = FileManager.default.contents(atPath: "\(top)/\(name)") else { continue }
        found["\(folder)/\(name)"] = Array(data)
      }
    }
    return found
  }
}
