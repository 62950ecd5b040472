// The stages of a pipeline in a row, with arrows between them. Where there is room each is a
// box, else it stands in brackets. The stage that one is at has a border of its own, and one that
// is left out a broken one. Below each stands what came out of it.

import Charts
import Screen
import Tutoring

func pipeline(_ stations: [Station], in room: Room) -> [Line] {
  let layout = PipelineLayout(stations, width: room.width)
  return layout.rows.enumerated().flatMap { index, row in
    let goesOn = index < layout.rows.count - 1
    let drawn =
      room.height >= PipelineLayout.tall
      ? boxes(row, layout, room.glyphs, goesOn: goesOn)
      : [brackets(row, layout, room.glyphs, goesOn: goesOn)]
    return drawn + notes(row, layout)
  }
}

private struct PipelineLayout {
  /// From this height on there is room for boxes.
  static let tall = 30

  let rows: [ArraySlice<Station>]
  /// The cells of an arrow.
  let gap: Int

  init(_ stations: [Station], width: Int) {
    let boxes = stations.reduce(0) { $0 + $1.boxWidth }
    let arrows = max(1, stations.count - 1)
    let fits = boxes + 2 * arrows <= width
    gap = fits ? min(max(2, (width - boxes) / arrows), 6) : 3
    let perRow = max(1, fits ? stations.count : (stations.count + 1) / 2)
    rows = stride(from: 0, to: stations.count, by: perRow).map {
      stations[$0..<min($0 + perRow, stations.count)]
    }
  }

  func arrow(_ glyphs: GlyphSet) -> Span {
    let shaft = String(repeating: glyphs == .ascii ? "-" : "─", count: gap - 1)
    return Span(shaft + (glyphs == .ascii ? ">" : "▶"), .muted)
  }
}

extension Station {
  /// A border, the mark, a space, the name, a border.
  fileprivate var boxWidth: Int { TextWidth.width(of: name) + 4 }

  fileprivate var style: Style {
    if isCurrent { return Style(.accent, bold: true) }
    return switch state {
    case .ahead: .muted
    case .done: .plain
    case .leftOut: .warning
    }
  }
}

// MARK: - In brackets

private func brackets(
  _ row: ArraySlice<Station>, _ layout: PipelineLayout, _ glyphs: GlyphSet, goesOn: Bool
) -> Line {
  row.enumerated().reduce(into: Line()) { line, entry in
    let station = entry.element
    let (open, close) = station.state == .leftOut ? ("(", ")") : ("[", "]")
    line.append(Span("\(open)\(station.mark) \(station.name)\(close)", station.style))
    if goesOn || entry.offset < row.count - 1 { line.append(layout.arrow(glyphs)) }
  }
}

// MARK: - As boxes

private func boxes(
  _ row: ArraySlice<Station>, _ layout: PipelineLayout, _ glyphs: GlyphSet, goesOn: Bool
) -> [Line] {
  let space = Span(String(repeating: " ", count: layout.gap))
  return row.enumerated().reduce(into: [Line(), Line(), Line()]) { lines, entry in
    let station = entry.element
    let border = Border(of: station, glyphs)
    let rule = String(repeating: border.across, count: station.boxWidth - 2)
    lines[0].append(Span(border.top.0 + rule + border.top.1, station.style))
    lines[1].append(
      Span(border.side + "\(station.mark) \(station.name)" + border.side, station.style))
    lines[2].append(Span(border.bottom.0 + rule + border.bottom.1, station.style))
    guard goesOn || entry.offset < row.count - 1 else { return }
    lines[0].append(space)
    lines[1].append(layout.arrow(glyphs))
    lines[2].append(space)
  }
}

private struct Border {
  let top: (String, String)
  let bottom: (String, String)
  let across: String
  let side: String

  init(of station: Station, _ glyphs: GlyphSet) {
    switch (station.isCurrent, station.state, glyphs == .ascii) {
    case (true, _, false): self.init(("┏", "┓"), ("┗", "┛"), "━", "┃")
    case (true, _, true): self.init(("#", "#"), ("#", "#"), "=", "#")
    case (_, .leftOut, false): self.init(("┌", "┐"), ("└", "┘"), "╌", "┊")
    case (_, .leftOut, true): self.init((".", "."), (".", "."), ".", ":")
    case (_, _, false): self.init(("┌", "┐"), ("└", "┘"), "─", "│")
    case (_, _, true): self.init(("+", "+"), ("+", "+"), "-", "|")
    }
  }

  private init(
    _ top: (String, String), _ bottom: (String, String), _ across: String, _ side: String
  ) {
    self.top = top
    self.bottom = bottom
    self.across = across
    self.side = side
  }
}

// MARK: - What came out

/// The notes below their stations, no note longer than the way to the next one.
private func notes(_ row: ArraySlice<Station>, _ layout: PipelineLayout) -> [Line] {
  let height = row.map(\.notes.count).max() ?? 0
  return (0..<height).map { index in
    row.reduce(into: Line()) { line, station in
      let pitch = station.boxWidth + layout.gap
      let note = index < station.notes.count ? station.notes[index] : ""
      let text = TextWidth.fitting(note, pitch - 2)
      line = line + ([Span(" " + text, .muted)] as Line).padded(to: pitch)
    }
  }
}
