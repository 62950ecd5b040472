// Elements in sentences, one small rule for each. A piece is what is said again when any part
// of it has changed: a paragraph, a whole menu, a single field of a form.

import Charts
import Screen
import Tutoring

struct Piece: Equatable {
  let lines: [String]

  init(_ lines: [String]) { self.lines = lines }
  init(_ line: String) { lines = [line] }

  static let gap = Piece([])
}

extension Paper {
  func pieces(_ element: Element) -> [Piece] {
    switch element {
    case .heading(let text): [.gap, Piece(wrapped(text)), .gap]
    case .prose(let spans): [Piece(wrapped(spans))]
    case .item(let mark, let spans): [item(mark == "•" ? "-" : mark, spans)]
    case .callout(let title, let paragraphs): callout(title, paragraphs)
    case .code(let text, let firstLine): [code(text, firstLine)]
    case .chart(let chart): [self.chart(chart)]
    case .table(let header, let rows): [Piece(table(header, rows))]
    case .menu(let items, _): [Piece(items.named.flatMap(lines))]
    case .form(let fields, _): fields.map { Piece(lines(of: $0)) }
    case .verdict(let headline, _, let lines): [verdict(headline, lines)]
    case .progress(let label, let filled, let total, let words):
      [Piece(wrapped("\(label): \(words.isEmpty ? "\(filled) of \(total)" : words)"))]
    case .pending: [Piece(wrapped(pendingWords))]
    case .writing: []
    case .gap: [.gap]
    case .standings(_, let rows, _) where rows.isEmpty: []
    case .standings(let header, let rows, _): standings(header, rows)
    case .pipeline(let stations): [Piece(wrapped(stations.words, indent: 2))]
    }
  }

  private func item(_ mark: String, _ spans: [Span]) -> Piece {
    Piece(wrapped([Span(mark + " ")] + spans, indent: TextWidth.width(of: mark) + 1))
  }

  private func callout(_ title: String, _ paragraphs: [[Span]]) -> [Piece] {
    let opening = title.isEmpty ? [] : [Span(title + ": ")]
    return paragraphs.enumerated().map { index, spans in
      Piece(wrapped((index == 0 ? opening : []) + spans, indent: 2, first: index == 0 ? 0 : 2))
    }
  }

  /// Lines of source keep their numbers, and their length: a break would change the text.
  private func code(_ text: String, _ firstLine: Int?) -> Piece {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let firstLine else { return Piece(lines.map { spelled("  " + $0) }) }
    let digits = "\(firstLine + lines.count)".count
    return Piece(
      lines.enumerated().map { index, line in
        spelled(TextWidth.rightAligned("\(firstLine + index)", digits) + "  " + line).trimmedEnd
      })
  }

  /// What the picture shows, and then the figures that the sentences have not given.
  private func chart(_ chart: Chart) -> Piece {
    let told = sentences(for: chart).joined(separator: " ")
    let figures: [String] =
      switch chart {
      case .bars: []
      case .line, .dendrogram, .histogram, .silhouette: plainLines(for: chart)
      // The sentences tell the centers already, once a method has done its work.
      case .scatter(let scatter):
        plainLines(for: chart).filter { scatter.work != nil || !$0.hasPrefix("center") }
      }
    let fresh = figures.filter { !told.contains($0) }
    return Piece(wrapped(told) + fresh.flatMap { wrapped("  " + $0, indent: 4) })
  }

  private func lines(of item: MenuItem) -> [String] {
    let mark = item.mark.isEmpty || item.mark == item.name ? "" : item.mark + " "
    let note = item.note.isEmpty ? "" : " (\(item.note.replacingDots))"
    let name = TextWidth.rightAligned(item.name, 3)
    return wrapped("\(name)  \(mark)\(item.text)\(note)", indent: 5)
  }

  private func lines(of field: Field) -> [String] {
    let choices = (field.uncut?.choices ?? field.choices).joined(separator: ", ")
    let value = field.uncut?.value ?? field.value
    let tail = choices.isEmpty ? "" : " (choices: \(choices))"
    return wrapped("  \(field.label): \(value)\(tail)", indent: 4)
  }

  private func verdict(_ headline: String, _ lines: [String]) -> Piece {
    Piece(wrapped(headline) + lines.flatMap { wrapped($0, indent: 4, first: 2) })
  }
}

extension [Station] {
  /// "Stages: 1 check, done, 388 rows; 2 scale, you are here; 3 cluster."
  fileprivate var words: String {
    let stations = enumerated().map { index, station in
      let state: String? =
        switch station.state {
        case .ahead: nil
        case .done: station.isCurrent ? nil : "done"
        case .leftOut: "left out"
        }
      let here = station.isCurrent ? "you are here" : nil
      return (["\(index + 1) \(station.name)"] + [here, state].compactMap(\.self) + station.notes)
        .joined(separator: ", ")
    }
    return "Stages: " + stations.joined(separator: "; ") + "."
  }
}
