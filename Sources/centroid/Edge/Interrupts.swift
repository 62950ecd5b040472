// Control-C while something is worked out stops the work and not the program.

import Dispatch
import Foundation

enum Interrupts {
  /// - Parameters:
  ///   - listener: Called at every control-C until `body` is over.
  ///   - body: After it, control-C ends the program again.
  static func heard<Value>(by listener: @escaping @Sendable () -> Void, _ body: () -> Value)
    -> Value
  {
    // Blocked first: what is merely ignored is lost until the source has begun to listen, and
    // somebody may be that fast. Blocked, it waits.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_BLOCK, &interrupt, nil)
    let before = signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler(handler: listener)
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, before)
      pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }
    return body()
  }
}
