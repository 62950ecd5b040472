// The hot loop of scaling: every value once, eight at a time.
//
// The work is little beside reading 8 bytes and writing 8 for each value, so what counts is to
// touch memory once: the new array is not filled with zeros first, and values that are too
// large are noticed on the way, not by another pass. Dearer than the work is new memory, page by
// page: the pages are large ones (`LargePages.swift`), and who needs the old values no more does
// without new memory (`scaledInPlace`).

/// What is done to each value with the center and the scale of its feature.
package enum ScalingDirection: Sendable {
  /// (x - center) / scale.
  case forth

  /// x · scale + center.
  case back
}

/// The plain way, value by value.
///
/// - Throws: ``ClusteringError`` when a scaled value is too large.
package func plainlyScaled(
  _ points: Points, _ direction: ScalingDirection, centers: [Double], scales: [Double]
) throws(ClusteringError) -> Points {
  let values = plainlyScaledValues(
    points, rows: 0..<points.count, direction, centers: centers, scales: scales)
  return try Points(values, dimensions: points.dimensions)
}

private func plainlyScaledValues(
  _ points: Points, rows: Range<Int>, _ direction: ScalingDirection, centers: [Double],
  scales: [Double]
) -> [Double] {
  let d = points.dimensions
  return (rows.lowerBound * d..<rows.upperBound * d).map { index in
    let (value, center, scale) = (points.values[index], centers[index % d], scales[index % d])
    return switch direction {
    case .forth: (value - center) / scale
    case .back: value * scale + center
    }
  }
}

/// The fast way, with the same result to the last bit.
package func scaled(
  _ points: Points, _ direction: ScalingDirection, centers: [Double], scales: [Double],
  threads: Int
) throws(ClusteringError) -> Points {
  let count = points.values.count
  let steps = ScalingSteps(points.dimensions, direction, centers, scales)
  var areInRange = true
  let values = [Double](unsafeUninitializedCapacity: count) { target, initialized in
    preferLargePages(target)
    // Each chunk writes its own rows of the new memory.
    nonisolated(unsafe) let target = target
    let chunks = inChunks(points.count, threads: threads) { rows in
      points.values.withUnsafeBufferPointer { steps.take(rows, from: $0, to: target) }
    }
    areInRange = chunks.allSatisfy { $0 }
    initialized = count
  }
  // The door of `Points` names the row and the column.
  guard areInRange else { return try Points(values, dimensions: points.dimensions) }
  return Points(checked: values, dimensions: points.dimensions)
}

/// The same in the memory of the points, unless someone else holds on to their values: then it
/// is a copy that is scaled.
package func scaledInPlace(
  _ points: consuming Points, _ direction: ScalingDirection, centers: [Double],
  scales: [Double], threads: Int
) throws(ClusteringError) -> Points {
  let (count, d) = (points.count, points.dimensions)
  let steps = ScalingSteps(d, direction, centers, scales)
  let areInRange = points.values.withUnsafeMutableBufferPointer { values in
    // Each chunk reads and writes its own rows.
    nonisolated(unsafe) let values = values
    return inChunks(count, threads: threads) { rows in
      steps.take(rows, from: UnsafeBufferPointer(values), to: values)
    }.allSatisfy { $0 }
  }
  guard areInRange else { return try Points(points.values, dimensions: d) }
  return points
}

/// What each value goes through.
private struct ScalingSteps: Sendable {
  let dimensions: Int
  let direction: ScalingDirection
  let centers: [Double]
  let scales: [Double]
  private let centerLanes: FeatureLanes
  private let scaleLanes: FeatureLanes

  init(_ d: Int, _ direction: ScalingDirection, _ centers: [Double], _ scales: [Double]) {
    dimensions = d
    self.direction = direction
    (self.centers, self.scales) = (centers, scales)
    (centerLanes, scaleLanes) = (FeatureLanes(centers), FeatureLanes(scales))
  }

  /// Scales `rows`; returns whether no value is too large. The two may be the same memory, for
  /// every value is read before it is written.
  func take(
    _ rows: Range<Int>, from values: UnsafeBufferPointer<Double>,
    to target: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let whole = rows.lowerBound..<rows.upperBound - rows.count % FeatureLanes.rows
    var areInRange = takeGroups(whole, from: values, to: target)
    for index in whole.upperBound * dimensions..<rows.upperBound * dimensions {
      let j = index % dimensions
      let result =
        switch direction {
        case .forth: (values[index] - centers[j]) / scales[j]
        case .back: values[index] * scales[j] + centers[j]
        }
      target.initializeElement(at: index, to: result)
      areInRange = areInRange && result.magnitude <= Points.largestMagnitude
    }
    return areInRange
  }

  /// The same for whole groups of eight rows.
  private func takeGroups(
    _ rows: Range<Int>, from values: UnsafeBufferPointer<Double>,
    to target: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let (from, to) = (UnsafeRawBufferPointer(values), UnsafeMutableRawBufferPointer(target))
    let (centers, scales) = (centerLanes.vectors.span, scaleLanes.vectors.span)
    var isTooLarge = SIMDMask<SIMD8<Int64>>(repeating: false)
    for group in stride(from: rows.lowerBound, to: rows.upperBound, by: FeatureLanes.rows) {
      for v in 0..<dimensions {
        let place = (group * dimensions + v * FeatureLanes.rows) * MemoryLayout<Double>.stride
        let eight = from.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self)
        let result =
          switch direction {
          case .forth: (eight - centers[v]) / scales[v]
          case .back: eight * scales[v] + centers[v]
          }
        isTooLarge .|= (result .> Points.largestMagnitude) .| (result .< -Points.largestMagnitude)
        to.storeBytes(of: result, toByteOffset: place, as: SIMD8<Double>.self)
      }
    }
    return !any(isTooLarge)
  }
}
