// The first round of Borůvka's algorithm, from the nearest others of every point alone.

extension Boruvka {
  /// Points between two looks at what is next; enough to make a thread's trip worthwhile.
  private static let chunkSize = 4096

  /// The lightest edge from each place to one of its nearest others.
  func firstWays(_ nearest: NearestOthers, threads: Int) -> [Way] {
    var ways = [Way](repeating: Way(), count: stands.count)
    _ = mapChunks(of: &ways, size: Self.chunkSize, threads: threads) { run, ways in
      let stands = stands.span
      for place in run {
        var best = Double.infinity
        var bestRow = Int32.max
        var end = Int32(place)
        for i in place * nearest.kept..<(place + 1) * nearest.kept {
          let other = nearest.places[i]
          let otherStand = stands[Int(other)]
          let square = other == place ? .infinity : square(from: place, to: Int(other), nearest)
          // From one point, of edges as light the one to the lower row comes first. No `||`: a
          // processor would guess wrong too often.
          let isFirst =
            UInt8(square < best ? 1 : 0)
            | (UInt8(square == best ? 1 : 0) & UInt8(otherStand.row < bestRow ? 1 : 0))
          best = isFirst == 1 ? square : best
          bestRow = isFirst == 1 ? otherStand.row : bestRow
          end = isFirst == 1 ? other : end
        }
        ways[place - run.lowerBound] = Way(square: best, from: Int32(place), to: end)
      }
    }
    return ways
  }

  /// All edges from a place to one of its nearest others that leads out of its component.
  func waysOut(_ nearest: NearestOthers, threads: Int) -> [Way] {
    joined(
      inChunks(stands.count, size: Self.chunkSize, threads: threads) { run in
        var ways: [Way] = []
        for place in run {
          let first = ways.count
          for i in place * nearest.kept..<(place + 1) * nearest.kept {
            let other = nearest.places[i]
            guard components[Int(other)] != components[place] else { continue }
            let square = square(from: place, to: Int(other), nearest)
            let way = Way(square: square, from: Int32(place), to: other)
            // Of the edges into a component only the lightest can matter.
            let known = ways[first...].firstIndex {
              components[Int($0.to)] == components[Int(other)]
            }
            guard let known else {
              ways.append(way)
              continue
            }
            if isLighter(way, ways[known]) { ways[known] = way }
          }
        }
        return ways
      })
  }

  @inline(__always)
  private func square(from place: Int, to other: Int, _ nearest: NearestOthers) -> Double {
    let cores = max(stands[place].squaredCore, stands[other].squaredCore)
    // Those who are kept for the core distance are no farther than that.
    return nearest.kept <= nearest.rank ? cores : max(cores, tree.square(from: place, to: other))
  }
}
