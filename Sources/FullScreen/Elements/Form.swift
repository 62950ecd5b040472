// Values that can be turned. Where there is room every choice is shown and the chosen one
// stands in brackets; else the value alone, between the arrows that turn it.

import Screen
import Tutoring

func form(_ fields: [Field], cursor: Int?, in room: Room) -> Column {
  let layout = FormLayout(fields, width: min(room.width, Room.widestPicture))
  return fields.enumerated().reduce(into: Column()) { column, entry in
    let (index, field) = entry
    let lines = layout.lines(for: field, isChosen: index == cursor)
    column.append(entry: lines, index, of: fields.count, cursor: cursor)
  }
}

private struct FormLayout {
  private let width: Int
  private let labelWidth: Int
  /// The widest value that a field can take, between its arrows.
  private let valueWidth: Int
  private let showsChoices: Bool
  /// Between label and value: less where only so they stand beside each other.
  private let gap: Int
  /// Between a value and its arrows; nothing where only so it stands beside its label.
  private let margin: String

  init(_ fields: [Field], width: Int) {
    self.width = width
    let label = fields.map { TextWidth.width(of: $0.label) }.max() ?? 0
    let value = fields.flatMap { $0.choices + [$0.value] }.map { TextWidth.width(of: $0) }.max()
    labelWidth = label
    let least = 2 + label + 1 + (value ?? 0) + 2
    margin = least <= width && width < least + 2 ? "" : " "
    valueWidth = (value ?? 0) + 2 + 2 * margin.count
    gap = (0...1).contains(width - (2 + label + 1 + valueWidth)) ? 1 : 2
    showsChoices = fields.allSatisfy { field in
      field.choices.contains(field.value)
        && 2 + label + 2 + Self.choices(of: field).width <= width
    }
  }

  private var indent: Int { 2 + labelWidth + gap }

  /// The value stands beside the label, in every field or in none: turning moves nothing.
  func lines(for field: Field, isChosen: Bool) -> [Line] {
    let arrow = isChosen ? Span("▸ ", .accent) : Span("  ")
    let label = Span(field.label, isChosen ? .bold : .plain)
    if showsChoices { return [[arrow, label].padded(to: indent) + Self.choices(of: field)] }

    var value = self.value(of: field, isChosen: isChosen)
    let isBeside = indent + valueWidth <= width
    let start = isBeside ? indent : 4
    let place = isChosen ? Self.place(of: field) : []
    if start + value.width + place.width <= width { value += place }
    if isBeside { return [[arrow, label].padded(to: indent) + value] }
    return hanging([arrow], [label], indent: 2, width)
      + wrapped(value, width: width - start).map { $0.indented(by: start) }
  }

  /// `[none]  standard   minmax`: one cell each side, so that nothing moves when it is turned.
  private static func choices(of field: Field) -> Line {
    field.choices.map { choice in
      choice == field.value ? Span("[\(choice)]", .bold) : Span(" \(choice) ", .muted)
    }
  }

  private func value(of field: Field, isChosen: Bool) -> Line {
    // What cannot be turned has no arrows.
    isChosen && field.choices.isEmpty
      ? [Span(" \(margin)\(field.value)", .bold)]
      : isChosen
        ? [Span("◂" + margin, .accent), Span(field.value, .bold), Span(margin + "▸", .accent)]
        : [Span(" \(margin)\(field.value)")]
  }

  /// `2 of 4`
  private static func place(of field: Field) -> Line {
    guard let index = field.choices.firstIndex(of: field.value) else { return [] }
    return [Span("  \(index + 1) of \(field.choices.count)", .muted)]
  }
}
