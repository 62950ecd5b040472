// Settings are laid over settings: the exercise's, then what the seed drew, then the stage's,
// then the learner's. An experiment takes each layer as a whole, because a layer may change the
// data or the algorithm, and then some of the earlier settings have nothing left to say.

package import Experiments

extension Experiment {
  /// The experiment of several layers of settings, the later ones over the earlier.
  package init(layers: [[Setting]]) throws(GradingError) {
    var layers = layers.filter { !$0.isEmpty }
    // Where even the data is drawn, the first layer alone is no experiment yet.
    while layers.count > 1, !layers[0].contains(where: { $0.name == "data" }) {
      layers[1] =
        layers[0].filter { old in !layers[1].contains { $0.name == old.name } } + layers[1]
      layers.removeFirst()
    }
    self = try Experiment(grading: layers.first ?? [])
    for layer in layers.dropFirst() { self = try with(layer) }
  }

  /// This experiment with some settings changed.
  func with(_ settings: [Setting]) throws(GradingError) -> Experiment {
    guard !settings.isEmpty else { return self }
    do {
      return try applying(settings)
    } catch {
      throw .cannotRun(settings, error)
    }
  }

  /// This experiment with the fields of a form. A form sets all its fields; those that mean
  /// nothing beside the chosen data and algorithm are left out.
  func with(form settings: [Setting]) throws(GradingError) -> Experiment {
    let decisive = ["data", "algorithm"]
    let chosen = try with(settings.filter { decisive.contains($0.name) })
    return try chosen.with(
      settings.filter { !decisive.contains($0.name) && chosen.accepts($0.name) })
  }

  private init(grading settings: [Setting]) throws(GradingError) {
    do {
      try self.init(settings: settings)
    } catch {
      throw .cannotRun(settings, error)
    }
  }
}

extension Runner {
  /// Runs, and says which settings it was when that goes wrong.
  func trace(of experiment: Experiment) throws(GradingError) -> Trace {
    do {
      return try run(experiment)
    } catch {
      throw .cannotRun(experiment.settings, error)
    }
  }

  /// Runs on another table than the experiment's own.
  func trace(of experiment: Experiment, on table: Table) throws(GradingError) -> Trace {
    do {
      return try run(experiment, on: table)
    } catch {
      throw .cannotRun(experiment.settings, error)
    }
  }

  /// The measure of a run that must have it.
  func figure(_ measure: Measure, of experiment: Experiment) throws(GradingError) -> Double {
    guard let value = try trace(of: experiment).value(of: measure) else {
      throw .undefined(measure, experiment.settings)
    }
    return value
  }
}

extension [Setting] {
  /// All settings of the experiment that these make, with others laid over it as a form does.
  /// Where they make none, the names are replaced, and running it says what is wrong.
  package func overlaid(with others: [Setting]) -> [Setting] {
    if let experiment = try? Experiment(layers: [self]).with(form: others) {
      return experiment.settings
    }
    return filter { old in !others.contains { $0.name == old.name } } + others
  }

  /// As a learner reads them: "k 3, scale standard".
  var words: String {
    map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }
}
