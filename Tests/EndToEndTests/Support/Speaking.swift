// What a learner wants, as lines for the line face, and what it should answer.

import LineMode
import Screen
import ScriptedLearner
import Tutoring

extension Scene {
  /// The lines that stand for an event.
  func lines(saying event: Event) -> [String] {
    switch event {
    case .pick(let index): [menus.first.map { Self.name(of: index, in: $0.items) } ?? ""]
    case .set(let field, let value): ["\(field)=\(value)"]
    case .arrange(let order): [order.map { "\($0 + 1)" }.joined(separator: " ")]
    case .write(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + ["."]
    default: [actions.first { $0.event == event }?.word ?? "\(event)"]
    }
  }

  /// Where every option is a number, it is its own name.
  private static func name(of index: Int, in items: [MenuItem]) -> String {
    items.allSatisfy { Int($0.text) != nil } ? items[index].text : items[index].name
  }
}

/// A line that the line face does not understand.
struct NotUnderstood: Error {
  let line: String
  let why: Misreading
}

/// A learner at the line face, and what should be heard there.
struct Speaker {
  private(set) var mirror: Mirror
  private var face = LineMode()
  private var waiting: [String] = []
  /// What is told at the start, before anything is said.
  let opening: [String]

  init(_ mirror: Mirror) {
    self.mirror = mirror
    opening = face.heard(mirror.tutor.scene)
  }

  /// The line that the learner says next; nil when all is passed.
  mutating func nextLine() throws -> String? {
    if waiting.isEmpty {
      guard let wish = try mirror.wish() else { return nil }
      waiting = mirror.tutor.scene.lines(saying: wish)
    }
    return waiting.removeFirst()
  }

  /// Says a line; gives what is told in return.
  mutating func say(_ line: String) throws -> [String] {
    switch face.read(line, in: mirror.tutor.scene) {
    case .success(let events): mirror.handle(events)
    case .failure(let why): throw NotUnderstood(line: line, why: why)
    }
    return mirror.isOver ? [] : face.heard(mirror.tutor.scene)
  }
}

extension LineMode {
  /// What is told, to the question at its end.
  fileprivate mutating func heard(_ scene: Scene) -> [String] {
    tell(scene) + prompt(for: scene)
  }
}
