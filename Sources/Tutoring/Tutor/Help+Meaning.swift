// What a key does, told to somebody who is here for the first time. The last line of a screen
// has room for a word only, such as "find"; help says the rest. Where a label says enough, it
// stands as it is.

import Experiments
import Scheduling

extension Action {
  var meaning: String { event.meaning ?? label }
}

extension Event {
  fileprivate var meaning: String? {
    switch self {
    case .back: "back to where you were"
    case .help: "shows these keys"
    case .quit: "leaves the program; everything is saved"
    case .find(.ask): "finds words, here and in the whole course"
    case .find(.stay): "ends the search, to write the answer here"
    case .move(-1): "goes to the entry above"
    case .move(1): "goes to the entry below"
    case .grade(.again): "again: you did not know it; it comes back soon"
    case .grade(.hard): "hard: you knew it with trouble"
    case .grade(.good): "good: you knew it"
    case .grade(.easy): "easy: you knew it at once; it comes back late"
    case .set("level", _): "which notes lessons show: both, first-time, production"
    case .links: "lines from the points to the centers of their groups"
    case .opinion: "a second opinion from your own command, which gets your answer; no mark changes"
    case .open(let route): route.meaning
    default: nil
    }
  }
}

extension Route {
  fileprivate var meaning: String? {
    switch self {
    case .cards(topic: nil): "flash cards that are due"
    case .playground(let file?): "the playground, with \(fileName(of: file))"
    case .playground: "the playground: your own data, any method"
    case .coverage: "what you know, concept by concept"
    case .evidence: "the runs that decided this, each with the line that replays it"
    case .calibration: "how sure you were, how right, and ideas to shed"
    case .watch: "a method at work, step by step"
    case .interview: "questions of an interview"
    case .mock: "several questions in a row, with a clock if you like"
    case .selfMarks: "how you mark your own answers, beside the machine"
    case .map: "every topic, and what it builds on"
    case .pipeline: "the way from a table to a decision, stage by stage"
    case .tour: "a first look around, in a minute"
    default: nil
    }
  }
}
