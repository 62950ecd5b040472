// Where the pieces of a block stand in their file. What a run finds wrong with a near miss or a
// premise is said at that near miss, long after the file was read, so a value keeps the places of
// its block, by the path of keys and numbers that leads to a piece: "near-misses/2/with".

package import Markup

package struct Places: Sendable, Equatable {
  /// Where the block stands.
  package let start: Position
  private var positions: [String: Position] = [:]

  package init(start: Position = Position(line: 1, column: 1)) {
    self.start = start
  }

  /// - Parameter start: where the block starts, for a block without content.
  init(_ yaml: YAML?, start: Position) {
    self.start = start
    if let yaml { add(yaml, at: "") }
  }

  /// Takes in another block.
  mutating func add(_ yaml: YAML?, at path: String, start: Position) {
    if let yaml { add(yaml, at: path) }
    positions[path] = start
  }

  private mutating func add(_ yaml: YAML, at path: String) {
    if !path.isEmpty { positions[path] = yaml.position }
    switch yaml.kind {
    case .text: break
    case .list(let items):
      for (index, item) in items.enumerated() { add(item, at: Self.join(path, "\(index)")) }
    case .mapping(let pairs):
      for pair in pairs {
        let place = Self.join(path, pair.key)
        add(pair.value, at: place)
        if pair.value.isEmpty { positions[place] = pair.keyPosition }
      }
    }
  }

  private static func join(_ path: String, _ step: String) -> String {
    path.isEmpty ? step : "\(path)/\(step)"
  }

  private func has(_ path: String) -> Bool { positions[path] != nil }

  /// The place of a piece; of what holds it, where it was not written itself.
  package subscript(_ path: String) -> Position {
    var path = path[...]
    while true {
      if let position = positions[String(path)] { return position }
      guard let slash = path.lastIndex(of: "/") else { return start }
      path = path[..<slash]
    }
  }

  /// The paths of the bounds in a list of conditions, as many as there are conditions: an item
  /// with a lower and an upper bound is two of them.
  package func bounds(in list: String) -> [String] {
    var found: [String] = []
    var index = 0
    while has("\(list)/\(index)") {
      found += ["at-least", "at-most"].map { "\(list)/\(index)/\($0)" }.filter(has)
      index += 1
    }
    return found
  }
}
