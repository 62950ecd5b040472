// Words that stand for one another in this subject: the name of an idea, and what people say
// for it. "[near]: near, close, next to, alike". A phrasing names the idea, and every
// wording of it will do.

/// Named sets of wordings. A wording is one or several words that follow one another.
package struct Lexicon: Sendable, Equatable {
  package let ideas: [String: [String]]

  /// - Parameter ideas: for every name its wordings; a wording `[other]` takes in that idea's.
  package init(ideas: [String: [String]] = [:]) {
    self.ideas = ideas
  }

  /// The wordings of an idea, with those of the ideas that it takes in; nil if there is none.
  func wordings(of name: String) -> [String]? {
    var seen: Set<String> = []
    return wordings(of: name, seen: &seen)
  }

  private func wordings(of name: String, seen: inout Set<String>) -> [String]? {
    guard let own = ideas[name] else { return nil }
    guard seen.insert(name).inserted else { return [] }
    var all: [String] = []
    for wording in own {
      if wording.hasPrefix("["), wording.hasSuffix("]") {
        guard let inner = wordings(of: String(wording.dropFirst().dropLast()), seen: &seen) else {
          return nil
        }
        all += inner
      } else {
        all.append(wording)
      }
    }
    return all
  }
}
