// What was worked out once is remembered while there is room: the same scene is drawn many
// times. A result is a function of its key alone, so remembering changes nothing.

package import Experiments
import Synchronization

package final class Memory: Sendable {
  /// What a result is the result of.
  package struct Key: Hashable, Sendable {
    private let base: any Hashable & Sendable

    package init(_ base: some Hashable & Sendable) { self.base = base }

    package static func == (a: Key, b: Key) -> Bool { AnyHashable(a.base) == AnyHashable(b.base) }

    package func hash(into hasher: inout Hasher) { AnyHashable(base).hash(into: &hasher) }
  }

  private struct Entry {
    let result: Result<any Sendable, ExperimentError>
    /// In bytes, roughly.
    let weight: Int
    var lastUse: Int
  }

  private struct Shelf {
    var entries: [Key: Entry] = [:]
    var weight = 0
    var uses = 0

    /// Lets go what was not looked at for the longest time.
    mutating func makeRoom(_ capacity: Int) {
      while weight > capacity, entries.count > 1,
        let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        entries[oldest.key] = nil
        weight -= oldest.value.weight
      }
    }
  }

  private let shelf = Mutex(Shelf())
  private let capacity: Int

  /// - Parameter capacity: In bytes. The latest result stays even where it alone is larger.
  package init(capacity: Int) { self.capacity = capacity }

  package func result(of key: Key) -> Result<any Sendable, ExperimentError>? {
    shelf.withLock { shelf in
      shelf.uses += 1
      shelf.entries[key]?.lastUse = shelf.uses
      return shelf.entries[key]?.result
    }
  }

  package func keep(_ result: Result<any Sendable, ExperimentError>, of key: Key, weight: Int) {
    shelf.withLock { shelf in
      shelf.uses += 1
      let entry = Entry(result: result, weight: weight, lastUse: shelf.uses)
      shelf.weight += weight - (shelf.entries.updateValue(entry, forKey: key)?.weight ?? 0)
      shelf.makeRoom(capacity)
    }
  }
}
