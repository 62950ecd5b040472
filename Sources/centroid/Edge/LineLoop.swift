// The line face at work: tell, ask, read, handle. Long work says now and then how far it has
// come, on standard error so that a transcript stays the same; control-C calls it off.

import Charts
import Dispatch
import Foundation
import LineMode
import Synchronization
import Tutoring

struct LineLoop {
  private var face: LineMode
  /// A typed line shows itself; one from a pipe is printed, so that a transcript can be read.
  private let echoes: Bool
  private let interrupts = Interrupts()

  init(ascii: Bool, inputIsTerminal: Bool) {
    face = LineMode(glyphs: ascii ? .ascii : .unicode)
    echoes = !inputIsTerminal
  }

  mutating func run(_ sitting: inout Sitting) {
    var scene = scene(of: sitting)
    face.tell(scene).forEach(Output.line)
    while !sitting.isOver {
      // A clock runs by itself; a film is told to its end.
      if scene.pace != nil, scene.clock == nil {
        scene = play(&sitting)
        continue
      }
      ask(scene)
      guard let line = readLine() else { return leave(&sitting) }
      if echoes { echo(line) }
      switch face.read(line, in: scene) {
      case .success(let events):
        scene = handle(events, &sitting)
      case .failure(let misreading):
        face.tell(misreading).forEach(Output.line)
      }
    }
  }

  /// Tells a film to its end without waiting between its steps; control-C stops it.
  private mutating func play(_ sitting: inout Sitting) -> Scene {
    let isStopped = Mutex(false)
    let isWanted = { !isStopped.withLock(\.self) }
    return interrupts.heard(by: { isStopped.withLock { $0 = true } }) {
      var scene = handle([.tick], &sitting)
      while scene.pace != nil, isWanted() { scene = handle([.tick], &sitting) }
      return scene.pace == nil ? scene : handle([.play], &sitting)
    }
  }

  /// Handles events and tells what there is to be seen then.
  private mutating func handle(_ events: [Event], _ sitting: inout Sitting) -> Scene {
    if !events.isEmpty {
      let before = sitting
      let turn = worked { before.turn(on: events, for: $0) }
      if let turn {
        sitting.take(turn)
      } else {
        face.tell("Stopped; nothing was changed.").forEach(Output.line)
      }
    }
    let scene = scene(of: sitting)
    if !sitting.isOver { face.tell(scene).forEach(Output.line) }
    return scene
  }

  private func ask(_ scene: Scene) {
    let lines = face.prompt(for: scene)
    lines.dropLast().forEach(Output.line)
    Output.open((lines.last ?? "") + " ")
    Output.flush()
  }

  private func echo(_ line: String) {
    Output.line(face.tell(line).joined(separator: "\n"))
    Output.flush()
  }

  /// The end of the input is no answer; everything up to here is saved.
  private mutating func leave(_ sitting: inout Sitting) {
    Output.line()
    if let turn = worked({ [sitting] in sitting.turn(on: [.quit], for: $0) }) { sitting.take(turn) }
  }
}

// MARK: - Work

extension LineLoop {
  /// How long the learner waits before the program says that it works, in milliseconds.
  private static let patience = 200
  /// How long it waits before it says so again.
  private static let rhythm = 2000

  /// The whole scene; what is known of it where the rest was called off.
  private func scene(of sitting: Sitting) -> Scene {
    let tutor = sitting.tutor
    let scene =
      worked { tutor.scene(for: $0) } ?? tutor.scene(at: Glance(wasCalledOff: true))
    return sitting.told(scene)
  }

  /// - Returns: What it comes to, or nil where the learner called it off.
  private func worked<Value: Sendable>(
    _ work: @escaping @Sendable (Errand) -> Value
  ) -> Value? {
    let work = Background(work)
    return interrupts.heard(by: work.callOff) {
      var wait = Self.patience
      while true {
        let value = work.value(within: wait)
        if work.errand.isCancelled { return nil }
        if let value { return value }
        tell(work.errand)
        wait += Self.rhythm
      }
    }
  }

  private func tell(_ errand: Errand) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let words = errand.progress?.words ?? "..."
    FileHandle.standardError.write(Data("Working: \(words) (control-C stops it)\n".utf8))
  }
}
