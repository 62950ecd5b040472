// What a scene wants from its learner, as far as a typed line can give it.

import Screen
import Tutoring

enum Asking {
  /// A text, line by line.
  case text(Draft)
  /// One of the numbered options is the answer.
  case choice([MenuItem])
  /// All numbers, in an order.
  case order([MenuItem])
  /// Any of the numbers.
  case marks([MenuItem])
  /// One of the places to go to; the cursor stands at one of them.
  case list([MenuItem], cursor: Int?)
  /// Values of fields.
  case form([Field])
  /// Words in one line, or one of the numbers that they have brought.
  case words([MenuItem])
  /// Points that were not found: a number says "I did say that".
  case said([MenuItem])
  /// Only the scene's actions.
  case nothing

  var isNothing: Bool { if case .nothing = self { true } else { false } }
}

extension Scene {
  var asking: Asking {
    if case .text(let draft) = input { return .text(draft) }
    if case .line = input {
      // Over a page words are looked for, and its numbers wait.
      return .words(find?.status == nil ? menu?.items ?? [] : [])
    }
    if let fields = form { return .form(fields) }
    guard let menu else { return .nothing }
    if actions.contains(where: { if case .carry = $0.event { true } else { false } }) {
      return .order(menu.items)
    }
    if actions.contains(where: { $0.event == .submit }) { return .marks(menu.items) }
    if actions.contains(where: { $0.word == "said" }) { return .said(menu.items) }
    // A question stands beside what it is about; a list is all there is to look at.
    let isQuestion = aside.contains { if case .menu = $0 { true } else { false } }
    return isQuestion ? .choice(menu.items) : .list(menu.items, cursor: menu.cursor)
  }

  var menu: (items: [MenuItem], cursor: Int?)? {
    for element in aside.reversed() + main.reversed() {
      if case .menu(let items, let cursor) = element { return (items.named, cursor) }
    }
    return standings
  }

  /// Lists that tell how far one is, one below the other, are one list to choose from.
  private var standings: (items: [MenuItem], cursor: Int?)? {
    var items: [MenuItem] = []
    var place: Int?
    for case .standings(_, let rows, let cursor) in main + aside {
      if let cursor { place = items.count + cursor }
      items += rows.filter { !$0.name.isEmpty }.map { row in
        MenuItem(text: row.text, note: row.note, mark: row.mark, name: row.name)
      }
    }
    return items.isEmpty ? nil : (items, place)
  }

  private var form: [Field]? {
    for element in aside + main {
      if case .form(let fields, _) = element { return fields }
    }
    return nil
  }

  /// Whether "how sure" is asked too.
  var asksConfidence: Bool {
    actions.contains { if case .confidence = $0.event { true } else { false } }
  }

  /// What an empty line does. It never commits an answer: nobody should answer by accident.
  var emptyLine: Action? {
    switch asking {
    case .nothing, .list, .said: actions.first { $0.keys.contains(.enter) }
    case .text, .choice, .order, .marks, .form, .words: nil
    }
  }
}

extension [MenuItem] {
  /// Where every option is a number, it is its own name: who types 3 means three, not the
  /// third.
  var named: [MenuItem] {
    guard !isEmpty, allSatisfy({ Int($0.text).map { $0 >= 0 } ?? false }) else { return self }
    return map { MenuItem(text: "", note: $0.note, mark: $0.mark, name: $0.text) }
  }

  /// "1-4", "2, 4, 8".
  var range: String {
    let names = map(\.name)
    let isCount = names == (1...Swift.max(1, count)).map(String.init)
    return isCount && count > 1 ? "1-\(count)" : names.joined(separator: ", ")
  }
}
