// Every exercise, whatever it is called, is a row of stages, and a stage is one of four
// tasks: choose, tune, order, write. A drill is choose → tune → choose; a lab is
// tune → choose → tune → write; a flow is order; an interview question is write.

package import Experiments
package import Markup

package struct Exercise: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case concept, lab, flow, interview
  }

  /// Stable and unique in the course: "how-many-groups".
  package let id: String
  package let kind: Kind
  /// The topic that it belongs to, by id.
  package let topic: String
  package let title: String
  /// "beginner", "intermediate" or "expert".
  package let level: String
  package let minutes: Int
  package let concepts: [String]
  /// What is said before the first stage.
  package let introduction: [Block]
  /// The experiment of every stage, before a stage's own settings.
  package let experiment: [Setting]
  /// Settings that the seed draws, each from its list of values.
  package let draws: [Draw]
  /// What must hold for a seed to be dealt; another draw is taken where it does not.
  package let premises: [Premise]
  package let stages: [Stage]
  /// The file that it was read from.
  package let file: String
  /// Where the pieces of its experiment stand in the file: "premise/0", "draw/groups".
  package let places: Places

  package init(
    id: String, kind: Kind, topic: String, title: String, level: String, minutes: Int,
    concepts: [String], introduction: [Block], experiment: [Setting], draws: [Draw],
    premises: [Premise], stages: [Stage], file: String, places: Places = Places()
  ) {
    self.id = id
    self.kind = kind
    self.topic = topic
    self.title = title
    self.level = level
    self.minutes = minutes
    self.concepts = concepts
    self.introduction = introduction
    self.experiment = experiment
    self.draws = draws
    self.premises = premises
    self.stages = stages
    self.file = file
    self.places = places
  }
}

/// A setting whose value depends on the seed.
package struct Draw: Sendable, Equatable {
  package let setting: String
  package let values: [String]

  package init(setting: String, values: [String]) {
    self.setting = setting
    self.values = values
  }
}

/// A condition on a run: "with these settings, this measure is at least that".
package struct Premise: Sendable, Equatable {
  package let settings: [Setting]
  package let condition: Condition

  package init(settings: [Setting], condition: Condition) {
    self.settings = settings
    self.condition = condition
  }
}

package struct Condition: Sendable, Equatable {
  package enum Relation: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
  }

  package let measure: Measure
  package let relation: Relation
  package let bound: Double

  package init(measure: Measure, relation: Relation, bound: Double) {
    self.measure = measure
    self.relation = relation
    self.bound = bound
  }

  package func holds(for value: Double) -> Bool {
    relation == .atLeast ? value >= bound : value <= bound
  }
}

/// One step of an exercise: a text, a task, hints.
package struct Stage: Sendable {
  /// Unique within the exercise: "predict", "trigger".
  package let id: String
  package let title: String
  package let prose: [Passage]
  /// Laid over the exercise's experiment for this stage.
  package let settings: [Setting]
  package let task: Task
  /// From a nudge to nearly the answer, each with its price.
  package let hints: [Hint]
  /// Share of the exercise's score; the shares of all stages sum to 1.
  package let weight: Double
  /// Said once the answer to `tune` or `order` is on record. A choice keeps its own in
  /// `because`, a written answer in `model`.
  package let afterword: [Block]
  /// Where the pieces of its task stand in the file: "hints/0", "solution".
  package let places: Places

  package init(
    id: String, title: String, prose: [Passage], settings: [Setting], task: Task,
    hints: [Hint], weight: Double, afterword: [Block] = [], places: Places = Places()
  ) {
    self.id = id
    self.title = title
    self.prose = prose
    self.settings = settings
    self.task = task
    self.hints = hints
    self.weight = weight
    self.afterword = afterword
    self.places = places
  }
}

package struct Hint: Sendable, Equatable {
  package let text: String
  /// Taken off the stage's score, 0...1.
  package let price: Double

  package init(text: String, price: Double) {
    self.text = text
    self.price = price
  }
}

package enum Task: Sendable {
  case choose(Choice)
  case tune(Tuning)
  case order(Ordering)
  case write(Writing)
}

/// One option is right, and a run says which.
package struct Choice: Sendable {
  package struct Option: Sendable, Equatable {
    package let id: String
    package let text: String
    /// Said when it is chosen and wrong: what its consequence would be.
    package let reply: String?
    /// What it shows when it is chosen and wrong, by id.
    package let misconception: String?

    package init(id: String, text: String, reply: String? = nil, misconception: String? = nil) {
      self.id = id
      self.text = text
      self.reply = reply
      self.misconception = misconception
    }
  }

  package let question: String
  package let options: [Option]
  package let key: Key
  /// Laid over the experiment before the key runs.
  package let settings: [Setting]
  /// Drawn once the answer is on record.
  package let reveals: [Plot]
  /// Said after the answer, right or wrong; may hold `=` figures.
  package let because: [Block]
  /// True keeps the options in the author's order (numbers); false shuffles them by the seed.
  package let keepsOrder: Bool

  package init(
    question: String, options: [Option], key: Key, settings: [Setting], reveals: [Plot],
    because: [Block], keepsOrder: Bool
  ) {
    self.question = question
    self.options = options
    self.key = key
    self.settings = settings
    self.reveals = reveals
    self.because = because
    self.keepsOrder = keepsOrder
  }
}

