// Work beside the thread that reads the input, and a bell that rings when it is done.

import Dispatch
import Synchronization
import Tutoring

/// Rung by work in the background, heard by the thread that waits.
final class Bell: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func ring() { semaphore.signal() }

  /// Waits for the next ring, not at all for one that has not been heard yet.
  ///
  /// - Returns: Whether it rang.
  @discardableResult
  func wait(milliseconds: Int) -> Bool {
    semaphore.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }
}

/// Work of which only the result is wanted.
final class Background<Value: Sendable>: Sendable {
  let errand: Errand
  let bell: Bell
  private let outcome = Mutex<Value?>(nil)
  private let start = ContinuousClock.now

  /// - Parameter work: Is done at once, on another thread, for the errand.
  init(_ work: @escaping @Sendable (Errand) -> Value) {
    let bell = Bell()
    self.bell = bell
    errand = Errand { bell.ring() }
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = work(errand)
      outcome.withLock { $0 = value }
      bell.ring()
    }
  }

  func callOff() {
    errand.cancel()
    bell.ring()
  }

  /// Nil while it is under way.
  var value: Value? { outcome.withLock(\.self) }

  var milliseconds: Int { Int((ContinuousClock.now - start) / .milliseconds(1)) }

  /// Waits until it is done, called off, or so many milliseconds old.
  func value(within patience: Int) -> Value? {
    while value == nil, !errand.isCancelled, milliseconds < patience {
      bell.wait(milliseconds: patience - milliseconds)
    }
    return value
  }
}
