// Points on disk: the number of features and the values, row after row.
//
// What is read is checked as in `Points.init(_:dimensions:)`, so that a table from a file keeps
// the same promises as any other.

extension Points: Codable {
  private enum CodingKeys: CodingKey { case dimensions, values }

  /// Writes d and the n · d values.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dimensions, forKey: .dimensions)
    try container.encode(values, forKey: .values)
  }

  /// Reads d and the n · d values.
  ///
  /// - Throws: `DecodingError`, also where ``init(_:dimensions:)`` throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let dimensions = try container.decode(Int.self, forKey: .dimensions)
    let values = try container.decode([Double].self, forKey: .values)
    do {
      try self.init(values, dimensions: dimensions)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container, debugDescription: "\(error)")
    }
  }
}
