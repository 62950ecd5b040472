// The door: what every method asks of its parameters before it runs.
//
// A parameter out of range is an error that names it, says what was given and what is allowed.

/// Refuses a whole number outside `range`.
func require<Range: RangeExpression<Int>>(
  _ value: Int, named name: String, in range: Range, allowed: String
) throws(ClusteringError) {
  guard range.contains(value) else {
    throw .invalidParameter(name: name, value: "\(value)", allowed: allowed)
  }
}

/// Refuses a count that is not from 1 to a billion.
func require(count value: Int, named name: String) throws(ClusteringError) {
  try require(value, named: name, in: 1...1_000_000_000, allowed: "from 1 to a billion")
}

/// Refuses a number that is not positive and finite.
func require(positive value: Double, named name: String) throws(ClusteringError) {
  guard value > 0, value.isFinite else {
    throw .invalidParameter(name: name, value: "\(value)", allowed: "above 0 and finite")
  }
}

/// Refuses a number that is negative or not finite.
func require(notNegative value: Double, named name: String) throws(ClusteringError) {
  guard value >= 0, value.isFinite else {
    throw .invalidParameter(name: name, value: "\(value)", allowed: "0 or more and finite")
  }
}

/// Refuses more clusters than points, or none.
func require(clusters k: Int, of points: Points) throws(ClusteringError) {
  try points.requireSome()
  guard (1...points.count).contains(k) else {
    throw .clusterCountOutOfRange(clusters: k, points: points.count)
  }
}
