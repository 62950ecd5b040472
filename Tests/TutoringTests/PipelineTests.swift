import Charts
import Experiments
import Scheduling
import ScriptedLearner
import Testing
import Tutoring

@Suite struct `Walking along the pipeline` {
  private let flow = "table-to-decision"

  private func start(seed: UInt64 = 12) throws -> Sitting {
    var sitting = try Sitting(seed: seed)
    sitting.perform(.open(.pipeline(flow)))
    return sitting
  }

  private func words(_ sitting: Sitting) -> String { sitting.tutor.scene.words }

  private func stations(_ sitting: Sitting) -> [Station] {
    guard case .pipeline(let stations) = sitting.tutor.scene.main.first else { return [] }
    return stations
  }

  @Test func `it starts at the check, which shows what it sends back`() throws {
    let sitting = try start()
    #expect(sitting.tutor.scene.place == "seed 12 · 1 of 6, check")
    #expect(words(sitting).contains("12 sent back"))
    #expect(words(sitting).contains("Without it 12 broken rows go on"))
  }

  @Test func `a column that goes on in another unit is said to, with one of its values`() throws {
    var sitting = try start()
    #expect(!words(sitting).contains("is counted in"))
    sitting.perform(.next)
    #expect(words(sitting).contains("spend is counted in cents from here on: € "))
  }

  @Test func `the shares are not told before the learner has said which column is loudest`() throws
  {
    var sitting = try start()
    sitting.perform(.next)
    #expect(!words(sitting).contains("share of squared distance"))
    #expect(!words(sitting).contains("Without it"))
    sitting.perform(.pick(1))
    #expect(words(sitting).contains("The run says: spend. You said: visits."))
    #expect(words(sitting).contains("share of squared distance"))
  }

  @Test func `a question can be skipped, and no answer is on record`() throws {
    var sitting = try start()
    sitting.perform(.next, .next)
    #expect(sitting.tutor.scene.place.hasSuffix("scale"))
    #expect(words(sitting).contains("share of squared distance"))
    #expect(!words(sitting).contains("You said"))
    let answers = sitting.saved.filter { if case .answered = $0.happening { true } else { false } }
    #expect(answers.isEmpty)
  }

  @Test func `who was asked once is not asked again on the way back`() throws {
    var sitting = try start()
    sitting.perform(.next, .pick(0), .next, .previous)
    #expect(sitting.tutor.scene.menus.isEmpty)
    #expect(words(sitting).contains("As you said: spend."))
  }

  @Test func `a stage that is left out shows what all after it make of that`() throws {
    var sitting = try start()
    sitting.perform(.next, .pick(0), .set(field: "without", value: "scale"))
    let notes = stations(sitting).map(\.notes)
    #expect(stations(sitting)[1].state == .leftOut)
    #expect(notes[0] == ["388 rows"])
    #expect(notes[3].count == 2 && notes[3][1].hasPrefix("was 0.9"))
    #expect(notes[5].count == 2 && notes[5][1].hasPrefix("was"))
    sitting.perform(.set(field: "without", value: "scale"))
    #expect(stations(sitting)[1].state == .done)
    #expect(stations(sitting)[5].notes.isEmpty)
  }

  @Test func `without clustering, what follows says that it has nothing`() throws {
    var sitting = try start()
    sitting.perform(.set(field: "without", value: "cluster"))
    for stage in 2...5 {
      sitting.perform(.pick(stage))
      if !sitting.tutor.scene.menus.isEmpty { sitting.perform(.next) }
      #expect(words(sitting).contains(stage == 2 ? "left out" : "Out: nothing"), "\(stage)")
    }
  }

  @Test func `a week in another unit rings`() throws {
    var sitting = try start()
    sitting.perform(.pick(4), .next)
    #expect(!words(sitting).contains("ALARM"))
    sitting.perform(.set(field: "week", value: "other-unit"))
    #expect(words(sitting).contains("ALARM"))
  }

  @Test func `the values of every column can be drawn, before and after scaling`() throws {
    var sitting = try start()
    sitting.perform(.next, .next)
    for column in ["spend", "visits", "categories", "return_rate"] {
      for elements in [sitting.tutor.scene.main, sitting.tutor.scene.aside] {
        let drawn = elements.compactMap { element -> HistogramChart? in
          if case .chart(.histogram(let chart)) = element { chart } else { nil }
        }
        #expect(drawn.map(\.xAxis.title) == [column])
        #expect(drawn.first?.series.first?.counts.reduce(0, +) == 388)
      }
      sitting.perform(.turn(1))
    }
  }

  @Test func `another table keeps the place and changes the figures`() throws {
    var sitting = try start()
    sitting.perform(.pick(2))
    let before = sitting.tutor.scene
    sitting.perform(.restart)
    #expect(sitting.tutor.scene.place != before.place)
    #expect(sitting.tutor.scene.place.hasSuffix("3 of 6, cluster"))
    #expect(sitting.tutor.scene.aside != before.aside)
  }

  @Test func `walked to the end, it counts as passed`() throws {
    var sitting = try start()
    #expect(sitting.status(of: Item.pipeline(flow)) == .seen)
    for _ in 0..<8 { sitting.perform(.next) }
    #expect(sitting.status(of: Item.pipeline(flow)) == .passed)
    #expect(sitting.tutor.scene.actions.contains { $0.label == "finish" })
    sitting.perform(.next)
    #expect(sitting.tutor.bookmark.route == .home)
  }

  @Test func `jumping to the last stage is no walk`() throws {
    var sitting = try start()
    sitting.perform(.pick(5))
    #expect(sitting.status(of: Item.pipeline(flow)) == .seen)
    sitting.perform(.next)
    #expect(sitting.tutor.scene.notice == "Not looked at yet: scale, cluster, evaluate, assign.")
    #expect(sitting.tutor.scene.place.hasSuffix("scale"))
  }

  @Test func `who comes back finds the same stage, the same answers and the same gap`() throws {
    var sitting = try start()
    sitting.perform(.next, .pick(0), .set(field: "without", value: "check"), .next, .next, .move(1))
    let before = sitting.tutor.scene
    let back = try sitting.reopened().tutor.scene
    #expect(back.main == before.main && back.aside == before.aside && back.place == before.place)
  }

  @Test func `a journal from elsewhere breaks nothing`() throws {
    for settings in [
      #"[{"name":"without","value":"nothing"},{"name":"column","value":"-7"}]"#,
      #"[{"name":"guess.scale","value":"99"},{"name":"column","value":"99"}]"#,
    ] {
      let place = """
        {"stack":[{"route":{"pipeline":{"_0":"\(flow)"}},"settings":\(settings),"position":77,
        "cursor":99999,"found":[-1,1,400]}],"left":[]}
        """
      let event = LearningEvent(
        id: try #require(EventID("p")), at: Instant(milliseconds: 1_700_000_000_000),
        happening: .placed(place))
      var sitting = try Sitting(seed: 12, after: [event])
      #expect(sitting.tutor.scene.place.hasSuffix("6 of 6, decide"))
      sitting.perform(.pick(1), .move(1), .move(-5), .turn(.max - 9), .turn(-7))
      #expect(sitting.tutor.scene.place.hasSuffix("2 of 6, scale"))
    }
  }

  @Test func `a number that is no stage is refused`() throws {
    var sitting = try start()
    sitting.perform(.pick(8))
    #expect(sitting.tutor.scene.notice == "Choose a stage from 1 to 6.")
  }
}
