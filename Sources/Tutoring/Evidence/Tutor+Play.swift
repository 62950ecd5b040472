// A run is laid on the playground from elsewhere. What lay there before is one undo away.

import Experiments

extension Tutor {
  mutating func play(_ settings: [Setting]) {
    let isBuiltIn = (try? Experiment(settings: settings)).map(\.isGenerated) ?? false
    guard isBuiltIn, let state = PlayState(running: settings) else {
      world.notice =
        "This run is on a file of the course, which the playground does not open; its line runs it."
      return
    }
    open(.playground(file: nil))
    guard var session = sessions.last as? PlaygroundSession else { return }
    session.lay(state)
    sessions[sessions.count - 1] = session
    world.notice = "This is that run. Undo brings back what was here before."
  }
}

extension PlaygroundSession {
  fileprivate mutating func lay(_ state: PlayState) {
    columns = nil
    typing = nil
    change(to: state)
  }
}

extension PlayState {
  /// Exactly this run, with nothing left for the data to choose.
  fileprivate init?(running settings: [Setting]) {
    self.init(settings: settings)
    choosesRestarts = false
    choosesEps = false
  }
}

extension Experiment {
  fileprivate var isGenerated: Bool {
    if case .generated = data { true } else { false }
  }
}
