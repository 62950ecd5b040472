package import Scheduling

/// What a learner can do, whichever face it came from.
package enum Event: Sendable, Equatable {
  /// Move the cursor in a menu, a form or a list of steps; the page scrolls by itself.
  case move(Int)
  /// Point at an item and take it: the line face's "2".
  case pick(Int)
  /// Change the value under the cursor of a form by so many choices.
  case turn(Int)
  /// Set a field by name: the line face's "scale=standard".
  case set(field: String, value: String)
  /// Put the steps in this order: the line face's "3 1 2 4 5" (positions as shown, from 0).
  case arrange([Int])
  /// Carry the step under the cursor up (−1) or down (+1).
  case carry(Int)
  /// Commit what is chosen, or go on where nothing is asked.
  case enter
  case next
  case previous
  case confidence(Confidence)
  case hint
  case undo
  case restart
  case grade(Grade)
  case open(Route)
  /// The whole text of an answer: the line face.
  case write(String)
  /// One edit of the draft: the full-screen face.
  case edit(Edit)
  case submit
  /// Starts a film, or stops it.
  case play
  /// Time passes while a film plays.
  case tick
  /// Moves through a film by so many frames.
  case step(Int)
  case speed(Int)
  /// Shows a second run beside the first, or not any more.
  case compare
  /// Shows what can be set, or hides it.
  case settings
  case help
  case back
  case quit
  /// Looking for words, here and in the whole course.
  case find(FindStep)
  /// Asks for a second opinion on a written answer.
  case opinion
  /// Shows the links from points to their centers, or hides them.
  case links
}

/// One change to a draft.
package enum Edit: Sendable, Equatable {
  case insert(String)
  case erase
  case eraseForward
  /// The line of the cursor; where that is empty, the one before it.
  case eraseLine
  case left, right, up, down, lineStart, lineEnd
  /// Puts the cursor before a character: a face knows how it has wrapped the text.
  case place(Int)
}

/// A place that can be gone to, saved and come back to.
package enum Route: Sendable, Hashable, Codable {
  case home
  /// A lesson or a walkthrough, by the reading's id.
  case reading(String)
  case exercise(String)
  /// The cards of one topic by its id, or of all.
  case cards(topic: String?)
  case interview(topic: String)
  /// Several questions of an interview, one after the other.
  case mock
  /// How the learner marks their own answers, beside the machine.
  case selfMarks
  /// A method at work, by its name.
  case watch(String)
  /// What is known, concept by concept; and one concept, by its name.
  case coverage
  case concept(String)
  /// The runs that decided the last answer to a part of an item.
  case evidence(item: String, part: String)
  /// How sure the learner was, and how right.
  case calibration
  /// The course as a whole; and one topic, by its id.
  case map
  case topic(String)
  /// A first look around.
  case tour
  /// A flow of the course, walked stage by stage.
  case pipeline(String)
  /// The playground on a table or a saved run by its whole path; on built-in data if nil.
  case playground(file: String?)
  /// These words in the whole course.
  case find(String)
}

/// What the outside must do before the next scene is drawn.
package enum Effect: Sendable, Equatable {
  /// Must be on disk before anything moves on.
  case save(LearningEvent)
  case quit
  /// A file of the learner's own, new at this path: an existing one is never written over.
  case write(path: String, text: String)
}

/// What the outside knows and the inside does not: the time, and something unique.
package struct Moment: Sendable {
  package let now: Instant
  /// Different at every moment, on every machine: the ids of events and run-throughs are
  /// made from it. At most 50 letters, digits and hyphens.
  package let nonce: String

  package init(now: Instant, nonce: String) {
    self.now = now
    self.nonce = nonce
  }
}
