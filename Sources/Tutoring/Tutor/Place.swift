import Foundation

/// Where the learner is, and how other places were left, as text for the journal.
struct Place: Sendable, Equatable, Codable {
  /// From home to what is seen.
  var stack: [Bookmark]
  /// Places outside the stack where something was begun.
  var left: [Bookmark]
}

extension Place {
  /// Empty where the text is of another version: the learner then starts at home.
  init(text: String?) {
    let data = Data((text ?? "").utf8)
    let kept = (try? JSONDecoder().decode(Place.self, from: data)) ?? Place(stack: [], left: [])
    stack = kept.stack.map(\.plausible)
    left = kept.left.map(\.plausible)
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension Bookmark {
  /// A journal may come from anywhere, and no list of the tutor is as long as this.
  fileprivate var plausible: Bookmark {
    var bookmark = self
    bookmark.cursor = cursor.map { min(max(0, $0), 9999) }
    return bookmark
  }
}
