// Control-C in plain lines. While something is worked out it stops the work and not the program;
// where nothing is, it ends the program, which has nothing left to save.

import Dispatch
import Foundation
import Ncurses
import Synchronization

final class Interrupts {
  private let hearing: Hearing
  private let source: any DispatchSourceSignal
  private let before: sig_t?

  /// Hears control-C for as long as it lives.
  init() {
    // Blocked first: what is merely ignored is lost until the source has begun to listen, and
    // somebody may be that fast. Blocked, it waits.
    var interrupt = Self.interrupt
    pthread_sigmask(SIG_BLOCK, &interrupt, nil)
    before = signal(SIGINT, SIG_IGN)
    let hearing = Hearing(endsProgram: !Self.isIgnored(before))
    self.hearing = hearing
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { hearing.hear() }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, before)
    var interrupt = Self.interrupt
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
  }

  /// - Parameters:
  ///   - listener: Called at every control-C until `body` is over.
  ///   - body: May hear for itself what it does.
  func heard<Value>(by listener: @escaping @Sendable () -> Void, _ body: () -> Value) -> Value {
    hearing.begin(listener)
    defer { hearing.end() }
    return body()
  }

  private static var interrupt: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    return signals
  }

  /// As under nohup: what was ignored before is not obeyed now.
  private static func isIgnored(_ handler: sig_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// What a control-C means now.
private final class Hearing: Sendable {
  private struct State {
    var listeners: [@Sendable () -> Void] = []
    var latestStop: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let endsProgram: Bool
  /// A second control-C so soon after one that has stopped something was meant for the same.
  private static let grace = Duration.seconds(1)

  init(endsProgram: Bool) { self.endsProgram = endsProgram }

  func begin(_ listener: @escaping @Sendable () -> Void) {
    state.withLock { $0.listeners.append(listener) }
  }

  func end() { state.withLock { _ = $0.listeners.popLast() } }

  func hear() {
    let now = ContinuousClock.now
    let (listeners, isRepeat) = state.withLock { state in
      let isRepeat = state.latestStop.map { now - $0 < Self.grace } ?? false
      if !state.listeners.isEmpty { state.latestStop = now }
      return (state.listeners, isRepeat)
    }
    listeners.forEach { $0() }
    guard listeners.isEmpty, !isRepeat, endsProgram else { return }
    // Not through the stream: the thread that waits for a line holds what flushing would need.
    FileHandle.standardOutput.write(Data("\n".utf8))
    Terminal.end(bySignal: SIGINT)
  }
}
