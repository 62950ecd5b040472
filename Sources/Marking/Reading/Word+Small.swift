extension Word {
  /// Whether it only holds a sentence together: "the", "of", "is".
  package var isSmall: Bool { EverydayWords.small.contains(text) }
}
