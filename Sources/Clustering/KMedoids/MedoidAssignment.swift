// Which medoid each point belongs to, and on which it would fall back.
//
// k-medoids needs the nearest and the second nearest medoid of every point, and brings them up
// to date after each swap. The distances from the medoids are kept for that, k rows of n, so
// that only those from the new medoid have to be measured.

/// The medoids, and for each point the nearest two.
package struct MedoidAssignment: Sendable {
  package private(set) var medoids: [Int]

  /// For each point the distances to its nearest and second nearest medoid. With a single
  /// medoid the second is infinitely far.
  private(set) var nearest: [Double]
  private(set) var second: [Double]

  /// The place of the nearest medoid in `medoids`.
  private(set) var slots: [Int32]

  /// The sum of the distances to the nearest medoids.
  package private(set) var loss = 0.0

  /// The distances from each medoid to all points.
  private var rows: [[Double]]

  package init(_ distances: MedoidDistances, medoids: [Int]) {
    self.medoids = medoids
    rows = medoids.map { medoid in (0..<distances.count).map { distances.between(medoid, $0) } }
    nearest = Array(repeating: .infinity, count: distances.count)
    second = nearest
    slots = Array(repeating: 0, count: distances.count)
    for i in nearest.indices { lookUp(i) }
    loss = nearest.reduce(0, +)
  }

  /// The distance from the medoid at `slot` to point `i`.
  func distance(fromMedoidAt slot: Int, to i: Int) -> Double {
    rows[slot][i]
  }

  /// Puts the candidate in the place of the medoid, O(n · d) and O(k) for each point that it
  /// was near to.
  package mutating func make(_ swap: Swap, _ distances: MedoidDistances) {
    medoids[swap.slot] = swap.candidate
    for i in nearest.indices {
      let (before, now) = (rows[swap.slot][i], distances.between(swap.candidate, i))
      rows[swap.slot][i] = now
      if before <= second[i] {
        lookUp(i)
      } else {
        move(i, ifNearerTo: swap.slot, at: now)
      }
    }
    loss = nearest.reduce(0, +)
  }

  /// Another medoid, for the greedy start.
  mutating func append(_ medoid: Int, _ distances: MedoidDistances) {
    medoids.append(medoid)
    rows.append((0..<distances.count).map { distances.between(medoid, $0) })
    let slot = medoids.count - 1
    for i in nearest.indices { move(i, ifNearerTo: slot, at: rows[slot][i]) }
    loss = nearest.reduce(0, +)
  }

  /// Takes a new medoid for the nearest or the second nearest, if it is.
  private mutating func move(_ i: Int, ifNearerTo slot: Int, at distance: Double) {
    if distance < nearest[i] {
      (second[i], nearest[i], slots[i]) = (nearest[i], distance, Int32(slot))
    } else if distance < second[i] {
      second[i] = distance
    }
  }

  /// Compares all medoids; the lowest slot on a tie.
  private mutating func lookUp(_ i: Int) {
    var (least, next, slot) = (Double.infinity, Double.infinity, 0)
    for other in rows.indices {
      let distance = rows[other][i]
      if distance < least {
        (least, next, slot) = (distance, least, other)
      } else if distance < next {
        next = distance
      }
    }
    (nearest[i], second[i], slots[i]) = (least, next, Int32(slot))
  }
}
