// Labels on disk. Who reads them indexes the centers by them, so they are checked on the way in.

extension KeyedDecodingContainer {
  /// Labels of `clusters` clusters, numbered from 0.
  ///
  /// - Throws: `DecodingError` when one is out of range.
  func decodeLabels(forKey key: Key, clusters: Int) throws -> [Int] {
    let labels = try decode([Int].self, forKey: key)
    guard labels.allSatisfy({ (0..<clusters).contains($0) }) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "a label of no cluster")
    }
    return labels
  }

  /// A number of steps or swaps.
  ///
  /// - Throws: `DecodingError` when it is negative.
  func decodeCount(forKey key: Key) throws -> Int {
    let count = try decode(Int.self, forKey: key)
    guard count >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "a negative count")
    }
    return count
  }
}
