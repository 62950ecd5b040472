// Sentences inside others.

extension String {
  /// A sentence that goes on after a colon or in brackets.
  package var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
