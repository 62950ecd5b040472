// Which fields the form has for a trial: those of the data, the features, the method and the
// picture, in the order in which a run goes.

import Experiments
import Wording

struct PlayForm {
  let state: PlayState
  /// The file that the playground was opened with.
  let file: String?
  /// As far as the table is known.
  let decided: Decided?
  /// The learner's own columns that have gaps and would take part but for them.
  var withGaps: [OwnColumn] = []

  private var experiment: Experiment { state.trial.experiment }

  /// What the experiment says about a setting.
  private func now(_ name: String) -> String {
    experiment.settings.first { $0.name == name }?.value ?? ""
  }

  var fields: [PlayField] {
    dataFields + sampleFields + featureFields + gapFields + methodFields + pictureFields
  }

  func field(called word: String) -> PlayField? { fields.first { $0.isCalled(word) } }
}

// MARK: - Data and features

extension PlayForm {
  private var dataFields: [PlayField] {
    var own: [String] = []
    for path in [state.trial.path, file].compactMap(\.self) where !own.contains(path) {
      own.append(path)
    }
    let choices =
      own.map { PlayField.Choice($0, shown: fileName(of: $0)) }
      + Generator.Kind.allCases.map { PlayField.Choice($0.rawValue) }
      + [PlayField.Choice(Self.anyFile)]
    var fields = [PlayField("data", now("data"), .choice(choices))]
    if case .generated(let generator) = experiment.data { fields += self.fields(of: generator) }
    return fields + [PlayField("seed", now("seed"), .seed)]
  }

  /// Stands for a table of the learner's own, whose path is then asked for.
  static let anyFile = "FILE.csv"

  private func fields(of generator: Generator) -> [PlayField] {
    experiment.settings.compactMap { setting in
      let kind: PlayField.Kind
      var label = setting.name
      switch setting.name {
      case "rows": kind = .whole(Generator.rowRange, steps: .rounded)
      case "groups": kind = .whole(Generator.groupRange, steps: .ones)
      case "dimensions":
        kind = .whole(Generator.dimensionRange, steps: .ones)
        label = "dims"
      case "spread": kind = .number(Experiment.Allowed.spread)
      case "noise": kind = .number(Experiment.Allowed.noise)
      case "dirty": kind = .whole(Experiment.Allowed.dirty, steps: .ones)
      case "outliers": kind = .whole(Experiment.Allowed.outliers, steps: .ones)
      default: return nil
      }
      return PlayField(setting.name, label: label, setting.value, kind)
    }
  }

  /// Some rows can stand for many.
  private var sampleFields: [PlayField] {
    let rows = decided.map { $0.sampledFrom ?? $0.table.rowCount } ?? 0
    guard rows > Self.fewRows || state.trial.sample != nil else { return [] }
    var sizes = [1000, 2000, 5000, 10_000, 20_000, 50_000].filter { $0 < rows }
    if let sample = state.trial.sample, !sizes.contains(sample) { sizes.append(sample) }
    let choices = [PlayField.Choice("", shown: "all rows")]
    return [
      PlayField(
        Trial.sampleName, state.trial.sample.map(String.init) ?? "",
        .choice(choices + sizes.sorted().map { PlayField.Choice("\($0)") }))
    ]
  }

  /// Fewer are never too many for a method.
  private static let fewRows = 5000

  /// What becomes of the gaps of all columns.
  private var gapFields: [PlayField] {
    guard !withGaps.isEmpty else { return [] }
    let decisions = Set(withGaps.map { state.trial.missing[$0.name]?.rawValue ?? "" })
    let now = decisions.count == 1 ? decisions.first ?? "" : "differ"
    let shown = [("rows", "rows out"), ("column", "columns out")]
    let choices = Missing.allCases.filter { $0 != .column } + [.column]
    let open: [PlayField.Choice] =
      now.isEmpty
      ? [.init("", shown: "undecided")]
      : now == "differ" ? [.init(now, shown: "by column")] : []
    return [
      PlayField(
        "gaps", now,
        .choice(
          open
            + choices.map { choice in
              .init(choice.rawValue, shown: shown.first { $0.0 == choice.rawValue }?.1)
            }))
    ]
  }

  private var featureFields: [PlayField] {
    let able = decided?.taking.able.count ?? 0
    let chosen = decided?.taking.columns.count ?? experiment.features.count
    let components =
      [PlayField.Choice("", shown: "off")]
      + (1...max(1, min(Experiment.Allowed.components.upperBound, chosen))).map {
        PlayField.Choice("\($0)")
      }
    return [
      PlayField("features", label: "columns", "\(chosen) of \(able)", .columns),
      PlayField("scale", now("scale"), .choice(Experiment.scales.map { PlayField.Choice($0) })),
      PlayField("components", label: "PCA", now("components"), .choice(components)),
    ]
  }
}

// MARK: - Method and picture

extension PlayForm {
  private static let shownMethods = ["gaussian-mixture": "mixture"]

  private var methodFields: [PlayField] {
    let methods = Method.names.map { PlayField.Choice($0, shown: Self.shownMethods[$0]) }
    let own = experiment.settings.compactMap { setting -> PlayField? in
      guard let (label, kind) = Self.kind(ofMethodSetting: setting.name) else { return nil }
      return PlayField(setting.name, label: label, setting.value, kind)
    }
    return [PlayField("algorithm", now("algorithm"), .choice(methods))] + own
  }

  private static func kind(ofMethodSetting name: String) -> (String, PlayField.Kind)? {
    func words(_ values: [String]) -> PlayField.Kind {
      .choice(values.map { PlayField.Choice($0) })
    }
    switch name {
    case "k": return ("k", .whole(Experiment.Allowed.k, steps: .ones))
    case "start": return ("start", words(KMeansSettings.Start.allCases.map(\.rawValue)))
    case "restarts": return ("restarts", .whole(Experiment.Allowed.restarts, steps: .ones))
    case "eps": return ("eps", .number(Experiment.Allowed.eps))
    case "min-samples": return ("min-samples", .whole(Experiment.Allowed.minSamples, steps: .ones))
    case "linkage": return ("linkage", words(Experiment.linkages))
    case "min-cluster-size":
      return ("min-size", .whole(Experiment.Allowed.minClusterSize, steps: .ones))
    case "covariance": return ("shape", words(Experiment.covariances))
    case "bandwidth": return ("bandwidth", .number(Experiment.Allowed.eps))
    case "neighbors": return ("neighbors", .whole(Experiment.Allowed.neighbors, steps: .ones))
    case "xi": return ("xi", .number(Experiment.Allowed.xi))
    default: return nil
    }
  }

  private var pictureFields: [PlayField] {
    let views = PlayField(
      "view", state.view.rawValue, .choice(PlayView.allCases.map { PlayField.Choice($0.rawValue) }))
    guard state.view == .points else { return [views] }
    let columns = decided?.table.columns ?? []
    let names = columns + (columns.count > 1 ? Playing.components : [])
    let choices = [PlayField.Choice("", shown: "by itself")] + names.map { PlayField.Choice($0) }
    return [
      views, PlayField("across", state.across ?? "", .choice(choices)),
      PlayField("up", state.up ?? "", .choice(choices)),
      PlayField(
        "links", state.showsLinks ? "yes" : "no",
        .choice(["no", "yes"].map { PlayField.Choice($0) })),
    ]
  }
}
