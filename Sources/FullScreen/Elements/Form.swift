// Values that can be turned. Where there is room every choice is shown and the chosen one
// stands in brackets; else the value alone, between the arrows that turn it.

import Screen
import Tutoring

func form(_ fields: [Field], cursor: Int?, in room: Room) -> Column {
  let layout = FormLayout(fields, width: min(room.width, Room.widestPicture))
  return fields.enumerated().reduce(into: Column()) { column, entry in
    let (index, field) = entry
    let start = column.lines.count
    column.lines += layout.lines(for: field, isChosen: index == cursor)
    if index == cursor {
      column.focus = Column.Focus(
        lines: start..<column.lines.count, isFirst: index == 0, isLast: index == fields.count - 1)
    }
  }
}

private struct FormLayout {
  let width: Int
  private let labelWidth: Int
  private let showsChoices: Bool

  init(_ fields: [Field], width: Int) {
    self.width = width
    labelWidth = min(fields.map { TextWidth.width(of: $0.label) }.max() ?? 0, width / 2)
    let label = labelWidth
    showsChoices = fields.allSatisfy { field in
      field.choices.contains(field.value)
        && 2 + label + 2 + Self.choices(of: field).width <= width
    }
  }

  func lines(for field: Field, isChosen: Bool) -> [Line] {
    let arrow = isChosen ? Span("▸ ", .accent) : Span("  ")
    let label = Span(field.label, isChosen ? .bold : .plain)
    let indent = 2 + labelWidth + 2
    let value = showsChoices ? Self.choices(of: field) : Self.value(of: field, isChosen: isChosen)
    if TextWidth.width(of: field.label) <= labelWidth, indent + value.width <= width {
      return [[arrow, label].padded(to: indent) + value]
    }
    let labels = wrapped([label], width: width - 2)
    let values = wrapped(value, width: width - 4).map { $0.indented(by: 4) }
    return labels.enumerated().map {
      $0.offset == 0 ? [arrow] + $0.element : $0.element.indented(by: 2)
    }
      + values
  }

  /// `[none]  standard   minmax`: one cell each side, so that nothing moves when it is turned.
  private static func choices(of field: Field) -> Line {
    field.choices.map { choice in
      choice == field.value ? Span("[\(choice)]", .bold) : Span(" \(choice) ", .muted)
    }
  }

  private static func value(of field: Field, isChosen: Bool) -> Line {
    guard isChosen else { return [Span("  \(field.value)")] }
    let place = field.choices.firstIndex(of: field.value)
      .map { "  \($0 + 1) of \(field.choices.count)" }
    return [Span("◂ ", .accent), Span(field.value, .bold), Span(" ▸", .accent)]
      + (place.map { [Span($0, .muted)] } ?? [])
  }
}
