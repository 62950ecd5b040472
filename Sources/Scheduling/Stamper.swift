// Two events of one millisecond would be ordered by their random ids, and a clock that is set
// back would put a new event before an old one. A stamper does not let either happen.

/// Turns happenings into events: each gets a fresh id, and a time later than the one before it.
package struct Stamper<Generator: RandomNumberGenerator> {
  private var generator: Generator
  private var latest: Instant?

  /// Nothing is stamped at or before `latest`, if given.
  package init(using generator: Generator, after latest: Instant? = nil) {
    self.generator = generator
    self.latest = latest
  }

  /// The event of `happening` at `now`, or a millisecond after the last event if that is later.
  package mutating func stamp(_ happening: Happening, at now: Instant) -> LearningEvent {
    var at = now
    if let latest, latest >= now { at = Instant(milliseconds: latest.milliseconds + 1) }
    latest = at
    return LearningEvent(id: .random(using: &generator), at: at, happening: happening)
  }
}

extension Stamper: Sendable where Generator: Sendable {}
