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
    while !sitting.isOver {
      let scene = sitting.scene
      face.tell(scene).forEach(Output.line)
      ask(scene)
      guard let line = readLine() else { return leave(&sitting) }
      if echoes { echo(line) }
      switch face.read(line, in: scene) {
      case .success(let events) where events.isEmpty: break
      case .success(let events): sitting.handle(events)
      case .failure(let misreading): face.tell(misreading).forEach(Output.line)
      }
    }
    if let trouble = sitting.trouble { Output.diagnostic(trouble) }
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
    if let trouble = sitting.trouble { Output.diagnostic(trouble) }
  }
}
