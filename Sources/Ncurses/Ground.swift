// What the letters stand on: said by the user, or asked of the terminal itself. The question is
// one write and, as a rule, an answer within a few milliseconds; a terminal that says nothing is
// waited for once, for as long as nobody notices.

import CNcurses
package import Screen

package enum Ground: Sendable {
  case known(Background)
  /// Ask the terminal, and take this where it does not say.
  case ask(otherwise: Background?)
}

extension Ground {
  private static let longestWait = Duration.milliseconds(250)

  /// Asks, where there is something to ask. The terminal must have started, so that nothing is
  /// echoed, keys come one by one, and a signal finds its way out.
  func question() -> TerminalAnswers? {
    guard case .ask = self, cn_takes_questions() else { return nil }
    cn_ask(TerminalAnswers.questions)
    var answers = TerminalAnswers()
    let end = ContinuousClock.now + Self.longestWait
    while !answers.areComplete || answers.isMidway, case let left = end - .now, left > .zero {
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = cn_listen(Int32(left / .milliseconds(1)) + 1, &bytes, Int32(bytes.count))
      answers.take(bytes.prefix(Int(count)))
    }
    answers.finish()
    if !answers.areComplete { cn_expect_late_answers() }
    return answers
  }

  func background(_ answers: TerminalAnswers?) -> Background? {
    switch self {
    case .known(let background): background
    case .ask(let otherwise): answers?.background ?? otherwise
    }
  }
}
