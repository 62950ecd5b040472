// The keys that work now, most important first. What does not fit is left to help, which is
// always named, as is the way out.

import Screen
import Tutoring

func keyLine(of scene: Scene, width: Int) -> Line {
  let others = hints(for: scene.actions.filter { $0.event != .help && $0.event != .quit }, scene)
  let always = hints(for: scene.actions.filter { $0.event == .help || $0.event == .quit }, scene)
  let whole = joined(others + always)
  if whole.width <= width { return whole }

  // "?" and "q" are known from everywhere; alone they leave room for what is particular here.
  let short = scene.input == .keys ? always.map { KeyHint(keys: $0.keys, label: "") } : always
  var shown: [KeyHint] = []
  for hint in others {
    guard joined(shown + [hint] + short).width <= width else { break }
    shown.append(hint)
  }
  return joined(shown + short)
}

private struct KeyHint: Equatable {
  let keys: String
  let label: String
}

private func joined(_ hints: [KeyHint]) -> Line {
  Array(
    hints.map { hint -> Line in
      let key = Span(hint.keys, .bold)
      return hint.label.isEmpty ? [key] : [key, Span(" " + hint.label)]
    }.joined(separator: [Span(" · ", .muted)]))
}

/// What leads to the same end in two directions is one hint; moving comes first.
private func hints(for actions: [Action], _ scene: Scene) -> [KeyHint] {
  var hints: [KeyHint] = []
  var paired: [Event] = []
  for action in actions where !paired.contains(action.event) {
    guard let key = scene.keys(of: action).first else { continue }
    if let other = actions.first(where: { $0.event == action.event.opposite }),
      let otherKey = scene.keys(of: other).first, let word = action.event.word
    {
      paired += [action.event, other.event]
      let keys = action.event.isForward ? [otherKey, key] : [key, otherKey]
      let hint = KeyHint(keys: keys.map(\.name).joined(), label: word)
      if case .move = action.event { hints.insert(hint, at: 0) } else { hints.append(hint) }
    } else {
      hints.append(KeyHint(keys: key.name, label: action.label))
    }
  }
  return hints
}

extension Event {
  fileprivate var opposite: Event? {
    switch self {
    case .move(let step): .move(-step)
    case .turn(let step): .turn(-step)
    case .carry(let step): .carry(-step)
    case .step(let count) where count != .min: .step(-count)
    case .speed(let change): .speed(-change)
    default: nil
    }
  }

  fileprivate var isForward: Bool {
    switch self {
    case .move(let step), .turn(let step), .carry(let step), .step(let step), .speed(let step):
      step > 0
    default: true
    }
  }

  fileprivate var word: String? {
    switch self {
    case .move: "choose"
    case .turn: "change"
    case .carry: "carry"
    case .step(let count): count.magnitude == 1 ? "step" : "by \(count.magnitude)"
    case .speed: "speed"
    default: nil
    }
  }
}
