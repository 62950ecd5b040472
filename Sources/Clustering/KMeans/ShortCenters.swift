// The hot loop of k-means in 16 bits: eight points and four centers at a time.
//
// For a point x̂ and a center ĉ the loop adds up
//
//     ‖x̂ - ĉ‖² / 2  =  ‖x̂‖² / 2 + ‖ĉ‖² / 2 - x̂ · ĉ
//
// in 32-bit integers, exactly. Eight points times four centers are eight registers of sums,
// so that each number that is loaded serves several products.
//
// Of the k sums of a point, the two least are kept. The index of the center takes the place
// of the last bits of the sum, made a `Float`: then one minimum moves both. With those bits
// cleared the number is a lower bound of the sum, with them set an upper bound; but for the half
// of a last bit by which making it a `Float` rounds it, and that moves a distance by less than
// `CenterTravel.rounding`, which every bound is widened by.
//
// The halved norms are rounded down, so the sum is up to 1 too small, and -1 for an odd norm where
// a point lies on a center. What is below 0 counts as 0.

/// The centers of one assignment, on the grid of the points.
struct ShortCenters: Sendable {
  private let centers: ShortPoints

  /// Four centers for each tile: pair p of each, with the sign turned.
  private let tiles: [SIMD4<Int32>]

  /// ⌊‖ĉ‖² / 2⌋ of the centers of each tile.
  private let tileNorms: [SIMD4<Int32>]

  /// The bits that the index of a center takes.
  private let indexMask: UInt32

  /// The largest ‖c - ĉ‖.
  var error: Double { centers.error }

  /// More than any ‖x̂ - ĉ‖² / 2, for the places of a tile that no center fills: 1.61e9, where
  /// that is at most (2 · 28 000)² / 2 = 1.57e9; with the norm of a point on top it fits 32 bits.
  private static let beyond = Int32.max - 1 << 29

  /// With more centers, their indices would take so many bits that the sums look alike.
  private static let largestCount = 1 << 14

  /// Nil when a center is off the grid, as a given one may be at first, or there are too many.
  init?(_ centers: Points, on grid: ShortGrid) {
    let k = centers.count
    guard k <= Self.largestCount, grid.covers(centers) else { return nil }
    let short = ShortPoints(centers, on: grid, threads: 1)
    let length = short.pairsPerRow
    let tileCount = (k + 3) / 4
    var tiles = [SIMD4<Int32>](repeating: .zero, count: tileCount * length)
    var norms = [SIMD4<Int32>](repeating: .init(repeating: Self.beyond), count: tileCount)
    for c in 0..<k {
      let (tile, lane) = c.quotientAndRemainder(dividingBy: 4)
      norms[tile][lane] = short.halfNorms[c]
      for p in 0..<length {
        tiles[tile * length + p][lane] = word(of: .zero &- short.pairs[c * length + p])
      }
    }
    self.centers = short
    self.tiles = tiles
    self.tileNorms = norms
    self.indexMask = UInt32(4 * tileCount).nextPowerOfTwo - 1
  }

  /// ‖x̂ - ĉ‖ from above, for eight points and a center for each.
  func distances(
    from rows: SIMD8<Int>, of points: ShortPoints, to labels: SIMD8<Int>
  ) -> SIMD8<Float> {
    var products = Sums(.zero)
    let (pointPairs, centerPairs) = (points.pairs.span, centers.pairs.span)
    let (point, center) = (rows &* points.pairsPerRow, labels &* points.pairsPerRow)
    for p in 0..<points.pairsPerRow {
      products.addProducts(
        points.words(p, ofRowsFrom: point, in: pointPairs),
        centers.words(p, ofRowsFrom: center, in: centerPairs))
    }
    let halves =
      points.halfNorms(of: rows) &+ centers.halfNorms(of: labels)
      &- SIMD8(lowHalf: products.low, highHalf: products.high)
    return squareRoots(2 * SIMD8<Float>(halves) + 2)
  }

  /// The nearest center of each of eight points, and the distances to it and to the second.
  func nearest(to block: Span<SIMD8<Int32>>, halfNorms pointNorms: SIMD8<Int32>) -> NearestTwo {
    let (tiles, tileNorms) = (tiles.span, tileNorms.span)
    var two = TwoLeast(indexMask: indexMask)
    for t in 0..<tileNorms.count {
      let tile = tiles.extracting(t * block.count..<(t + 1) * block.count)
      let norms = tileNorms[t]
      var a = Sums(pointNorms &+ norms[0])
      var b = Sums(pointNorms &+ norms[1])
      var c = Sums(pointNorms &+ norms[2])
      var d = Sums(pointNorms &+ norms[3])
      for p in 0..<block.count {
        let (points, centers) = (block[p], tile[p])
        a.addProducts(points, SIMD8(repeating: centers[0]))
        b.addProducts(points, SIMD8(repeating: centers[1]))
        c.addProducts(points, SIMD8(repeating: centers[2]))
        d.addProducts(points, SIMD8(repeating: centers[3]))
      }
      let first = UInt32(truncatingIfNeeded: 4 * t)
      two.offer(a, first)
      two.offer(b, first &+ 1)
      two.offer(c, first &+ 2)
      two.offer(d, first &+ 3)
    }
    return NearestTwo(two)
  }
}

