// A scene is everything that can be seen and done at one moment, said without a screen.
// The full-screen face lays it out in cells, the line face says it in sentences; neither
// knows more than stands here, so what can be done in one can be done in the other.

package import Charts
package import Screen

package struct Scene: Sendable, Equatable {
  package let title: String
  /// Where in the whole: "3 of 9 pages", "seed 4711 · 2 of 4, diagnose".
  package let place: String
  /// What the learner looks at. In a wide terminal the picture stands here.
  package let main: [Element]
  /// What stands beside it where there is room, and below it where there is not.
  package let aside: [Element]
  /// Keys, help and dispatch in one table; the first ones stand on the last line.
  package let actions: [Action]
  /// Said once, above the keys: "saved", "a lucky repair".
  package let notice: String?
  package let input: InputMode
  /// How many milliseconds this scene stays before time is told to pass; nil where it stands
  /// still.
  package let pace: Int?
  /// Time that is left for what is being written. Only a screen shows it run, at `pace`; what it
  /// comes to is said in `main` too.
  package var clock: Clock?
  /// Whether the two parts are texts to be compared: they stand side by side wherever that can be.
  package var comparesTexts = false
  /// Words that are looked for on it: a face marks them, and brings the current ones in sight.
  package var find: Finding?

  package init(
    title: String, place: String, main: [Element], aside: [Element] = [],
    actions: [Action], notice: String? = nil, input: InputMode = .keys, pace: Int? = nil
  ) {
    self.title = title
    self.place = place
    self.main = main
    self.aside = aside
    self.actions = actions
    self.notice = notice
    self.input = input
    self.pace = pace
  }
}

extension Scene {
  /// Whether what the learner looks at is still being worked out.
  package var isHollow: Bool { main.contains(.pending) }
}

package struct Clock: Sendable, Equatable {
  /// "12:04 left".
  package let text: String
  /// Little of it is left, or nothing.
  package let isUrgent: Bool

  package init(text: String, isUrgent: Bool) {
    self.text = text
    self.isUrgent = isUrgent
  }
}

/// What the keyboard means now.
package enum InputMode: Sendable, Equatable {
  /// Every key is looked up in the scene's actions.
  case keys
  /// Letters go into a text; only control keys are looked up.
  case text(Draft)
  /// Letters go into one line, which enter takes; up and down stay free.
  case line(label: String, Draft)
}

/// A text being written, with the place of its cursor (a character offset).
package struct Draft: Sendable, Equatable, Codable {
  package var text: String
  package var cursor: Int

  package init(text: String = "", cursor: Int = 0) {
    self.text = text
    self.cursor = cursor
  }
}

package enum Element: Sendable, Equatable {
  case heading(String)
  case prose([Span])
  /// Items with a mark before the first line: "•", "1.".
  case item(mark: String, [Span])
  case callout(title: String, [[Span]])
  /// Source or preformatted text; numbered from `firstLine` where it is given.
  case code(String, firstLine: Int?)
  case chart(Chart)
  case table(header: [String], rows: [[String]])
  /// A list of which one is under the cursor. `mark` tells what it is now, e.g. "✓".
  case menu([MenuItem], cursor: Int?)
  /// A form: each field has a label and the chosen value.
  case form([Field], cursor: Int?)
  case verdict(headline: String, Tone, lines: [String])
  /// A bar of parts done: filled of total, with its words.
  case progress(label: String, filled: Int, of: Int, words: String)
  /// What the learner wrote; the editor itself is drawn where `input` is a draft.
  case writing
  /// Stands for a picture that is still being worked out.
  case pending
  case gap
  /// A list to choose from, with how far one is with each, in columns under a header.
  case standings(header: [String], [StandingRow], cursor: Int?)
  /// The stages of a pipeline, drawn in a row.
  case pipeline([Station])
}

package enum Tone: Sendable, Equatable {
  case good, partial, bad, neutral
}

package struct MenuItem: Sendable, Equatable {
  package let text: String
  /// Stands right-aligned, muted: "2 of 4 · lab".
  package let note: String
  package let mark: String
  /// What the line face accepts for it, e.g. "2".
  package let name: String

  package init(text: String, note: String = "", mark: String = "", name: String) {
    self.text = text
    self.note = note
    self.mark = mark
    self.name = name
  }
}

package struct Field: Sendable, Equatable {
  /// What the line face accepts: "scale" in "scale=standard".
  package let name: String
  package let label: String
  package let value: String
  /// All that may be chosen, as the learner reads them.
  package let choices: [String]
  /// The same for those who have room for long names; nil where nothing is cut.
  package var uncut: Uncut?

  package struct Uncut: Sendable, Equatable {
    package let value: String
    package let choices: [String]

    package init(value: String, choices: [String]) {
      self.value = value
      self.choices = choices
    }
  }

  package init(name: String, label: String, value: String, choices: [String]) {
    self.name = name
    self.label = label
    self.value = value
    self.choices = choices
  }
}

/// A key, what it is called, what it does.
package struct Action: Sendable, Equatable {
  package let keys: [Key]
  /// What the line face accepts: "h", "next".
  package let word: String
  package let label: String
  package let event: Event

  package init(keys: [Key], word: String, label: String, event: Event) {
    self.keys = keys
    self.word = word
    self.label = label
    self.event = event
  }
}
