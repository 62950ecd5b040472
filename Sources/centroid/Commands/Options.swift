// What several commands understand.

import ArgumentParser
import Charts
import Courseware
import Ncurses
import Scheduling
import Tutoring

struct CourseOption: ParsableArguments {
  @Option(
    name: .customLong("course"),
    help: ArgumentHelp(
      "The folder with Lessons and Drills; the course beside the program if not given.",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  func open() throws -> OpenCourse { try OpenCourse(CourseFolder.find(named: folder)) }
}

/// For every command that opens the tutor.
struct TutorOptions: ParsableArguments {
  @OptionGroup var course: CourseOption

  @Flag(help: "Plain lines instead of a full screen.")
  var plain = false

  @Option(help: "Colours on the full screen: auto, always or never.")
  var color = ColourChoice.auto

  @Option(help: "What the letters stand on: auto asks the terminal, or say light or dark.")
  var background = BackgroundChoice.auto

  @Flag(help: "Only ASCII characters; short for --glyphs ascii.")
  var ascii = false

  @Option(
    help: "What pictures are drawn with: braille (fine lines of dots), block or ascii.")
  var glyphs: GlyphChoice?

  @Option(help: "The number that every fresh variant comes from; at random if not given.")
  var seed: UInt64?

  /// Opens the tutor where `place` says; nil is where the learner left off.
  func open(_ place: (OpenCourse, Learner) throws -> Route?) throws {
    let course = try course.open()
    let learner = try Learner()
    try open(course, learner, at: try place(course, learner))
  }

  /// Opens the tutor at a place, and does there what the command line asks for.
  func open(at start: Route, doing events: (OpenCourse) -> [Event]) throws {
    let course = try course.open()
    try open(course, try Learner(), at: start, doing: events(course))
  }

  private func open(
    _ course: OpenCourse, _ learner: Learner, at start: Route?, doing events: [Event] = []
  ) throws {
    var sitting = Sitting(
      course, learner, seed: seed ?? UInt64.random(in: 1...9999), at: start)
    if !events.isEmpty { sitting.take(sitting.turn(on: events, for: Errand())) }
    let around = Surroundings.now
    if around.hasScreen && !plain {
      let ending = try orFail { () throws(TerminalError) in
        try ScreenLoop.run(
          &sitting, colour: color.mode(around.environment),
          ground: background.ground(around.environment), glyphs: chosenGlyphs)
      }
      course.programs.endAll()
      if let ending { Terminal.end(bySignal: ending) }
    } else {
      var loop = LineLoop(
        ascii: chosenGlyphs == .ascii || !around.speaksUnicode,
        inputIsTerminal: around.inputIsTerminal)
      loop.run(&sitting)
      course.programs.endAll()
    }
    // Who sits at the keys has read what was not saved, and chose to leave; who asks has not.
    let loss = around.inputIsTerminal ? sitting.trouble : sitting.loss
    if let loss { throw Failure(loss) }
  }

  /// Whether the full screen is drawn, and not plain lines.
  var hasScreen: Bool { Surroundings.now.hasScreen && !plain }

  private var chosenGlyphs: GlyphSet? { ascii ? .ascii : glyphs?.set }

  /// Opens an exercise of a kind: the one named, or the first that is not passed yet.
  func open(_ kind: Exercise.Kind, _ id: String?) throws {
    try open { course, learner in
      let exercise = try course.exercise(id, kind) { learner.progress.status(of: $0) >= .passed }
      return .exercise(exercise.id)
    }
  }
}

enum GlyphChoice: String, ExpressibleByArgument, CaseIterable {
  case braille, block, ascii

  var set: GlyphSet {
    switch self {
    case .braille: .braille
    case .block: .unicode
    case .ascii: .ascii
    }
  }
}

/// The ids of the course beside the program, for a shell's completion.
func exerciseIDs(_ kind: Exercise.Kind?) -> [String] {
  guard let course = try? OpenCourse(CourseFolder.find(named: nil)).course else { return [] }
  return course.topics.flatMap(\.exercises).filter { kind == nil || $0.kind == kind }.map(\.id)
}
