// A distance on disk is its name.

extension Distance: Codable {
  /// Writes the ``name``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Reads a name.
  ///
  /// - Throws: `DecodingError` when no distance has it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let known = Distance(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "there is no distance \(name)")
    }
    self = known
  }
}
