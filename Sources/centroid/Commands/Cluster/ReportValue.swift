// A value in the JSON of a report: of a parameter, or a figure of a model.

import Wording

enum ReportValue: Encodable {
  case whole(Int)
  case wholes([Int])
  case seed(UInt64)
  case number(Double)
  case numbers([Double])
  case text(String)
  case texts([String])
  case truth(Bool)

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .whole(let value): try container.encode(value)
    case .wholes(let values): try container.encode(values)
    case .seed(let value): try container.encode(value)
    // JSON has no infinity.
    case .number(let value) where !value.isFinite: try container.encode("\(value)")
    case .number(let value): try container.encode(value)
    case .numbers(let values): try container.encode(values.map(ReportValue.number))
    case .text(let value): try container.encode(value)
    case .texts(let value): try container.encode(value)
    case .truth(let value): try container.encode(value)
    }
  }
}

extension ReportValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .whole(let value): "\(value)"
    case .wholes(let values): shortened(values)
    case .seed(let value): "\(value)"
    case .number(let value): significant(value)
    case .numbers(let values): shortened(values.map { significant($0) })
    case .text(let value): value
    case .texts(let values): shortened(values)
    case .truth(let value): value ? "yes" : "no"
    }
  }

  /// Whether it is a limit that holds nothing back.
  var isUnlimited: Bool {
    if case .number(.infinity) = self { true } else { false }
  }

  /// Whether there is nothing to tell.
  var isEmpty: Bool {
    switch self {
    case .wholes(let values): values.isEmpty
    case .numbers(let values): values.isEmpty
    case .texts(let values): values.isEmpty
    default: false
    }
  }
}

/// The first of many values.
func shortened(_ values: [some CustomStringConvertible]) -> String {
  let shown = values.prefix(12).map(\.description).joined(separator: ", ")
  return values.count > 12 ? shown + ", …" : shown
}
