// What the threads share while they look around, in a round of Borůvka's algorithm.

import Synchronization

/// The square of the lightest way out of each component that anyone has found.
///
/// The one memory that threads write together. A bound only ever falls, and it always is the
/// square of some edge out; so whichever a thread happens to read, it skips nothing that counts.
struct SharedBounds: @unchecked Sendable {
  private let bits: UnsafeMutablePointer<Atomic<UInt64>>
  private let count: Int

  init(_ squares: [Double]) {
    count = squares.count
    bits = .allocate(capacity: count)
    for i in 0..<count { (bits + i).initialize(to: Atomic(squares[i].bitPattern)) }
  }

  /// To be called once, when no thread asks any more.
  func free() {
    bits.deinitialize(count: count)
    bits.deallocate()
  }

  subscript(component: Int32) -> Double {
    Double(bitPattern: bits[Int(component)].load(ordering: .relaxed))
  }

  func lower(_ component: Int32, to square: Double) {
    guard square < self[component] else { return }
    // Numbers that are not negative are in the order of their bits.
    bits[Int(component)].min(square.bitPattern, ordering: .relaxed)
  }
}
