// How far two labelings of the same points agree, whatever the labels are called.
//
// Two families of scores, both from one table of counts (ContingencyTable): those that look at
// pairs of points (+Pairs), and those that ask what one label tells about the other
// (+Information). The adjusted scores are 0 on average for partitions drawn at random; the
// others are not, and grow with the number of clusters.

/// Scores of two labelings against each other, both of which may have any integers as labels;
/// noise counts as a label like any other. For several scores at once, make one
/// ``ContingencyTable``: each of these counts the labels anew, in O(n) for small labels and
/// O(n log n) for any.
public enum Agreement {
  /// By what the mutual information is divided, to lie between 0 and 1.
  public enum Normalization: String, CaseIterable, Codable, Sendable {
    /// The smaller of the two entropies.
    case min

    /// The square root of their product.
    case geometric

    /// Their mean, as is usual.
    case arithmetic

    /// The larger of the two.
    case max
  }

  /// ``ContingencyTable/rand``: the share of pairs of points on which the labelings agree.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func rand(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).rand
  }

  /// ``ContingencyTable/adjustedRand``: 1 for the same partition, about 0 for chance.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func adjustedRand(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).adjustedRand
  }

  /// ``ContingencyTable/fowlkesMallows``: of the pairs together in one labeling, the share
  /// together in the other too.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func fowlkesMallows(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).fowlkesMallows
  }

  /// ``ContingencyTable/mutualInformation``, in nats.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func mutualInformation(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).mutualInformation
  }

  /// ``ContingencyTable/normalizedMutualInformation(_:)``: from 0 to 1 for the same partition.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func normalizedMutualInformation(
    _ a: [Int], _ b: [Int], normalization: Normalization = .arithmetic, threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).normalizedMutualInformation(normalization)
  }

  /// ``ContingencyTable/adjustedMutualInformation(_:)``: 1 for the same partition, about 0 for
  /// chance.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func adjustedMutualInformation(
    _ a: [Int], _ b: [Int], normalization: Normalization = .arithmetic, threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).adjustedMutualInformation(normalization)
  }

  /// ``ContingencyTable/homogeneity``: how far each cluster of `b` holds a single label of `a`.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func homogeneity(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).homogeneity
  }

  /// ``ContingencyTable/completeness``: how far each label of `a` is in a single cluster of `b`.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ or there are no labels.
  public static func completeness(
    _ a: [Int], _ b: [Int], threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).completeness
  }

  /// ``ContingencyTable/vMeasure(beta:)``: the harmonic mean of the two.
  ///
  /// - Throws: ``ClusteringError`` when the lengths differ, when there are no labels, or when
  ///   `beta` is negative.
  public static func vMeasure(
    _ a: [Int], _ b: [Int], beta: Double = 1, threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try ContingencyTable(a, b, threads: threads).vMeasure(beta: beta)
  }
}
