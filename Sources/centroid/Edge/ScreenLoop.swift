// The full-screen face at work: draw, wait, handle. Nothing runs on the thread that reads the
// keys: a scene is drawn at once with what is known, worked out in the background, and drawn
// again. The terminal is given back when the loop is left, by whatever way.

import Charts
import FullScreen
import Ncurses
import Screen
import Tutoring

struct ScreenLoop: ~Copyable {
  private var terminal: Terminal
  private var face: FullScreen
  private var sitting: Sitting
  /// The scene that is being worked out.
  private var work: Background<Scene>?
  /// Whether it is the scene of the present tutor, and not that of one before.
  private var workIsCurrent = false
  /// What was typed while something else was done.
  private var typed: [Screen.Input] = []
  /// Whether the learner called off what the present scene still lacks.
  private var isCalledOff = false

  /// - Returns: The signal that asked the program to end, if one did.
  static func run(
    _ sitting: inout Sitting, colour: ColourMode, ground: Ground, glyphs chosen: GlyphSet?
  ) throws(TerminalError) -> Int32? {
    let terminal = try Terminal(colour: colour, ground: ground)
    var loop = ScreenLoop(terminal, sitting, glyphs: chosen)
    let signal = loop.run()
    sitting = loop.sitting
    return signal
  }

  private init(_ terminal: consuming Terminal, _ sitting: Sitting, glyphs: GlyphSet?) {
    face = FullScreen(
      size: terminal.size, glyphs: terminal.speaksUnicode ? glyphs ?? .unicode : .ascii)
    self.terminal = terminal
    self.sitting = sitting
  }

  private mutating func run() -> Int32? {
    while !sitting.isOver {
      let (scene, input) = show()
      guard let input else {
        // Time passes only where the scene is complete.
        if work == nil { handle(.tick) }
        continue
      }
      switch input {
      case .suspended: terminal.suspend()
      case .ended(let signal): return signal
      case .key(.escape) where work != nil: callOff()
      case .key, .paste, .resized, .resumed:
        guard let event = face.event(for: input, in: scene) else { continue }
        if let signal = handle(event) { return signal }
      }
    }
    return nil
  }
}

// MARK: - Showing

extension ScreenLoop {
  /// How long the learner waits before the program says that it works.
  private static let patience = 200
  /// How long a scene with a hole in its middle is held back.
  private static let flicker = 60
  /// How often progress is drawn.
  private static let rhythm = 100
  /// How long a key may wait while something is worked out.
  private static let reaction = 10

  /// Draws the scene, and again whenever more of it is known, until something comes in.
  private mutating func show() -> (Scene, Screen.Input?) {
    while true {
      let glance = Glance(progress: work?.errand.progress, wasCalledOff: isCalledOff)
      let scene = sitting.told(sitting.tutor.scene(at: glance))
      if glance.isComplete || isCalledOff {
        stopWork()
        return settle(on: scene)
      }
      let work = goOn(missing: glance)
      let holdsBack = scene.isHollow ? Self.flicker : Self.reaction
      let isLate = work.milliseconds >= holdsBack
      if isLate {
        draw(work.milliseconds < Self.patience ? scene : scene.saying(words(work.errand)))
      }
      let wait = isLate ? Self.rhythm : holdsBack - work.milliseconds
      if let input = next(within: 0) ?? input(during: work, atMost: wait) {
        return (scene, input)
      }
      if let complete = work.value {
        self.work = nil
        if workIsCurrent { return settle(on: sitting.told(complete)) }
      }
    }
  }

  private mutating func settle(on scene: Scene) -> (Scene, Screen.Input?) {
    draw(scene)
    return (scene, next(within: scene.pace))
  }

  /// What comes next, first of all what was typed before.
  private mutating func next(within milliseconds: Int?) -> Screen.Input? {
    typed.isEmpty ? terminal.next(timeoutMilliseconds: milliseconds) : typed.removeFirst()
  }

  /// Until there is something new to draw, or something comes in.
  private mutating func input(
    during work: Background<Scene>, atMost wait: Int
  ) -> Screen.Input? {
    let end = work.milliseconds + wait
    while work.value == nil, work.milliseconds < end {
      if work.bell.wait(milliseconds: min(Self.reaction, end - work.milliseconds)) { return nil }
      if let input = next(within: 0) { return input }
    }
    return nil
  }

  /// The work that is under way if the scene still needs it, otherwise new work.
  private mutating func goOn(missing glance: Glance) -> Background<Scene> {
    if let work, workIsCurrent || work.errand.isAtWork(on: glance) { return work }
    stopWork()
    let tutor = sitting.tutor
    let new = Background { tutor.scene(for: $0) }
    work = new
    workIsCurrent = true
    return new
  }

  private mutating func stopWork() {
    work?.errand.cancel()
    work = nil
  }

  private mutating func callOff() {
    stopWork()
    isCalledOff = true
  }

  private mutating func draw(_ scene: Scene) {
    let (surface, cursor) = face.draw(scene)
    terminal.show(surface, cursor: cursor)
  }
}

// MARK: - Handling

extension ScreenLoop {
  /// - Returns: The signal that came meanwhile, if one did.
  @discardableResult
  private mutating func handle(_ event: Event) -> Int32? {
    isCalledOff = false
    workIsCurrent = false
    let before = sitting
    let turn = Background { before.turn(on: [event], for: $0) }
    if turn.value(within: Self.patience) == nil {
      let scene = sitting.told(before.tutor.scene(at: Glance()))
      switch wait(for: turn, in: scene) {
      case .done: break
      // What it comes to is never taken: nothing has happened.
      case .calledOff: return nil
      case .ended(let signal): return signal
      }
    }
    let turned = turn.value
    if let turned { sitting.take(turned) }
    return nil
  }

  private enum Ending {
    case done, calledOff
    case ended(signal: Int32)
  }

  /// Says how far a turn has come until it is done; what is typed meanwhile is kept for later.
  private mutating func wait(for turn: Background<Sitting.Turn>, in scene: Scene) -> Ending {
    var nextDraw = 0
    while turn.value == nil {
      if turn.milliseconds >= nextDraw {
        draw(scene.saying(words(turn.errand)))
        nextDraw = turn.milliseconds + Self.rhythm
      }
      guard let input = terminal.next(timeoutMilliseconds: Self.reaction) else { continue }
      switch input {
      case .ended(let signal): return .ended(signal: signal)
      case .suspended: terminal.suspend()
      case .resized(let size): face.size = size
      case .key(.escape):
        turn.errand.cancel()
        typed = []
        return .calledOff
      case .key, .paste: typed.append(input)
      case .resumed: nextDraw = 0
      }
    }
    return .done
  }

  private func words(_ errand: Errand) -> String {
    let share = errand.progress?.share ?? 0
    let filled = Int(share * Double(Self.bar))
    let bar =
      String(repeating: "■", count: filled)
      + String(repeating: "□", count: Self.bar - filled)
    return "\(bar)  \(errand.progress?.words ?? "working ...") · esc stops it"
  }

  private static let bar = 20
}
