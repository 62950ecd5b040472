// A second opinion on a written answer, from somebody who is not this program. It is looked at and
// nothing more: no judge asks for it, no grade follows from it, and where there is none, all goes on.

package import Courseware

/// Who can be asked for a second opinion.
package struct SecondOpinion: Sendable {
  /// Answers a question about an answer.
  package typealias Asking =
    @Sendable (_ question: OpinionRequest, _ isWanted: () -> Bool) -> Result<
      Opinion, OpinionFailure
    >

  package let name: String
  private let ask: Asking

  /// - Parameter ask: May take long; it ends early once `isWanted` says no.
  package init(name: String, ask: @escaping Asking) {
    self.name = name
    self.ask = ask
  }

  package func on(
    _ text: String, to writing: Writing, isWanted: () -> Bool = { true }
  ) -> Result<Opinion, OpinionFailure> {
    ask(OpinionRequest(text, to: writing), isWanted)
  }
}

/// All that is told to whoever is asked: the question, what is looked for, and what was written.
package struct OpinionRequest: Sendable, Equatable {
  package let prompt: String
  package let question: String
  package let points: [Writing.Point]
  package let answer: String

  package init(_ answer: String, to writing: Writing) {
    prompt = writing.prompt
    question = writing.question
    points = writing.points
    self.answer = answer
  }
}

/// What somebody thinks of a written answer. Their words are cleaned: none can steer a terminal.
package struct Opinion: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    package let id: String
    /// Whether the answer makes the point; nil where nothing was said of it.
    package let said: Bool?
    /// The words that it was read from.
    package let words: String?
    /// Whether these words are the learner's.
    package let areTheirs: Bool
    package let why: String?
  }

  package let name: String
  /// One for each point of the question, in its order.
  package let points: [Point]
  package let remark: String?
  /// What of the reply could not be used, one sentence each.
  package let notes: [String]
}

/// Why there is no second opinion.
package enum OpinionFailure: Error, Sendable, Equatable {
  /// Nobody waited for it any more.
  case calledOff
  /// One reason a line.
  case failed(String)
}

extension OpinionFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .calledOff: "it was called off"
    case .failed(let reason): reason
    }
  }
}
