import Clustering

extension Table {
  package var rowCount: Int { points.count }

  /// The values of a row, counted from 0.
  package func row(_ index: Int) -> [Double] { points.row(index) }

  /// The values of a column by its name; nil where there is no such column.
  package func column(_ name: String) -> [Double]? {
    columns.firstIndex(of: name).map(points.column)
  }
}
