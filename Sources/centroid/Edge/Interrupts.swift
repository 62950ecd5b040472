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
    let before = signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler(handler: listener)
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, before)
    }
    return body()
  }
}
