// What is new in a scene. At another place everything is new; at the same place only those
// pieces are that were not there before: a hint, a verdict, a changed value, a picture that
// was drawn again. What is the same is not repeated.

import Tutoring

extension Paper {
  func news(of scene: Scene, after heard: Scene?) -> [String] {
    let notice = (scene.notice.map { wrapped($0) } ?? []).separated
    guard let heard, heard.title == scene.title, heard.place == scene.place else {
      return tidied(
        [""] + header(scene) + lines(of: pieces(of: scene) + draft(scene))
          + hit(scene.find, after: nil) + notice)
    }
    let old = pieces(of: heard)
    let new = pieces(of: scene)
    let fresh = new.difference(from: old).insertions.compactMap { change in
      if case .insert(_, let piece, _) = change { piece } else { nil }
    }
    let pointer = moved(from: heard, to: scene)
    return tidied(
      (lines(of: fresh) + pointer).separated + hit(scene.find, after: heard.find) + notice)
  }

  /// Where the words stand that one looks for.
  private func hit(_ find: Finding?, after heard: Finding?) -> [String] {
    guard let find, find != heard, let status = find.status, !status.isEmpty else { return [] }
    let excerpt = find.spot.map { ": \($0.excerpt)" } ?? "."
    return wrapped(status.replacingDots.startingLarge + excerpt).separated
  }

  /// The same answer has the same verdict, and it is said again: silence would be no reply.
  /// Only lines of a text need none.
  func nothingNew(in scene: Scene) -> [String] {
    if case .text = scene.input { return [] }
    let verdicts = (scene.main + scene.aside).filter { element in
      if case .verdict = element { true } else { false }
    }
    let said = lines(of: verdicts.flatMap(pieces))
    return (said.isEmpty ? wrapped("Nothing has changed.") : said).separated
  }

  func header(_ scene: Scene) -> [String] {
    let place = scene.place.isEmpty || scene.isHelp ? "" : ": \(scene.place)"
    return wrapped((scene.title + place).replacingDots + ".")
  }

  private func pieces(of scene: Scene) -> [Piece] {
    // While time passes, what each step did is told; the whole picture when it stands still.
    func told(_ elements: [Element]) -> [Element] {
      elements.filter { element in
        if case .chart = element { scene.pace == nil } else { true }
      }
    }
    return told(scene.main).flatMap(pieces) + [.gap] + told(scene.aside).flatMap(pieces)
  }

  private func lines(of pieces: [Piece]) -> [String] {
    pieces.flatMap { $0 == .gap ? [""] : $0.lines }
  }

  /// A text that was begun earlier; what is typed now needs no echo.
  private func draft(_ scene: Scene) -> [Piece] {
    guard case .text(let draft) = scene.input, !draft.text.trimmed.isEmpty else { return [] }
    return [Piece("Written so far:"), Piece(wrapped(draft.text, indent: 2, first: 2))]
  }

  /// The cursor of a list is not seen here, so a move is told.
  private func moved(from heard: Scene, to scene: Scene) -> [String] {
    guard let before = heard.menu?.cursor, let menu = scene.menu, let now = menu.cursor,
      before != now, menu.items.indices.contains(now)
    else { return [] }
    let item = menu.items[now]
    return wrapped("Now at " + (item.text.isEmpty ? item.name : "\(item.name): \(item.text)"))
  }

  /// At most one empty line in a row, and none at the end.
  func tidied(_ lines: [String]) -> [String] {
    var tidy: [String] = []
    for line in lines where !(line.isEmpty && tidy.last?.isEmpty == true) { tidy.append(line) }
    while tidy.last?.isEmpty == true { tidy.removeLast() }
    return tidy
  }
}

extension [String] {
  /// With an empty line before it, where there is anything.
  var separated: [String] { isEmpty || first == "" ? self : [""] + self }
}

extension String {
  fileprivate var startingLarge: String { prefix(1).uppercased() + dropFirst() }

  /// The dots between parts of a title are read as "dot"; a comma is a pause.
  var replacingDots: String {
    split(separator: " · ", omittingEmptySubsequences: false).joined(separator: ", ")
  }
}