/// An answer key is an expression over runs, never a literal. Each case yields an option id.
package enum Key: Sendable, Equatable {
  /// The variant whose run has the highest (lowest) measure. The variant's id is the option's.
  case extreme(highest: Bool, Measure, among: [Variant])
  /// What the settings do to the measure: "rises", "falls" or "stays" (relative to
  /// `tolerance` × the larger magnitude).
  case change(Measure, settings: [Setting], tolerance: Double)
  /// The feature with the largest share of squared distance: the option id is its name.
  case dominantFeature
  /// Whether the settings leave the groups as they are: "same" if the adjusted Rand index
  /// of the two labelings is at least 0.99, "different" otherwise.
  case regrouping(settings: [Setting])
  /// Whether the measure beats the same pipeline on uniform noise in the same box,
  /// on every one of `references` tables: "structure" or "noise".
  case structure(Measure, references: Int)
  /// Whether a condition holds: "yes" or "no".
  case holds(Condition)
  /// The option whose id, read as a number, is nearest to the measure.
  case nearest(Measure)
}

/// Named settings, e.g. id "3" with "k: 3".
package struct Variant: Sendable, Equatable {
  package let id: String
  package let settings: [Setting]

  package init(id: String, settings: [Setting]) {
    self.id = id
    self.settings = settings
  }
}

/// The learner changes parameters until a goal holds, on this seed and on held-back ones.
package struct Tuning: Sendable {
  package struct Parameter: Sendable, Equatable {
    /// The setting's name: "scale", "multiply.spend", "features".
    package let setting: String
    /// What the learner reads: "spend in".
    package let label: String
    package let choices: [ParameterChoice]

    package init(setting: String, label: String, choices: [ParameterChoice]) {
      self.setting = setting
      self.label = label
      self.choices = choices
    }
  }

  package struct ParameterChoice: Sendable, Equatable {
    package let value: String
    /// What the learner reads: "cents".
    package let label: String

    package init(value: String, label: String) {
      self.value = value
      self.label = label
    }
  }

  package let goal: String
  package let parameters: [Parameter]
  package let conditions: [Condition]
  /// How many seeds besides the learner's must meet the conditions; 0 is none.
  package let heldBackSeeds: Int
  /// Drawn again at every change.
  package let plots: [Plot]
  /// Figures shown beside the form, in this order.
  package let shows: [Measure]
  /// Settings that a model answer has; `check` proves that they pass.
  package let solution: [Setting]
  /// Settings that look right and are not, each with what to say; `check` proves that they fail.
  package let nearMisses: [NearMiss]

  package init(
    goal: String, parameters: [Parameter], conditions: [Condition], heldBackSeeds: Int,
    plots: [Plot], shows: [Measure], solution: [Setting], nearMisses: [NearMiss]
  ) {
    self.goal = goal
    self.parameters = parameters
    self.conditions = conditions
    self.heldBackSeeds = heldBackSeeds
    self.plots = plots
    self.shows = shows
    self.solution = solution
    self.nearMisses = nearMisses
  }
}

package struct NearMiss: Sendable, Equatable {
  package let settings: [Setting]
  package let reply: String
  /// What it shows, by id.
  package let misconception: String?

  package init(settings: [Setting], reply: String, misconception: String? = nil) {
    self.settings = settings
    self.reply = reply
    self.misconception = misconception
  }
}

/// Steps to be put in an order that is then executed.
package struct Ordering: Sendable {
  package struct Step: Sendable, Equatable {
    /// The pipeline step that it runs.
    package let step: FlowStep
    package let text: String

    package init(step: FlowStep, text: String) {
      self.step = step
      self.text = text
    }
  }

  package struct Constraint: Sendable, Equatable {
    package let before: FlowStep
    package let after: FlowStep
    package let reason: String
    /// What breaking it costs, beside 1 for a plain constraint.
    package let weight: Double
    /// What an order shows that breaks it, by id.
    package let misconception: String?

    package init(
      before: FlowStep, after: FlowStep, reason: String, weight: Double = 1,
      misconception: String? = nil
    ) {
      self.before = before
      self.after = after
      self.reason = reason
      self.weight = weight
      self.misconception = misconception
    }
  }

  package let question: String
  package let steps: [Step]
  package let constraints: [Constraint]

  package init(question: String, steps: [Step], constraints: [Constraint]) {
    self.question = question
    self.steps = steps
    self.constraints = constraints
  }
}

/// A written answer: kept, marked against its points, and compared with a model answer only
/// after it is committed.
package struct Writing: Sendable {
  package struct Point: Sendable, Equatable {
    package let id: String
    package let idea: String

    package init(id: String, idea: String) {
      self.id = id
      self.idea = idea
    }
  }

  /// Unique in the course: the name under which answers are marked.
  package let prompt: String
  package let question: String
  /// What a strong answer does, in order; may be shown before answering.
  package let structure: [String]
  /// Never to reach any output before the answer is committed.
  package let points: [Point]
  package let model: [Block]
  /// Share of the points that an answer must make to pass, 0...1.
  package let passMark: Double
  /// What `check` lets words earn that say nothing.
  package let bands: Bands

  package init(
    prompt: String, question: String, structure: [String], points: [Point], model: [Block],
    passMark: Double, bands: Bands = Bands()
  ) {
    self.prompt = prompt
    self.question = question
    self.structure = structure
    self.points = points
    self.model = model
    self.passMark = passMark
    self.bands = bands
  }
}
