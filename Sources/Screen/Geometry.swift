// Where things stand on a screen, in cells. The origin is the top left corner; x grows to
// the right, y grows downwards. A rectangle never has a negative side, so that cutting a
// small window into pieces gives empty pieces instead of a trap.

package struct Size: Sendable, Hashable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

package struct Rect: Sendable, Hashable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  package var size: Size { Size(width: width, height: height) }
  package var isEmpty: Bool { width == 0 || height == 0 }
  /// The first column to the right of the rectangle.
  package var endX: Int { x + width }
  /// The first row below the rectangle.
  package var endY: Int { y + height }

  package func contains(_ x: Int, _ y: Int) -> Bool {
    x >= self.x && x < endX && y >= self.y && y < endY
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }
}

// MARK: - Cutting a rectangle into pieces

extension Rect {
  /// The first `rows` rows, and what is left below them.
  package func cutTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let rows = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: rows),
      Rect(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The last `rows` rows, and what is left above them.
  package func cutBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = cutTop(height - min(max(0, rows), height))
    return (rest, bottom)
  }
}
