/// Why a typed line means nothing here. Nothing was changed by it.
package enum Misreading: Error, Sendable, Equatable {
  /// Nothing was typed where something is asked for.
  case empty(String)
  case unknown(String, accepted: String)
  /// There is no such number.
  case outOfRange(count: Int)
  /// Several numbers where one is asked for.
  case oneNumber(count: Int)
  /// Not every number once.
  case everyNumber(example: String)
}

extension Misreading: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty(let accepted): "Nothing is answered yet. You can type \(accepted)."
    case .unknown(let line, let accepted):
      "\"\(line)\" means nothing here. You can type \(accepted)."
    case .outOfRange(let count): "Choose a number from 1 to \(count)."
    case .oneNumber(let count): "Choose one number from 1 to \(count)."
    case .everyNumber(let example): "Name every number once, in your order, such as \(example)."
    }
  }
}
