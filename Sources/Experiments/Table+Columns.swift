import Clustering

extension Table {
  package var rowCount: Int { points.count }

  /// The values of a column by its name; nil where there is no such column.
  package func column(_ name: String) -> [Double]? {
    columns.firstIndex(of: name).map(points.column)
  }
}
