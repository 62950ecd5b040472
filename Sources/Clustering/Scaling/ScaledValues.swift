// The hot loop of scaling: every value once, eight at a time.
//
// The work is little beside reading 8 bytes and writing 8 for each value, so what counts is to
// touch memory once: the new array is not filled with zeros first, and values that are too
// large are noticed on the way, not by another pass.

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
  let (n, d) = (points.count, points.dimensions)
  let whole = n - n % FeatureLanes.rows
  // The rows that fill no group of eight.
  let rest = plainlyScaledValues(
    points, rows: whole..<n, direction, centers: centers, scales: scales)
  var isInRange = rest.allSatisfy { $0.magnitude <= Points.largestMagnitude }
  let (centers, scales) = (FeatureLanes(centers), FeatureLanes(scales))
  let values = [Double](unsafeUninitializedCapacity: n * d) { buffer, count in
    // Each chunk writes its own rows of the new memory.
    nonisolated(unsafe) let target = UnsafeMutableRawBufferPointer(buffer)
    let chunks = inChunks(whole, threads: threads) { rows in
      scaleGroups(points, rows: rows, direction, centers, scales, into: target)
    }
    isInRange = isInRange && chunks.allSatisfy { $0 }
    for (offset, value) in rest.enumerated() {
      buffer.initializeElement(at: whole * d + offset, to: value)
    }
    count = n * d
  }
  // The door of `Points` names the row and the column.
  return isInRange ? Points(checked: values, dimensions: d) : try Points(values, dimensions: d)
}

/// Scales `rows`, which are whole groups of eight; returns whether no value is too large.
private func scaleGroups(
  _ points: Points, rows: Range<Int>, _ direction: ScalingDirection, _ centers: FeatureLanes,
  _ scales: FeatureLanes, into target: UnsafeMutableRawBufferPointer
) -> Bool {
  let d = points.dimensions
  let bytes = points.values.span.bytes
  let (centers, scales) = (centers.vectors.span, scales.vectors.span)
  var isTooLarge = SIMDMask<SIMD8<Int64>>(repeating: false)
  for group in stride(from: rows.lowerBound, to: rows.upperBound, by: FeatureLanes.rows) {
    for v in 0..<d {
      let first = group * d + v * FeatureLanes.rows
      let values = eightValues(bytes, at: first)
      let result =
        switch direction {
        case .forth: (values - centers[v]) / scales[v]
        case .back: values * scales[v] + centers[v]
        }
      isTooLarge .|= (result .> Points.largestMagnitude) .| (result .< -Points.largestMagnitude)
      target.storeBytes(
        of: result, toByteOffset: first * MemoryLayout<Double>.stride, as: SIMD8<Double>.self)
    }
  }
  return !any(isTooLarge)
}
