/// A figure that a run leaves behind. The raw value is its name in content and commands.
package enum Measure: String, Sendable, CaseIterable, Codable {
  /// Mean silhouette over the points that belong to a group, −1...1.
  case silhouette
  /// Sum of squared distances to the own center, in the units of the clustered table.
  case inertia
  case daviesBouldin = "davies-bouldin"
  case calinskiHarabasz = "calinski-harabasz"
  /// Adjusted Rand index against the planted kinds; 1 is equal, about 0 is chance.
  case agreement
  /// Number of groups found; noise is not a group.
  case groups
  /// Number of points that belong to no group.
  case noise
  /// Rounds until nothing moved (k-means only).
  case iterations
  /// Share of all points that the largest group holds, 0...1.
  case largestGroup = "largest-group"
  /// Largest share that one feature has in the total squared distance, 0...1.
  case loudestShare = "loudest-share"
}
