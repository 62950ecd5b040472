import Clustering
import Courseware
import Experiments
import Markup
import Testing

@Suite struct `A sound course` {
  let reading = read(SmallCourse.files())

  @Test func `has no mistakes`() {
    #expect(reading.mistakes.map(\.description) == [])
    #expect(reading.course != nil)
  }

  @Test func `has its topics with everything in them`() throws {
    let topic = try #require(reading.course?.topics.first)
    #expect((topic.id, topic.number, topic.title) == ("groups", 1, "What is a group?"))
    #expect(topic.experiments.map(\.id) == ["three-kinds"])
    #expect(topic.cards.map(\.id) == ["groups/needs-no-targets", "groups/what-is-near"])
    #expect(topic.cards.map(\.concepts) == [["unsupervised", "features"], ["clustering"]])
    #expect(topic.exercises.map(\.id) == ["how-many-groups", "loud", "production", "objective"])
    #expect(topic.exercises.map(\.kind) == [.concept, .lab, .flow, .interview])
    #expect(topic.walkthrough?.id == "groups/walkthrough")
  }

  @Test func `shows a lesson page by page`() throws {
    let lesson = try #require(reading.course?.topics.first?.lesson)
    #expect((lesson.id, lesson.minutes) == ("groups/lesson", 10))
    #expect(lesson.pages.map(\.title) == ["A table", "More"])
    #expect(
      lesson.pages[0].passages.map(name) == ["prose", "plot", "First time", "check how-many"])
  }

  @Test func `knows what each page is about`() throws {
    let lesson = SmallCourse.lessonText
      .replacing("## More\n", with: "## More\n<!-- page: rest; concepts: distance -->\n")
      .replacing("id: groups\n", with: "id: groups\ntrack: Clustering\n")
    let topic = try #require(
      read(SmallCourse.files([SmallCourse.lesson: lesson])).course?.topics.first)
    #expect(topic.track == "Clustering" && topic.prerequisites == [])
    #expect(topic.lesson.pages.map(\.id) == ["a-table", "rest"])
    #expect(topic.lesson.pages.map(\.concepts) == [["clustering", "distance"], ["distance"]])
    #expect(topic.lesson.pages[1].passages.count == 1, "the comment is no passage")
  }

  @Test func `says of which concept no page speaks`() {
    let lesson = SmallCourse.lessonText
      .replacing("## A table\n", with: "## A table\n<!-- concepts: clustering -->\n")
      .replacing("## More\n", with: "## More\n<!-- concepts: clustering -->\n")
    #expect(
      read(SmallCourse.files([SmallCourse.lesson: lesson])).mistakes.map(\.description) == [
        "Lessons/01-groups/lesson.md:6:11: warning: no page is about `distance`; "
          + "name it under the heading of its page: `<!-- concepts: distance -->`"
      ])
  }

  @Test func `lays a plot's settings over its experiment`() throws {
    let page = try #require(reading.course?.topics.first?.lesson.pages.first)
    guard case .plot(let plot) = page.passages[1] else { return #expect(Bool(false)) }
    #expect(plot.view == .scatter(x: "spend", y: "visits", showsGroups: false))
    #expect(plot.caption == "Nobody has labelled them.")
    let experiment = try Experiment(settings: plot.settings)
    #expect(experiment.features == ["spend", "visits"])
    #expect(experiment.scaling == .standard)
  }

  @Test func `reads that a plot links its rows to their centers`() throws {
    let lesson = SmallCourse.lessonText.replacing("groups: hidden", with: "links: true")
    let page = try #require(
      read(SmallCourse.files([SmallCourse.lesson: lesson])).course?.topics.first?.lesson.pages.first
    )
    guard case .plot(let plot) = page.passages[1] else { return #expect(Bool(false)) }
    #expect(plot.view == .scatter(x: "spend", y: "visits", showsGroups: true, showsLinks: true))
  }

  @Test func `takes the opening words off a call-out`() throws {
    let page = try #require(reading.course?.topics.first?.lesson.pages.first)
    guard case .callout(.firstTime, let blocks) = page.passages[2] else {
      return #expect(Bool(false))
    }
    #expect(blocks.map { text($0) } == ["a row is a point."])
  }

  @Test func `reads a key as an expression over runs`() throws {
    let page = try #require(reading.course?.topics.first?.lesson.pages.first)
    guard case .check(let check) = page.passages[3] else { return #expect(Bool(false)) }
    let variants = ["2", "3", "4"].map { Variant(id: $0, settings: [Setting("k", $0)]) }
    #expect(check.choice.key == .extreme(highest: true, .silhouette, among: variants))
    #expect(check.choice.options.map(\.id) == ["2", "3", "4"])
    #expect(check.choice.keepsOrder)
  }

  @Test func `reads an exercise with draws, premises, hints and what follows its question`() throws
  {
    let drill = try #require(reading.course?.topics.first?.exercises.first)
    #expect(drill.experiment == [Setting("data", "blobs"), Setting("rows", "240")])
    #expect(drill.draws == [Draw(setting: "groups", values: ["2", "3", "4", "5"])])
    let condition = Condition(measure: .silhouette, relation: .atLeast, bound: 0.2)
    #expect(drill.premises == [Premise(settings: [Setting("k", "3")], condition: condition)])
    #expect(drill.introduction.map { text($0) } == ["Look at the table."])
    let stage = drill.stages[0]
    guard case .choose(let choice) = stage.task else { return #expect(Bool(false)) }
    #expect(choice.key == .change(.silhouette, settings: [Setting("k", "6")], tolerance: 0.02))
    #expect(choice.options[0].reply == "No.")
    #expect(choice.because.map { text($0) } == ["It was =base.silhouette:2."])
    #expect(choice.reveals.count == 1)
    #expect(
      stage.hints == [
        Hint(text: "Think of k.", price: 0.1), Hint(text: "It goes down.", price: 0.3),
      ])
    #expect(drill.stages.map(\.weight) == [0.75, 0.25])
  }

  @Test func `reads what a learner tunes`() throws {
    let stage = try #require(reading.course?.topics.first?.exercises[1].stages.first)
    guard case .tune(let tuning) = stage.task else { return #expect(Bool(false)) }
    #expect(tuning.parameters.map(\.setting) == ["scale", "multiply.spend"])
    #expect(tuning.parameters[1].choices.map(\.label) == ["euros", "cents"])
    #expect(tuning.solution == [Setting("scale", "standard")])
    #expect(tuning.nearMisses.map(\.reply) == ["More of the same."])
    #expect(tuning.heldBackSeeds == 20)
    #expect(stage.afterword.map { text($0) } == ["Now all have a say."])
  }

  @Test func `reads a form that offers another algorithm with its settings`() {
    let spend = "{setting: multiply.spend, label: spend in, choices: {1: euros, 100: cents}}"
    let method = "{setting: algorithm, label: method, choices: [k-means, dbscan]}"
    let eps = "{setting: eps, label: eps, choices: [0.5, 1]}"
    let told = SmallCourse.mistakes(
      in: SmallCourse.lab, replacing: spend, by: "\(method)\n  - \(eps)")
    #expect(told == [])
  }

  @Test func `reads steps, and a written answer with its rubric`() throws {
    let exercises = try #require(reading.course?.topics.first?.exercises)
    guard case .order(let ordering) = exercises[2].stages[0].task,
      case .write(let writing) = exercises[3].stages[0].task
    else { return #expect(Bool(false)) }
    #expect(ordering.steps.map(\.step) == [.check, .scale, .cluster, .evaluate, .assign])
    #expect(ordering.constraints.count == 4)
    #expect(writing.points.map(\.id) == ["within", "between"])
    #expect(writing.passMark == 0.5)
    #expect(writing.model.map { text($0) } == ["It makes groups alike within."])
  }

  private func name(_ passage: Passage) -> String {
    switch passage {
    case .prose: "prose"
    case .callout(let audience, _): audience.rawValue
    case .plot: "plot"
    case .check(let check): "check \(check.id)"
    case .source: "source"
    }
  }

  private func text(_ block: Block) -> String {
    if case .paragraph(let inlines) = block.kind { inlines.plainText } else { "" }
  }
}