/// The two nearest centers of each of eight points.
struct NearestTwo {
  /// Which center is the nearest.
  let index: SIMD8<UInt32>

  /// ‖x̂ - ĉ‖ of the nearest center, from above.
  let upper: SIMD8<Float>

  /// ‖x̂ - ĉ‖ of the second, from below.
  let secondLower: SIMD8<Float>

  fileprivate init(_ two: TwoLeast) {
    let (bits, mask) = (two.least.bits, two.indexMask)
    index = bits & mask
    upper = squareRoots(2 * SIMD8<Float>(bits: bits | mask) + 2)
    secondLower = squareRoots(2 * SIMD8<Float>(bits: two.second.bits & ~mask))
  }
}

// MARK: - In registers

/// ‖x̂ - ĉ‖² / 2 of eight points and one center, while it grows.
private struct Sums {
  /// Two registers, not one vector of eight: only so are the products below recognized.
  var low: SIMD4<Int32>
  var high: SIMD4<Int32>

  @inline(__always)
  init(_ sums: SIMD8<Int32>) { (low, high) = (sums.lowHalf, sums.highHalf) }

  /// Adds x̂ⱼ ĉⱼ + x̂ⱼ₊₁ ĉⱼ₊₁ for a pair of features.
  @inline(__always)
  mutating func addProducts(_ points: SIMD8<Int32>, _ centers: SIMD8<Int32>) {
    low &+= Self.products(shorts(of: points.lowHalf), shorts(of: centers.lowHalf))
    high &+= Self.products(shorts(of: points.highHalf), shorts(of: centers.highHalf))
  }

  /// Products, and sums of neighbors: written so, it becomes one instruction (`pmaddwd`).
  @inline(__always)
  private static func products(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    let products = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
    return products.evenHalf &+ products.oddHalf
  }
}

/// The two least sums of each of eight points so far, with an index in their last bits.
private struct TwoLeast {
  var least = SIMD8<Float>(repeating: .infinity)
  var second = SIMD8<Float>(repeating: .infinity)
  let indexMask: SIMD8<UInt32>

  init(indexMask: UInt32) { self.indexMask = SIMD8(repeating: indexMask) }

  // Transparent, because in a loop as long as its caller the compiler passes over other hints.
  @_transparent
  mutating func offer(_ sums: Sums, _ index: UInt32) {
    let bits = SIMD8<Float>(SIMD8(lowHalf: sums.low, highHalf: sums.high)).bits
    let other = SIMD8<Float>(bits: bits & ~indexMask | SIMD8(repeating: index))
    let larger = least.replacing(with: other, where: least .< other)
    second.replace(with: larger, where: larger .< second)
    least.replace(with: other, where: other .< least)
  }
}

/// √x for x up to 2³², to 2⁻²¹ of it; 0 below 0.
///
/// By Newton's method for 1 / √x, all lanes at once: the library's own root asks lane by lane
/// whether x is negative. Half the exponent, the sign turned, is a start that is right to 4 %, and
/// every round doubles the digits (Lomont 2003, http://www.lomont.org/papers/2003/InvSqrt.pdf).
@inline(__always)
private func squareRoots(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let x = x.replacing(with: 0, where: x .< 0)
  let half = 0.5 * x
  var inverse = SIMD8<Float>(bits: 0x5F37_59DF &- (x.bits &>> 1))
  inverse *= 1.5 - half * inverse * inverse
  inverse *= 1.5 - half * inverse * inverse
  inverse *= 1.5 - half * inverse * inverse
  return x * inverse
}

// MARK: - The same bits, read otherwise

@inline(__always)
private func shorts(of words: SIMD4<Int32>) -> SIMD8<Int16> {
  unsafeBitCast(words, to: SIMD8<Int16>.self)
}

extension SIMD8<Float> {
  @inline(__always)
  fileprivate var bits: SIMD8<UInt32> { unsafeBitCast(self, to: SIMD8<UInt32>.self) }

  @inline(__always)
  fileprivate init(bits: SIMD8<UInt32>) { self = unsafeBitCast(bits, to: SIMD8<Float>.self) }
}

extension UInt32 {
  fileprivate var nextPowerOfTwo: UInt32 {
    self <= 1 ? 1 : 1 << (32 - (self - 1).leadingZeroBitCount)
  }
}
