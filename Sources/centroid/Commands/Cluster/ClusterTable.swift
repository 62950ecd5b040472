// The table of a command: read, cut to its columns, scaled, reduced. Each step is timed.

import Clustering
import Experiments

struct ClusterTable {
  let points: Points
  /// The chosen columns as they were read, in the units of the data.
  let raw: Points
  /// The names of the columns that were chosen, before a reduction.
  let columns: [String]
  let notes: [String]
  /// What was done to the table, for the report.
  let parameters: [String: ReportValue]
  let seconds: Seconds
  private let scaler: Scaler?
  private let projection: PCAModel?

  /// What each step took; nil for steps that were not asked for.
  struct Seconds {
    let load: Double
    let scale: Double?
    let reduce: Double?
  }

  init(_ path: String, _ options: Preparation, threads: Int) throws(Failure) {
    let (file, load) = try timed { () throws(Failure) in try Self.read(path) }
    let chosen = try Self.columns(of: file.table, options.columns, path)
    let raw =
      chosen.isAll ? file.table.points : file.table.points.selecting(columns: chosen.indices)
    let scaled = try Self.scale(raw, options.scale, threads)
    let reduced = try Self.reduce(scaled?.points ?? raw, to: options.reduce, threads)
    self.raw = raw
    points = reduced?.points ?? scaled?.points ?? raw
    scaler = scaled?.scaler
    projection = reduced?.model
    seconds = Seconds(load: load, scale: scaled?.seconds, reduce: reduced?.seconds)
    columns = chosen.names
    notes = file.notes
    var parameters: [String: ReportValue] = [
      "columns": .texts(chosen.names), "scale": .text(options.scale.rawValue),
    ]
    if let reduce = options.reduce { parameters["reduce"] = .whole(reduce) }
    self.parameters = parameters
  }

  /// Centers from a file in the units of the data, scaled and reduced as the points are.
  func centers(_ path: String) throws(Failure) -> Points {
    let centers = try Self.read(path).table.points
    return try refusing { () throws(ClusteringError) in
      let scaled = if let scaler { try scaler.apply(centers) } else { centers }
      return if let projection { try projection.transform(scaled) } else { scaled }
    }
  }
}

// MARK: - The steps

extension ClusterTable {
  static func read(_ path: String) throws(Failure) -> DataFile {
    let bytes = try Input.bytes(of: path)
    return try orFail { () throws(ExperimentError) in
      try DataFile(bytes: bytes, path: path, textColumns: .skip)
    }
  }

  private static func columns(
    of table: Table, _ list: String?, _ path: String
  ) throws(Failure) -> (names: [String], indices: [Int], isAll: Bool) {
    let names = list.map { $0.split(separator: ",").map(String.init) } ?? table.columns
    guard !names.isEmpty, Set(names).count == names.count else {
      throw Failure("--columns names each column once: spend,visits", status: Failure.usage)
    }
    var indices: [Int] = []
    for name in names {
      guard let index = table.columns.firstIndex(of: name) else {
        throw Failure(
          "\(path): there is no column \(name); "
            + "the columns are \(table.columns.joined(separator: ", "))")
      }
      indices.append(index)
    }
    return (names, indices, list == nil)
  }

  private static func scale(
    _ points: Points, _ scaling: Scaling, _ threads: Int
  ) throws(Failure) -> (points: Points, scaler: Scaler, seconds: Double)? {
    guard scaling != .none else { return nil }
    let (scaled, seconds) = try timed { () throws(Failure) in
      try refusing { () throws(ClusteringError) in
        let scaler = try scaling.fit(points, threads: threads)
        return (try scaler.apply(points, threads: threads), scaler)
      }
    }
    return (scaled.0, scaled.1, seconds)
  }

  private static func reduce(
    _ points: Points, to components: Int?, _ threads: Int
  ) throws(Failure) -> (points: Points, model: PCAModel, seconds: Double)? {
    guard let components else { return nil }
    let (reduced, seconds) = try timed { () throws(Failure) in
      try refusing { () throws(ClusteringError) in
        let model = try PCA(components: components).fit(points, threads: threads)
        return (try model.transform(points), model)
      }
    }
    return (reduced.0, reduced.1, seconds)
  }
}
