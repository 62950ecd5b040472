// Air between elements. Sessions ask for a free line where the subject changes; here stands
// what belongs together whoever says it: a heading and its text, a caption and its picture.

import Charts
import Screen
import Tutoring

func spacing(between above: Element, and below: Element) -> Int {
  switch (above, below) {
  case (.gap, _): 1
  case (_, .heading): 1
  case (.heading, _): 0
  // The prose right above a picture is its caption.
  case (.prose, .chart), (.prose, .table), (.prose, .code): 0
  // Around a list the session says whether there is room for air.
  case (.standings, .menu), (.menu, .prose): 0
  default: 1
  }
}

extension Element {
  var isPicture: Bool {
    if case .chart = self { true } else { false }
  }

  var isCaption: Bool {
    if case .prose = self { true } else { false }
  }

  func aligns(with next: Element) -> Bool {
    switch (self, next) {
    case (.item, .item), (.progress, .progress): true
    default: false
    }
  }

  /// Takes no place at all: the editor where nothing is being written, empty text.
  func isBlank(in room: Room) -> Bool {
    switch self {
    case .writing: if case .text = room.input { false } else { true }
    case .prose(let spans): spans.allSatisfy(\.text.isEmpty)
    case .heading(let text): text.isEmpty
    case .menu(let items, _): items.isEmpty
    case .form(let fields, _): fields.isEmpty
    case .table(let header, let rows): rows.isEmpty && header.allSatisfy(\.isEmpty)
    case .code(let text, _): text.isEmpty
    case .standings(_, let rows, _): rows.isEmpty
    default: false
    }
  }
}
