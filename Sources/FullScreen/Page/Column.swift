// Elements laid out at a width, line below line. Besides the lines a column knows what the
// learner is at: the entry under the cursor, the text cursor, the verdicts.

import Screen
import Tutoring

struct Column {
  var lines: [Line] = []
  /// The lines of the entry under the cursor, or the line being written.
  var focus: Focus?
  /// Where the terminal shows its own cursor.
  var caret: Caret?
  /// Where the words stand that are looked for, from top to bottom.
  var hits: [Hit] = []
  /// The lines of each verdict, and what it says.
  var verdicts: [Landmark] = []

  struct Focus {
    var lines: Range<Int>
    /// The cursor cannot go further up or down from here.
    var isFirst: Bool
    var isLast: Bool
  }

  struct Caret {
    var x: Int
    var line: Int
    /// The characters one row above and below it, as offsets in the draft.
    let above: Int?
    let below: Int?

    func moved(right: Int, down: Int) -> Caret {
      var moved = self
      moved.x += right
      moved.line += down
      return moved
    }
  }

  struct Landmark {
    var lines: Range<Int>
    let element: Element
  }
}

extension Column {
  init(_ lines: [Line]) {
    self.lines = lines
  }

  /// Puts another column below this one.
  mutating func append(_ other: Column, gap: Int = 0) {
    if !lines.isEmpty { lines += Array(repeating: [], count: gap) }
    let moved = other.moved(right: 0, down: lines.count)
    lines += other.lines
    take(moved)
  }

  /// Puts an entry of a list below; the one under the cursor has the focus.
  mutating func append(entry: [Line], _ index: Int, of count: Int, cursor: Int?) {
    let start = lines.count
    lines += entry
    guard index == cursor else { return }
    focus = Focus(
      lines: start..<lines.count, isFirst: index == 0, isLast: index == count - 1)
  }

  /// Puts another column to the right of this one, at column `x`.
  func beside(_ other: Column, at x: Int) -> Column {
    var both = self
    both.lines = (0..<max(lines.count, other.lines.count)).map { row in
      let left = row < lines.count ? lines[row] : []
      let right = row < other.lines.count ? other.lines[row] : []
      return right.isEmpty ? left : left.padded(to: x) + right
    }
    both.take(other.moved(right: x, down: 0))
    return both
  }

  private mutating func take(_ other: Column) {
    focus = focus ?? other.focus
    caret = caret ?? other.caret
    verdicts += other.verdicts
    hits += other.hits
  }

  private func moved(right: Int, down: Int) -> Column {
    var moved = Column()
    moved.focus = focus.map { focus in
      var focus = focus
      focus.lines = focus.lines.shifted(by: down)
      return focus
    }
    moved.caret = caret?.moved(right: right, down: down)
    moved.hits = hits.map { $0.moved(right: right, down: down) }
    moved.verdicts = verdicts.map {
      Landmark(lines: $0.lines.shifted(by: down), element: $0.element)
    }
    return moved
  }
}

extension Range<Int> {
  func shifted(by step: Int) -> Range<Int> {
    lowerBound + step..<upperBound + step
  }
}
