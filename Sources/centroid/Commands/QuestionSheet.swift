// The questions of a variant, with what may be answered. Nothing that is told only after an
// answer stands here.

import Courseware
import Experiments
import Grading

struct QuestionSheet: Encodable {
  struct Part: Encodable {
    let stage: String
    let title: String
    let question: String
    /// What an answer is made of: options, parameters with their values, steps.
    let accepted: [Entry]
    let example: String
  }

  struct Entry: Encodable {
    let name: String
    let text: String
  }

  let exercise: String
  let seed: UInt64
  let title: String
  let stages: [Part]

  init(_ instance: Instance) {
    exercise = instance.exercise.id
    seed = instance.seed
    title = instance.exercise.title
    stages = instance.exercise.stages.map { Part($0, instance) }
  }

  func tell() {
    Output.line("\(title) (\(exercise), seed \(seed))")
    for part in stages {
      Output.line()
      Output.line("\(part.stage): \(part.question)")
      for entry in part.accepted { Output.line("  \(entry.name)  \(entry.text)") }
      Output.line("  such as: \(part.stage)=\(part.example)")
    }
  }
}

extension QuestionSheet.Part {
  init(_ stage: Stage, _ instance: Instance) {
    self.stage = stage.id
    title = stage.title
    switch stage.task {
    case .choose(let choice):
      question = choice.question
      accepted = instance.options(of: stage).map { .init(name: $0.id, text: $0.text) }
      example = "OPTION"
    case .tune(let tuning):
      question = tuning.goal
      accepted = tuning.parameters.map { parameter in
        let values = parameter.choices.map {
          $0.value == $0.label ? $0.value : "\($0.value) (\($0.label))"
        }
        return .init(name: parameter.setting, text: values.joined(separator: ", "))
      }
      // The value as it is: an example must not be an answer.
      let name = tuning.parameters.first?.setting ?? ""
      let value = instance.settings(for: stage).last { $0.name == name }?.value
      example = "\(name)=\(value ?? "VALUE")"
    case .order(let ordering):
      question = ordering.question
      let dealt = instance.dealt(of: stage)
      accepted = dealt.map { .init(name: $0.step.rawValue, text: $0.text) }
      example = dealt.map(\.step.rawValue).joined(separator: " ")
    case .write(let writing):
      question = writing.question
      accepted = writing.structure.enumerated().map {
        .init(name: "\($0.offset + 1).", text: $0.element)
      }
      example = "@answer.txt"
    }
  }
}
