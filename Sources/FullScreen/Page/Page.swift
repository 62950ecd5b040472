// How the two parts of a scene share the body of the screen. In a wide terminal they stand
// side by side and scroll apart. In a narrow one the picture still stands beside the question,
// because looking and answering belong together; what leads up to it stands above, at full
// width. Without a picture a short text and its question read best below each other. In a very wide
// terminal a picture stands beside its text, and what is narrower stands in the middle.

import Charts
import Screen
import Tutoring

struct Page {
  /// Each column with the x at which it starts.
  private(set) var columns: [(x: Int, column: Column)]
  let height: Int
  /// The lines of the hit that one is at; nil where it is not to be seen here.
  private(set) var hitLines: Range<Int>?

  init(of scene: Scene, size: Size, glyphs: GlyphSet, album: Album) {
    height = size.height
    let pattern = scene.find.flatMap { Pattern($0.words) }
    var room = Room(
      size: size, glyphs: glyphs, input: scene.input, pattern: pattern, album: album)
    room.steady = scene.steadyTexts
    let picture = scene.main.firstIndex(where: \.isPicture)
    // How far the columns may reach, whatever stands in them now: pages do not jump.
    var reach = Room.widestPicture
    if picture != nil, scene.aside.isEmpty, size.width >= Self.veryWide {
      columns = Self.spread(scene.main, room)
      reach = Self.picturesFrom + Room.widestPicture
    } else if scene.aside.isEmpty || scene.main.isEmpty {
      columns = [(0, layOut(scene.main + scene.aside, in: room.scrolling))]
    } else if scene.opensWithPipeline, size.width >= Self.medium {
      columns = [(0, Self.underPipeline(scene, room))]
      reach = Room.widestPicture + Room.measure
    } else if let picture, size.width < Self.wide, size.width >= Self.medium {
      columns = [(0, Self.together(scene, picture, room))]
    } else if size.width >= Self.wide,
      picture != nil || scene.comparesTexts || Self.isLong(scene, room)
    {
      columns = Self.apart(scene, room)
      reach =
        (columns.last?.x ?? 0)
        + (scene.aside.contains(where: \.isPicture) ? Room.widestPicture : Room.measure)
    } else {
      columns = [(0, Self.stacked(scene, room))]
    }
    if size.width >= Self.veryWide {
      let margin = max(0, size.width - reach) / 2
      columns = columns.map { ($0.x + margin, $0.column) }
    }
    if let find = scene.find { mark(find) }
  }

  /// From here on the two parts scroll apart.
  private static let wide = 96
  /// From here on a picture of 40 columns and a question of 30 stand side by side.
  private static let medium = 74
  private static let gutter = 3
  /// From here on a text and its picture have their full widths side by side.
  private static let veryWide = 150
  /// Where pictures begin beside a text.
  private static let picturesFrom = Room.measure + gutter
}

// MARK: - Arrangements

extension Page {
  /// A text that would push its question off the screen.
  private static func isLong(_ scene: Scene, _ room: Room) -> Bool {
    let text = layOut(scene.main, in: room).lines.count
    return text > room.height / 3
      && text + 1 + layOut(scene.aside, in: room).lines.count > room.height
  }

  private static func apart(_ scene: Scene, _ room: Room) -> [(x: Int, column: Column)] {
    let isHalf = scene.comparesPictures || scene.comparesTexts
    let share = isHalf ? room.width / 2 : room.width * 3 / 5
    let left = min(share, Room.widestPicture) - gutter
    let x = left + gutter + 1
    return [
      (0, layOut(scene.main, in: room.with(width: left).scrolling)),
      (x, layOut(scene.aside, in: room.with(width: room.width - x).scrolling)),
    ]
  }

  /// The text, and beside it its pictures with what is said right above each.
  private static func spread(_ main: [Element], _ room: Room) -> [(x: Int, column: Column)] {
    let isBeside = main.indices.map { index in
      main[index].isPicture
        || index + 1 < main.count && main[index + 1].isPicture && main[index].isCaption
    }
    let text = main.indices.filter { !isBeside[$0] }.map { main[$0] }
    let pictures = main.indices.filter { isBeside[$0] }.map { main[$0] }
    guard !layOut(text, in: room).lines.isEmpty else {
      return [(picturesFrom / 2, layOut(main, in: room.scrolling))]
    }
    return [
      (0, layOut(text, in: room.with(width: Room.measure).scrolling)),
      (picturesFrom, layOut(pictures, in: room.with(width: room.width - picturesFrom).scrolling)),
    ]
  }

  private static func together(_ scene: Scene, _ picture: Int, _ room: Room) -> Column {
    let left = scene.comparesPictures ? (room.width - gutter) / 2 : room.width * 4 / 7
    let x = left + gutter
    let aside = layOut(scene.aside, in: room.with(width: room.width - x))
    var column = layOut(Array(scene.main[..<picture]), in: room)
    let gap = column.lines.isEmpty ? 0 : 1
    // Beside a question that needs the height anyway, the picture may be as high.
    let height = max(room.height - column.lines.count - gap, min(aside.lines.count, room.height))
    var below = room.with(width: left).with(height: height)
    below.putsPicturesFirst = scene.opensWithForm
    let shown = layOut(Array(scene.main[picture...]), in: below)
    column.append(shown.beside(aside, at: x), gap: gap)
    return column
  }

