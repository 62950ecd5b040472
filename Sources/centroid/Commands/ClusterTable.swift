// The table of `centroid cluster`: read, cut to its columns, scaled.

import Clustering
import Experiments

struct ClusterTable {
  let points: Points
  let columns: [String]
  let notes: [String]
  private let scaler: Scaler

  init(_ path: String, columns list: String?, scale: Scaling) throws(Failure) {
    let file = try Self.read(path)
    let names = list.map { $0.split(separator: ",").map(String.init) } ?? file.table.columns
    guard !names.isEmpty, Set(names).count == names.count else {
      throw Failure("--columns names each column once: spend,visits", status: Failure.usage)
    }
    var chosen: [Int] = []
    for name in names {
      guard let index = file.table.columns.firstIndex(of: name) else {
        throw Failure(
          "\(path): there is no column \(name); "
            + "the columns are \(file.table.columns.joined(separator: ", "))")
      }
      chosen.append(index)
    }
    let selected = list == nil ? file.table.points : file.table.points.selecting(columns: chosen)
    scaler = try orFail { () throws(ClusteringError) in try scale.fit(selected) }
    let scaler = scaler
    points =
      scale == .none
      ? selected : try orFail { () throws(ClusteringError) in try scaler.apply(selected) }
    columns = names
    notes = file.notes
  }

  /// Centers from a file in the units of the data, on the scale of the points.
  func centers(_ path: String) throws(Failure) -> Points {
    let centers = try Self.read(path).table.points
    let scaler = scaler
    return try orFail { () throws(ClusteringError) in try scaler.apply(centers) }
  }

  private static func read(_ path: String) throws(Failure) -> DataFile {
    let bytes = try Input.bytes(of: path)
    return try orFail { () throws(ExperimentError) in
      try DataFile(bytes: bytes, path: path, textColumns: .skip)
    }
  }
}
