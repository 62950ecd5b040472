// What can be wrong with data or with a setting.
//
// Each case is a fact with its figures; `description` says it in a sentence and what to do.

/// Why a method could not run. Rows and columns count from 0.
public enum ClusteringError: Error, Equatable, Sendable {
  /// There are no points.
  case noPoints

  /// The points have no features.
  case noFeatures

  /// The values do not fill whole rows.
  case incompleteRow(values: Int, dimensions: Int)

  /// A row has more or fewer features than the first.
  case raggedRow(row: Int, expected: Int, found: Int)

  /// A value is NaN or infinite.
  case notFinite(row: Int, column: Int)

  /// A value is larger than ``Points/largestMagnitude``.
  case tooLarge(row: Int, column: Int)

  /// Two objects whose distance is negative, not 0 to itself, or another one the other way round.
  case notADistance(row: Int, column: Int)

  /// There are fewer points than `smallest`, too few to compare.
  case tooFewPoints(Int, smallest: Int)

  /// There are more points than `largest`, and they need more memory than the method allows itself.
  case tooManyPoints(Int, largest: Int)

  /// A model, or another point, has another number of features.
  case dimensionMismatch(expected: Int, found: Int)

  /// There must be one label for each point, or two labelings of the same points.
  case labelCountMismatch(labels: Int, expected: Int)

  /// More (or fewer) clusters are asked for than n points can form.
  case clusterCountOutOfRange(clusters: Int, points: Int)

  /// A parameter is outside its range: its name, the value given, and what is allowed.
  case invalidParameter(name: String, value: String, allowed: String)

  /// Ward's linkage is about sums of squares, which only the Euclidean distance has.
  case wardNeedsEuclidean(given: Distance)

  /// A score compares 2 to n - 1 clusters; this labeling of n points has another number.
  case scoreUndefined(clusters: Int, points: Int)

  /// A score of densities needs at least two points in each cluster; this label has one.
  case loneClusterPoint(label: Int)

  /// A label does not name one of the k centers.
  case unknownLabel(label: Int, clusters: Int)

  /// Points that were brought to length 1 cannot be taken back: their lengths are not kept.
  case lengthsNotKept

  /// A model that was fitted on distances alone has no points to compare new ones with.
  case noPointsToCompare

  /// A component of a mixture lost its volume: its covariance matrix cannot be inverted.
  case collapsedComponent(component: Int)

  /// The caller asked to stop.
  case cancelled
}

extension ClusteringError: CustomStringConvertible {
  /// The fact, and what would put it right.
  public var description: String {
    switch self {
    case .noPoints:
      "there are no points; give at least one row"
    case .noFeatures:
      "the points have no features; give at least one column"
    case .incompleteRow(let values, let dimensions):
      "\(counted(values, "value")) do not fill rows of \(dimensions); give a multiple of \(dimensions)"
    case .raggedRow(let row, let expected, let found):
      "row \(row) has \(counted(found, "value")) where the first has \(expected); "
        + "make all rows equally long"
    case .notFinite(let row, let column):
      "row \(row), column \(column) is not a finite number; replace the value or drop the row"
    case .tooLarge(let row, let column):
      "row \(row), column \(column) is above \(Points.largestMagnitude); use a larger unit"
    case .notADistance(let row, let column):
      "row \(row), column \(column) is no distance; make it 0 or more, 0 on the diagonal, "
        + "and the same as row \(column), column \(row)"
    case .tooFewPoints(let count, let smallest):
      "\(counted(count, "point")) \(count == 1 ? "is" : "are") too few; give at least \(smallest)"
    case .tooManyPoints(let count, let largest):
      "\(count) points are too many for a table of all distances; take a sample of at most "
        + "\(largest), or a method without such a table"
    case .dimensionMismatch(let expected, let found):
      "\(counted(found, "feature")) where \(expected) \(expected == 1 ? "is" : "are") expected; use the same columns"
    case .labelCountMismatch(let labels, let expected):
      "\(counted(labels, "label")) where \(expected) \(expected == 1 ? "is" : "are") expected; give one label for each point"
    case .clusterCountOutOfRange(let clusters, 1):
      "\(counted(clusters, "cluster")) of a single point; ask for 1, or give more points"
    case .clusterCountOutOfRange(let clusters, let points):
      "\(counted(clusters, "cluster")) of \(counted(points, "point")); ask for a number from 1 to \(points)"
    case .invalidParameter(let name, let value, let allowed):
      "\(name) is \(value); it has to be \(allowed)"
    case .wardNeedsEuclidean(let given):
      "Ward's linkage does not work with the \(given.name) distance; "
        + "use the euclidean distance, or average linkage"
    case .scoreUndefined(_, points: 0):
      "every point is noise; a score compares 2 or more clusters, so use another setting"
    case .scoreUndefined(let clusters, let points):
      "a score compares 2 or more clusters, fewer than there are points; this labeling has "
        + "\(counted(clusters, "cluster")) of \(counted(points, "point")), so use another setting"
    case .loneClusterPoint(let label):
      "cluster \(label) has a single point, which has no density; label it as noise"
    case .unknownLabel(let label, let clusters):
      "label \(label) has no center; labels go from 0 to \(clusters - 1)"
    case .lengthsNotKept:
      "scaling to length 1 cannot be undone; keep the points as they were"
    case .noPointsToCompare:
      "the fit saw distances only, not where its objects are; fit points instead"
    case .collapsedComponent(let component):
      "component \(component) has no volume left; scale the features, raise the regularization, "
        + "or ask for fewer components"
    case .cancelled:
      "stopped before the end; start again for a result"
    }
  }
}
