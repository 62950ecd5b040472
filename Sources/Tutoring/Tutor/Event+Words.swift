// Events that a learner can name in words, whatever the face.

import Scheduling

extension Event {
  /// "guess", "fairly" or "sure".
  package static func confidence(named word: String) -> Event? {
    Confidence(rawValue: word.lowercased()).map(Event.confidence)
  }
}
