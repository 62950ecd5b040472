/// How much of a stranger's file is read. Nothing that a person writes as a lesson comes near;
/// a file made to hurt is turned away while it is still cheap.
package struct Limits: Sendable, Hashable {
  /// A book has about a megabyte of text.
  package var fileBytes = 1 << 20
  /// Long enough for a paragraph written as one line.
  package var lineBytes = 1 << 16
  /// Blocks and inlines counted together. Code that walks a document may therefore call itself
  /// for each level without a thought for the stack.
  package var depth = 64
  /// How many mistakes of one kind are listed before the rest is left out.
  package var mistakes = 100

  package init() {}
}
