// A run is a function of its settings alone, and so is what follows from it: remembering changes
// nothing but the time.

import Synchronization

final class RunMemory: Sendable {
  /// What was worked out, and from which settings.
  struct Key: Hashable, Sendable {
    let what: String
    let settings: [Setting]
  }

  private let results = Mutex<[Key: any Sendable]>([:])

  func result(of key: Key) -> (any Sendable)? { results.withLock { $0[key] } }

  func keep(_ result: some Sendable, of key: Key) { results.withLock { $0[key] = result } }
}

extension Runner {
  /// The same runner with an empty memory: what it has run once it does not run again. It forgets
  /// nothing, so it is for work that comes back to a few runs, and is let go with it.
  package func remembering() -> Runner {
    var runner = self
    runner.memory = RunMemory()
    return runner
  }

  /// The result of some work, which a runner that remembers does once.
  ///
  /// - Parameters:
  ///   - what: names the work, with all that it depends on besides the settings.
  ///   - settings: all of them.
  package func once<Value: Sendable, Failure>(
    _ what: String, _ settings: @autoclosure () -> [Setting],
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard let memory else { return try work() }
    let key = RunMemory.Key(what: what, settings: settings())
    if let known = memory.result(of: key) as? Value { return known }
    let result = try work()
    memory.keep(result, of: key)
    return result
  }
}
