// Small exercises made by hand, so that a test shows the whole of what it is about.

import Courseware
import Experiments
import Grading

let runner = Runner()

/// Three round groups, well apart.
let blobs = [Setting("data", "blobs"), Setting("rows", "90"), Setting("groups", "3")]

/// Customers whose spend is in cents and drowns the other columns.
let loudCustomers = [
  Setting("data", "customers"), Setting("rows", "150"), Setting("multiply.spend", "100"),
]

func exercise(
  _ stages: [Stage], experiment: [Setting] = blobs, draws: [Draw] = [], premises: [Premise] = []
) -> Exercise {
  Exercise(
    id: "sample", kind: .lab, topic: "samples", title: "A sample", level: "beginner", minutes: 1,
    concepts: [], introduction: [], experiment: experiment, draws: draws, premises: premises,
    stages: stages, file: "sample.md")
}

func stage(
  _ id: String, _ task: Courseware.Task, settings: [Setting] = [], hints: [Hint] = [],
  weight: Double = 1
) -> Stage {
  Stage(
    id: id, title: id, prose: [], settings: settings, task: task, hints: hints, weight: weight)
}

func choice(
  _ key: Key, options: [Choice.Option], settings: [Setting] = [], keepsOrder: Bool = true
) -> Choice {
  Choice(
    question: "Which?", options: options, key: key, settings: settings, reveals: [], because: [],
    keepsOrder: keepsOrder)
}

func options(_ ids: String...) -> [Choice.Option] {
  ids.map { Choice.Option(id: $0, text: $0) }
}

func variants(of setting: String, _ values: Int...) -> [Variant] {
  values.map { Variant(id: "\($0)", settings: [Setting(setting, "\($0)")]) }
}

/// "Which k has the highest silhouette?" on three round groups.
let howMany = choice(
  .extreme(highest: true, .silhouette, among: variants(of: "k", 2, 3, 4, 5)),
  options: [
    Choice.Option(id: "2", text: "2", reply: "Two of the clouds then share a centre."),
    Choice.Option(id: "3", text: "3"), Choice.Option(id: "4", text: "4"),
    Choice.Option(id: "5", text: "5"),
  ])

func parameter(_ setting: String, _ choices: [String]) -> Tuning.Parameter {
  Tuning.Parameter(
    setting: setting, label: setting,
    choices: choices.map { Tuning.ParameterChoice(value: $0, label: $0) })
}

/// "Bring agreement to 0.85": scaling does, more restarts do not.
func repair(heldBack: Int = 4) -> Tuning {
  Tuning(
    goal: "Bring agreement to 0.85 or more.",
    parameters: [
      parameter("scale", ["none", "standard"]), parameter("restarts", ["10", "50"]),
      Tuning.Parameter(
        setting: "multiply.spend", label: "spend in",
        choices: [
          Tuning.ParameterChoice(value: "1", label: "euros"),
          Tuning.ParameterChoice(value: "100", label: "cents"),
        ]),
      parameter("features", ["spend,visits", "spend,visits,categories,return_rate"]),
    ],
    conditions: [Condition(measure: .agreement, relation: .atLeast, bound: 0.85)],
    heldBackSeeds: heldBack, plots: [], shows: [.agreement],
    solution: [Setting("scale", "standard")],
    nearMisses: [
      NearMiss(settings: [Setting("restarts", "50")], reply: "The same wrong distance.")
    ])
}

/// The five steps, each with a reason to follow the one before.
let production = Ordering(
  question: "In which order?",
  steps: FlowStep.allCases.map { Ordering.Step(step: $0, text: "\($0.rawValue) it") },
  constraints: zip(FlowStep.allCases, FlowStep.allCases.dropFirst()).map {
    Ordering.Constraint(
      before: $0, after: $1, reason: "\($1.rawValue) needs what \($0.rawValue) leaves.")
  })

let explain = Writing(
  prompt: "explain", question: "Why?", structure: [],
  points: [
    Writing.Point(id: "within", idea: "Points of one group are alike."),
    Writing.Point(id: "between", idea: "Points of different groups are less alike."),
    Writing.Point(id: "use", idea: "It serves a decision."),
  ], model: [], passMark: 0.6)

extension Exercise {
  func first(seed: UInt64 = 7) throws -> (instance: Instance, stage: Stage) {
    (try instance(seed: seed, runner: runner), stages[0])
  }
}
