// The table of a command: read, cut to its columns, scaled, reduced. Each step is timed.

import Clustering
import Experiments

struct ClusterTable {
  let points: Points
  /// The chosen columns as they were read, in the units of the data.
  let raw: Points
  /// The names of the columns that were chosen, before a reduction.
  let columns: [String]
  private let path: String
  /// Whether the file gives them, so that another file may name the same.
  private let hasNames: Bool
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

  /// - Parameter labels: columns of labels in the file, which are no features.
  init(
    _ path: String, _ options: Preparation, apartFrom labels: [String] = [], threads: Int
  ) throws(Failure) {
    let request = try options.request(apartFrom: labels)
    let (file, load) = try timed { () throws(Failure) in try Self.read(path, request) }
    let raw = file.table.points
    let scaled = try Self.scale(raw, options.scale, threads)
    let reduced = try Self.reduce(scaled?.points ?? raw, to: options.reduce, threads)
    self.raw = raw
    points = reduced?.points ?? scaled?.points ?? raw
    scaler = scaled?.scaler
    projection = reduced?.model
    seconds = Seconds(load: load, scale: scaled?.seconds, reduce: reduced?.seconds)
    self.path = path
    columns = file.table.columns
    hasNames = file.hasNames
    notes = Self.notes(on: file, request)
    var parameters: [String: ReportValue] = [
      "columns": .texts(file.table.columns), "scale": .text(options.scale.rawValue),
    ]
    if let reduce = options.reduce { parameters["reduce"] = .whole(reduce) }
    self.parameters = parameters
  }

  /// Centers from a file in the units of the data, scaled and reduced as the points are. Their
  /// columns are found by name; by position where one of the files has no names.
  func centers(_ path: String) throws(Failure) -> Points {
    try Input.check([self.path, path])
    let choice = hasNames ? ColumnChoice.like(columns) : .asMany(columns)
    let file = try Self.read(path, TableRequest(columns: choice))
    if hasNames, file.notes.contains(where: \.isAboutFirstLine) {
      let order = columns.joined(separator: ", ")
      Output.diagnostic("\(path) names no columns; they are taken for \(order)")
    }
    let centers = file.table.points
    return try refusing { () throws(ClusteringError) in
      let scaled = if let scaler { try scaler.apply(centers) } else { centers }
      return if let projection { try projection.transform(scaled) } else { scaled }
    }
  }
}

// MARK: - The steps

extension ClusterTable {
  private static func read(_ path: String, _ request: TableRequest) throws(Failure) -> DataFile {
    let bytes = try Input.bytes(of: path)
    do throws(ExperimentError) {
      return try DataFile(bytes: bytes, path: path, request)
    } catch {
      throw Failure([error.description, remedy(for: error, request, bytes, path)].joined())
    }
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
