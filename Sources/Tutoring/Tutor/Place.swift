import Foundation

/// The stack of bookmarks as text for the journal.
enum Place {
  static func text(of bookmarks: [Bookmark]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(bookmarks)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  /// Empty where the text is of another version: the learner then starts at home.
  static func bookmarks(in text: String?) -> [Bookmark] {
    guard let text else { return [] }
    return (try? JSONDecoder().decode([Bookmark].self, from: Data(text.utf8))) ?? []
  }
}
