// The line face at work: tell, ask, read, handle.

import Charts
import Foundation
import LineMode
import Tutoring

struct LineLoop {
  private var face: LineMode
  /// A typed line shows itself; one from a pipe is printed, so that a transcript can be read.
  private let echoes: Bool

  init(ascii: Bool, inputIsTerminal: Bool) {
    face = LineMode(glyphs: ascii ? .ascii : .unicode)
    echoes = !inputIsTerminal
  }

  mutating func run(_ sitting: inout Sitting) {
    face.tell(sitting.scene).forEach(Output.line)
    while !sitting.isOver {
      let scene = sitting.scene
      if scene.pace != nil {
        // Nobody has to wait for a line to be read out.
        sitting.handle([.tick])
        face.tell(sitting.scene).forEach(Output.line)
        continue
      }
      ask(scene)
      guard let line = readLine() else { return leave(&sitting) }
      if echoes { echo(line) }
      switch face.read(line, in: scene) {
      case .success(let events):
        if !events.isEmpty { sitting.handle(events) }
        if !sitting.isOver { face.tell(sitting.scene).forEach(Output.line) }
      case .failure(let misreading):
        face.tell(misreading).forEach(Output.line)
      }
    }
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
    sitting.handle([.quit])
  }
}
