// A film is looked at frame by frame: what is compared from one to the next must not jump.

import Charts
import FullScreen
import Screen
import Testing
import Tutoring

@Suite struct `While a film plays` {
  private static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

  private func rows(_ scene: Scene, _ size: Size) -> [String] {
    FullScreen(size: size, glyphs: .unicode).draw(scene).surface.rows
  }

  /// The numbers of the axis below a caption, and the lines on which they stand.
  private func numbers(_ rows: [String], in columns: Range<Int>, _ caption: String) -> [String] {
    let parts = rows.map { String($0.dropFirst(columns.lowerBound).prefix(columns.count)) }
    guard let first = parts.firstIndex(where: { $0.hasPrefix(caption) }) else { return [] }
    return parts.enumerated().dropFirst(first).compactMap { line, part in
      // Branches of a tree meet in the same sign.
      guard let tick = part.firstIndex(of: "┤"),
        part[..<tick].allSatisfy({ " .-0123456789".contains($0) })
      else { return nil }
      return "\(line): \(part[...tick])"
    }
  }

  @Test(arguments: sizes, [0, 1, 2, 3])
  func `the axis of the inertia stays`(size: Size, starts: Int) throws {
    let scenes = try Gallery.frames(
      of: .kMeans, after: Array(repeating: .restart, count: starts))
    let columns = size.width == 80 ? 48..<80 : 72..<120
    let axes = scenes.dropFirst().map { numbers(rows($0, size), in: columns, "inertia") }
    #expect(axes.count > 5)
    #expect(axes.first?.isEmpty == false)
    #expect(Set(axes).count == 1)
  }

  @Test(arguments: sizes, Scenery.allCases)
  func `the axes of the points and of the tree stay`(size: Size, method: Scenery) throws {
    let events: [[Event]] = method == .kMeans ? [[], [.compare]] : [[]]
    for before in events {
      let scenes = try Gallery.frames(of: method, after: before).map { rows($0, size) }
      let axes = scenes.map { numbers($0, in: 1..<12, "y") }
      #expect(axes.first?.isEmpty == false)
      #expect(Set(axes).count == 1)
      let columns = size.width == 80 ? 48..<80 : 72..<120
      let trees = scenes.map { numbers($0, in: columns, "height") }
      #expect(Set(trees).count == 1)
      #expect(trees.first?.isEmpty == (method != .agglomerative))
    }
  }

  @Test(arguments: Scenery.allCases)
  func `what can be set fits on a small screen, a line each`(method: Scenery) throws {
    let scene = try #require(Gallery.named("watch \(method.rawValue) settings")?.scene)
    let size = Size(width: 80, height: 24)
    let window = rows(scene, size)
    for case .form(let fields, _) in scene.aside {
      for field in fields {
        #expect(
          window.contains {
            $0.dropFirst(48).hasPrefix("  \(field.label) ") && $0.contains(field.value)
          }
            || window.contains { $0.contains("▸ \(field.label)") }, "\(field.label)")
      }
    }
  }

  @Test(arguments: sizes)
  func `the legend names every mark of DBSCAN that can be seen, and no other`(size: Size) throws {
    let names: [(mark: (Character) -> Bool, word: String)] = [
      ({ $0.isUppercase }, "core"), ({ $0.isLowercase && $0 != "x" && $0 != "o" }, "border"),
      ({ $0 == "x" }, "x noise"), ({ $0 == "@" }, "@ looked at"), ({ $0 == "o" }, "o near it"),
      ({ $0 == "·" }, "· not decided yet"), ({ $0 == "*" }, "* more than one"),
    ]
    let events: [Event] = [.settings, .set(field: "eps", value: "0.15"), .settings]
    var seen: Set<String> = []
    for scene in try Gallery.frames(of: .dbscan, after: events) {
      guard case .chart(let chart) = scene.main[0], case .scatter(let points) = chart,
        let member = points.work?.membersWord
      else { continue }
      let plot = Charts.draw(
        chart, size: Size(width: size.width * 4 / 7, height: 16), glyphs: .unicode
      ).rows
      // Right of the axis are the points, and below it the legend.
      let floor = try #require(plot.firstIndex { $0.contains("┼") })
      let axis = try #require(plot[floor].firstIndex(of: "┼")).utf16Offset(in: plot[floor])
      let marks = plot[1...floor].flatMap { $0.dropFirst(axis) }
      let legend = plot[(floor + 2)...].joined(separator: " ")
      for (isMark, name) in names {
        let word = name == "border" ? member : name
        #expect(legend.contains(word) == marks.contains(where: isMark), "\(word): \(legend)")
        if legend.contains(word) { seen.insert(word) }
      }
    }
    #expect(seen.union(["border"]).count == names.count + 1, "small letters mean two things")
  }
}
