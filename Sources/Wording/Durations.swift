// Durations as people read them: in the unit that leaves two or three digits.

/// Some seconds: `84 µs`, `1.2 s`, `5.1 min`.
package func duration(_ seconds: Double) -> String {
  guard seconds.isFinite else { return "\(brief(seconds)) s" }
  switch seconds.magnitude {
  case ..<0.0009995: return "\(brief(seconds * 1e6)) µs"
  case ..<0.9995: return "\(brief(seconds * 1e3)) ms"
  case ..<119.95: return "\(brief(seconds)) s"
  case ..<7170: return "\(brief(seconds / 60)) min"
  default: return "\(brief(seconds / 3600)) h"
  }
}