  /// The pipeline and what is said about it at full width; below it, in equal halves, what goes
  /// in and what comes out.
  private static func underPipeline(_ scene: Scene, _ room: Room) -> Column {
    let end = scene.main.firstIndex(of: .gap) ?? scene.main.count
    var column = layOut(Array(scene.main[..<end]), in: room)
    let width = min(room.width, Room.widestPicture + Room.measure)
    let half = (width - gutter) / 2
    let below = room.with(width: half).with(height: room.height - column.lines.count - 1)
    column.append(
      layOut(Array(scene.main[end...]), in: below)
        .beside(layOut(scene.aside, in: below), at: half + gutter), gap: 1)
    return column
  }

  private static func stacked(_ scene: Scene, _ room: Room) -> Column {
    let aside = layOut(scene.aside, in: room.with(height: 0))
    var column = layOut(
      scene.main, in: room.with(height: room.height - aside.lines.count - 1))
    column.append(
      layOut(scene.aside, in: room.with(height: room.height - column.lines.count - 1)), gap: 1)
    return column
  }
}

extension Scene {
  /// Whether both parts begin with a picture: they are as large, so that they can be compared.
  fileprivate var comparesPictures: Bool {
    main.first?.isPicture == true && aside.first?.isPicture == true
  }

  /// Of a film; nil where nothing plays.
  fileprivate var steadyTexts: SteadyTexts? {
    guard actions.contains(where: { $0.event == .play }) else { return nil }
    let hasTree = aside.contains { if case .chart(.dendrogram) = $0 { true } else { false } }
    return hasTree ? .long : .short
  }

  /// Whether the picture shows what is set beside it, so that it counts more than its words.
  fileprivate var opensWithForm: Bool {
    if steadyTexts == nil, case .form = aside.first { true } else { false }
  }

  fileprivate var opensWithPipeline: Bool {
    if case .pipeline = main.first { true } else { false }
  }
}

// MARK: - Words that are looked for

extension Page {
  /// Marks every hit, column after column, and the current one more than the others.
  private mutating func mark(_ find: Finding) {
    let current = find.spot.flatMap { columns.flatMap(\.column.hits).nearest(to: $0) }
    var number = 0
    for index in columns.indices {
      for hit in columns[index].column.hits {
        if number == current { hitLines = hit.lines }
        columns[index].column.mark(hit, isCurrent: number == current)
        number += 1
      }
    }
  }
}

// MARK: - Scrolling

extension Page {
  /// How far the page can be scrolled.
  var overflow: Int {
    columns.map { max(0, $0.column.lines.count - height) }.max() ?? 0
  }

  /// A column that has come to its end stays there while the other goes on.
  private func offset(of column: Column, at offset: Int) -> Int {
    min(offset, max(0, column.lines.count - height))
  }

  func position(at offset: Int) -> Position {
    Position(offset: offset, overflow: overflow, height: height)
  }

  /// The offset nearest to `offset` at which these lines of a column can be seen; their start
  /// where they are more than fit.
  func offset(showing lines: Range<Int>, from offset: Int) -> Int {
    let atEnd = max(offset, lines.upperBound - height)
    return min(atEnd, lines.lowerBound, overflow)
  }

  func shows(_ lines: Range<Int>, of column: Column, at offset: Int) -> Bool {
    let top = self.offset(of: column, at: offset)
    return lines.lowerBound >= top && (lines.upperBound <= top + height || lines.count > height)
  }

  /// The entry under the cursor, and whether it can be seen.
  func focus(at offset: Int) -> (focus: Column.Focus, isVisible: Bool)? {
    for (_, column) in columns {
      guard let focus = column.focus else { continue }
      return (focus, shows(focus.lines, of: column, at: offset))
    }
    return nil
  }

  /// Where the text cursor stands, if a text is being written.
  var caret: Column.Caret? { columns.lazy.compactMap(\.column.caret).first }

  var verdicts: [Column.Landmark] { columns.flatMap(\.column.verdicts) }
}

/// How much of a page can be seen.
struct Position: Equatable {
  let offset: Int
  let overflow: Int
  let height: Int

  var isMoreBelow: Bool { offset < overflow }
  var isMoreAbove: Bool { offset > 0 }
  /// Of the longest column, the share that lies above the lower edge.
  var percent: Int { (offset + height) * 100 / max(1, overflow + height) }
}

// MARK: - Drawing

extension Page {
  /// Draws what can be seen; returns the place of the text cursor if that can be seen.
  func draw(from offset: Int, in body: Rect, with pen: inout Pen) -> (x: Int, y: Int)? {
    var cursor: (x: Int, y: Int)?
    for (x, column) in columns {
      let top = self.offset(of: column, at: offset)
      for (row, line) in column.lines.dropFirst(top).prefix(height).enumerated() {
        pen.write(line, at: body.x + x, body.y + row, in: body)
      }
      if let caret = column.caret, caret.line >= top, caret.line < top + height {
        cursor = (body.x + x + caret.x, body.y + caret.line - top)
      }
    }
    return cursor
  }
}
