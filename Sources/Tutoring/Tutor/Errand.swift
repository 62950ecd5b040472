// Long work, seen from both sides: who does it tells how far it has come and asks whether it is
// still wanted; who waits for it looks, and may call it off.

package import Experiments
import Synchronization

package final class Errand: Sendable {
  private struct State {
    var progress: RunProgress?
    var isCancelled = false
    /// What is being worked out now.
    var key: Memory.Key?
  }

  private let state = Mutex(State())
  private let tell: @Sendable () -> Void

  /// - Parameter tell: Called whenever something has been worked out that can be shown.
  package init(tell: @escaping @Sendable () -> Void = {}) {
    self.tell = tell
  }

  /// How far the run has come that is under way.
  package var progress: RunProgress? { state.withLock(\.progress) }

  /// Asks the work to stop; it does so between two steps.
  package func cancel() { state.withLock { $0.isCancelled = true } }

  package var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Whether it is at work on something that a glance has missed.
  package func isAtWork(on glance: Glance) -> Bool {
    state.withLock { state in
      !state.isCancelled && (state.key.map(glance.missing.contains) ?? false)
    }
  }
}

extension Errand {
  /// - Returns: Whether the work is still wanted.
  func goesOn(at progress: RunProgress) -> Bool {
    state.withLock { state in
      state.progress = progress
      return !state.isCancelled
    }
  }

  func begin(_ key: Memory.Key) {
    state.withLock { state in
      state.key = key
      state.progress = nil
    }
  }

  func hasWorkedOut() { tell() }
}

/// A look at a scene that runs nothing: what is known is shown at once, the rest is noted.
package final class Glance: Sendable {
  private let keys = Mutex<Set<Memory.Key>>([])
  /// Whether what is missing was called off.
  let wasCalledOff: Bool
  let progress: RunProgress?

  package init(progress: RunProgress? = nil, wasCalledOff: Bool = false) {
    self.progress = progress
    self.wasCalledOff = wasCalledOff
  }

  /// Whether nothing that can be seen has still to be worked out.
  package var isComplete: Bool { missing.isEmpty }

  var missing: Set<Memory.Key> { keys.withLock(\.self) }

  func miss(_ key: Memory.Key) -> ExperimentError {
    _ = keys.withLock { $0.insert(key) }
    return wasCalledOff ? .cancelled : .unfinished(progress)
  }
}

/// What stands in the place of a picture that is on its way.
package let pendingWords = "Working ..."

extension RunProgress {
  /// `clustering, 40 %`
  package var words: String {
    share > 0 ? "\(stage.rawValue), \(Int(share * 100)) %" : "\(stage.rawValue) ..."
  }

  /// The part of the stage that is done, 0...1.
  package var share: Double { fraction > 0 ? min(1, fraction) : 0 }
}
