// A stage on the screen: the pipeline on top, the input at the left, the output or the question
// before it at the right.

import Courseware
import Experiments
import Screen

extension PipelineSession {
  func scene(in world: World) -> Scene {
    let title = "\(flow.title) · pipeline"
    let place = "seed \(seed) · \(position + 1) of \(Self.stages.count), \(stage.rawValue)"
    do throws(ExperimentError) {
      let view = try view(in: world)
      return Scene(
        title: title, place: place,
        main: try head(view, in: world) + [.gap] + view.input(of: stage, isAsked: question != nil),
        aside: question.map(asked) ?? (reply(in: view) + view.output(of: stage)),
        actions: actions)
    } catch {
      return Scene(
        title: title, place: place,
        main: [.prose([Span(stage.purpose)]), .gap, .refusal(error)], actions: actions)
    }
  }

  private func view(in world: World) throws(ExperimentError) -> PipelineView {
    PipelineView(
      walk: try world.bench.walk(settings, without: leftOut, nextWeek: nextWeek),
      whole: try world.bench.walk(settings), column: column)
  }

  /// The pipeline and what the stage is for; what would happen without it only once its output
  /// can be seen.
  private func head(
    _ view: PipelineView, in world: World
  ) throws(ExperimentError) -> [Element] {
    var about = [Span(stage.purpose)]
    if question == nil, let told = try view.withoutIt(stage, in: world, settings) {
      about.append(Span(" " + told, .muted))
    }
    return [.pipeline(stations(view)), .prose(about)]
  }

  private func asked(_ question: Prediction) -> [Element] {
    panel.elements(question: question.question, options: question.options)
  }

  private func reply(in view: PipelineView) -> [Element] {
    guard let guess = guesses[stage], let prediction = Prediction(before: stage, of: settings),
      let reply = prediction.reply(to: guess, in: view.walk)
    else { return [] }
    return [reply, .gap]
  }

  /// A figure is told once its stage was seen, or when something is not as it should be.
  private func stations(_ view: PipelineView) -> [Station] {
    Self.stages.enumerated().map { index, stage in
      let isOut = stage.step.map(leftOut.contains) ?? false
      let isTold = seen.contains(index) || !leftOut.isEmpty || nextWeek != .ordinary
      let state: Station.State =
        isOut ? .leftOut : seen.contains(index) ? .done : .ahead
      return Station(
        name: stage.rawValue, isCurrent: index == position, state: state,
        notes: isTold && !(index == position && question != nil) ? view.notes(of: stage) : [])
    }
  }
}

// MARK: - Keys

extension PipelineSession {
  private var actions: [Action] {
    if question != nil {
      let skip = Action(
        keys: [.right, .space], word: "next", label: "just show me", event: .next)
      return panel.actions + [skip] + back + Action.always + [another]
    }
    let next = Action(
      keys: [.right, .enter, .space], word: "next", label: isLast ? "finish" : "next stage",
      event: .next)
    return [next] + back + breaking + week + columnChoice + [another] + Action.always + jumps
  }

  private var back: [Action] {
    guard position > 0 else { return [] }
    return [
      Action(
        keys: [.left, .character("b")], word: "previous", label: "stage back", event: .previous)
    ]
  }

  private var breaking: [Action] {
    guard let step = stage.step else { return [] }
    let isOut = leftOut.contains(step)
    return [
      Action(
        keys: [.character("x")], word: isOut ? "back-in" : "without",
        label: isOut ? "put it back" : "leave it out",
        event: .set(field: "without", value: step.rawValue))
    ]
  }

  private var week: [Action] {
    guard stage == .assign || stage == .decide else { return [] }
    let isOrdinary = nextWeek == .ordinary
    let other = isOrdinary ? NextWeek.otherUnit : .ordinary
    return [
      Action(
        keys: [.character("w")], word: "week",
        label: isOrdinary ? "a week in another unit" : "an ordinary week",
        event: .set(field: "week", value: other.rawValue))
    ]
  }

  private var columnChoice: [Action] {
    guard stage == .scale, columns.count > 1 else { return [] }
    return [
      Action(
        keys: [.character("c")], word: "column",
        label: "draw \(columns[(column + 1) % columns.count])", event: .turn(1))
    ]
  }

  private var another: Action {
    Action(keys: [.character("n")], word: "new", label: "another table", event: .restart)
  }

  private var jumps: [Action] {
    Self.stages.enumerated().filter { $0.offset != position }.map { index, stage in
      Action(
        keys: [.character(Character("\(index + 1)"))], word: stage.rawValue,
        label: "go to \(stage.rawValue)", event: .pick(index))
    }
  }
}
