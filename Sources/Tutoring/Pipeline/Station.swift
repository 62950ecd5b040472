// A stage in the drawn pipeline: where the learner is, what is behind, what is left out, and the
// figure that each stage hands on.

package struct Station: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    case ahead, done, leftOut
  }

  package let name: String
  package let isCurrent: Bool
  package let state: State
  /// What came out of it, a few words a line: "388 rows", "was 400".
  package let notes: [String]

  package init(name: String, isCurrent: Bool = false, state: State, notes: [String] = []) {
    self.name = name
    self.isCurrent = isCurrent
    self.state = state
    self.notes = notes
  }
}

extension Station {
  /// One cell; no state is told by colour alone.
  package var mark: String {
    if isCurrent { return "▸" }
    return switch state {
    case .ahead: " "
    case .done: "✓"
    case .leftOut: "✗"
    }
  }
}
