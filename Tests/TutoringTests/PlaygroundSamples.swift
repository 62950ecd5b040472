// The playground with tables at hand, as its tests open it.

import Charts
import ScriptedLearner
import Tutoring

/// A table with an id, a text, and gaps.
let shop = """
  id,city,spend,visits,age
  1,Oslo,12.5,3,30
  2,Rome,40.2,1,
  3,Oslo,11.0,4,50
  4,Bonn,80.1,9,41
  5,Rome,77.7,8,
  6,Oslo,10.5,3,28
  """

func playing(_ file: String? = nil, _ files: [String: String] = [:]) throws -> Sitting {
  var sitting = try Sitting(files: files)
  sitting.perform(.open(.playground(file: file)))
  return sitting
}

extension Sitting {
  mutating func set(_ field: String, _ value: String) {
    perform(.set(field: field, value: value))
  }

  var fields: [Field] { tutor.scene.forms.first?.fields ?? [] }

  func value(_ label: String) -> String? { fields.first { $0.label == label }?.value }

  var charts: [Chart] {
    tutor.scene.main.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  var words: String { tutor.scene.words }
}

extension Element {
  var isChart: Bool { if case .chart = self { true } else { false } }
}
