// From elements to a column. Text takes the lines that it needs; pictures and the editor share
// what is left of the height, so that a question and its picture are seen together.

import Charts
import Screen
import Tutoring

func layOut(_ elements: [Element], in room: Room) -> Column {
  let pieces = Piece.pieces(of: elements, in: room)
  let fixed = pieces.reduce(0) { $0 + $1.gap + $1.fixedLines }
  let flexible = pieces.count(where: \.isFlexible)
  let left = (room.height - fixed) / max(1, flexible)
  if room.putsPicturesFirst, flexible > 0, left < Chart.goodHeight {
    var room = room
    room.putsPicturesFirst = false
    room.leavesOutSentences = true
    return layOut(elements, in: room)
  }
  let share = left < Chart.leastHeight ? room.heightWhenScrolled : left
  let column = pieces.reduce(into: Column()) { column, piece in
    column.append(piece.column(share), gap: piece.gap)
  }
  return room.pattern.map(column.finding) ?? column
}

/// One or more elements that are laid out together.
private struct Piece {
  /// Free lines above it.
  let gap: Int
  let isFlexible: Bool
  let fixedLines: Int
  /// Lays it out, with so many lines for what is flexible in it.
  let column: (Int) -> Column

  init(_ column: Column, gap: Int) {
    self.gap = gap
    isFlexible = false
    fixedLines = column.lines.count
    self.column = { _ in column }
  }

  init(flexible gap: Int, fixedLines: Int, _ column: @escaping (Int) -> Column) {
    self.gap = gap
    isFlexible = true
    self.fixedLines = fixedLines
    self.column = column
  }
}

extension Piece {
  static func pieces(of elements: [Element], in room: Room) -> [Piece] {
    var pieces: [Piece] = []
    var previous: Element?
    for run in runs(of: elements.filter { !$0.isBlank(in: room) }) {
      guard let first = run.last, first != .gap else {
        // Free lines at the top, at the end and doubled mean nothing.
        if previous != nil { previous = .gap }
        continue
      }
      let gap = previous.map { spacing(between: $0, and: run[0]) } ?? 0
      pieces.append(piece(run, gap: gap, in: room))
      previous = first
    }
    return pieces
  }

  /// Items of a list, and bars of progress, are aligned with each other.
  private static func runs(of elements: [Element]) -> [[Element]] {
    elements.reduce(into: []) { runs, element in
      if let last = runs.indices.last, let before = runs[last].last, before.aligns(with: element) {
        runs[last].append(element)
      } else {
        runs.append([element])
      }
    }
  }

  private static func piece(_ run: [Element], gap: Int, in room: Room) -> Piece {
    switch run[0] {
    case .chart(let chart) where chart.isFlexible:
      let words =
        room.leavesOutSentences
        ? [] : room.steadied(sentence(of: chart, in: room), for: \.sentence)
      return Piece(flexible: gap, fixedLines: words.count) { lines in
        Column(picture(of: chart, lines: lines, in: room) + words)
      }
    case .writing:
      guard case .text(let draft) = room.input else { return Piece(Column(), gap: 0) }
      return Piece(flexible: gap, fixedLines: 0) { lines in
        editor(of: draft, lines: lines, in: room)
      }
    default: return Piece(column(of: run, in: room), gap: gap)
    }
  }

  private static func column(of run: [Element], in room: Room) -> Column {
    switch run[0] {
    case .heading(let text): Column(heading(text, in: room))
    case .prose(let spans):
      Column(room.steadied(prose(spans, in: room), for: \.step))
    case .item: Column(list(run, in: room))
    case .callout(let title, let paragraphs): Column(callout(title, paragraphs, in: room))
    case .code(let text, let firstLine): Column(code(text, from: firstLine, in: room))
    case .chart(let chart):
      Column(picture(of: chart, lines: 0, in: room) + sentence(of: chart, in: room))
    case .table(let header, let rows): Column(table(header, rows, in: room))
    case .menu(let items, let cursor): menu(items, cursor: cursor, in: room)
    case .form(let fields, let cursor): form(fields, cursor: cursor, in: room)
    case .verdict(let headline, let tone, let lines):
      verdict(run[0], headline, tone, lines, in: room)
    case .progress: Column(progressBars(run, in: room))
    case .pending: Column(prose([Span(pendingWords, .muted)], in: room))
    case .pipeline(let stations): Column(pipeline(stations, in: room))
    case .writing, .gap: Column()
    case .standings(let header, let rows, let cursor):
      standings(header, rows, cursor: cursor, in: room)
    }
  }
}
