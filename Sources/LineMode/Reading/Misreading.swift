/// Why a typed line means nothing here. Nothing was changed by it.
package enum Misreading: Error, Sendable, Equatable {
  /// Nothing was typed where something is asked for.
  case empty(String)
  case unknown(String, accepted: String)
  /// There is no such number.
  case noSuch(String)
  /// Several numbers where one is asked for.
  case oneNumber(String)
  /// Not every number once.
  case everyNumber(example: String)
  /// A search for nothing.
  case noWords
}

extension Misreading: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty(let accepted): "Nothing is answered yet. You can type \(accepted)."
    case .unknown(let line, let accepted):
      "\"\(line)\" means nothing here. You can type \(accepted)."
    case .noSuch(let range): "There is no such number here. Choose one of \(range)."
    case .oneNumber(let range): "Choose one number only, of \(range)."
    case .noWords: "Type the words to find behind the slash, such as /silhouette."
    case .everyNumber(let example): "Name every number once, in your order, such as \(example)."
    }
  }
}
