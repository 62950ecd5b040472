// k-means finds k groups in anything. To see whether a figure means structure, the same
// pipeline runs on tables of pure noise: as many rows, spread evenly over the same box.
// (The idea of the gap statistic: Tibshirani, Walther and Hastie 2001,
// https://doi.org/10.1111/1467-9868.00293.)

import Clustering
import Experiments

extension Runner {
  /// The measure on `count` tables of noise like that of a trace.
  func noise(
    _ measure: Measure, like trace: Trace, count: Int
  ) throws(GradingError) -> [Double] {
    var values: [Double] = []
    for reference in 0..<count {
      var numbers = generator(seed: trace.experiment.seed, for: "noise \(reference)")
      let table = try trace.table.evenNoise(&numbers)
      let value = try self.trace(of: trace.experiment, on: table).value(of: measure)
      guard let value else { throw .undefined(measure, trace.experiment.settings) }
      values.append(value)
    }
    return values
  }
}

extension Table {
  /// As many rows, each value even between the least and the largest of its column.
  fileprivate func evenNoise(
    _ numbers: inout SeededGenerator
  ) throws(GradingError) -> Table {
    let ranges = columns.indices.map { j in
      let values = points.column(j)
      return (least: values.min() ?? 0, largest: values.max() ?? 0)
    }
    var values: [Double] = []
    values.reserveCapacity(points.values.count)
    for _ in 0..<points.count {
      for range in ranges {
        values.append(range.least + numbers.nextUnit() * (range.largest - range.least))
      }
    }
    do {
      return Table(
        columns: columns, units: units,
        points: try Points(values, dimensions: points.dimensions), kinds: nil)
    } catch {
      throw .cannotRun([], .clustering(error))
    }
  }
}
