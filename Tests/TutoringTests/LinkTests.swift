import Charts
import Courseware
import Testing
import Tutoring

extension Scene {
  fileprivate var scatters: [ScatterChart] {
    (main + aside).compactMap { element in
      if case .chart(.scatter(let chart)) = element { chart } else { nil }
    }
  }

  fileprivate var links: [Action] { actions.filter { $0.word == "links" } }
}

@Suite struct `Links from points to their centers, on any screen` {
  private let lesson = Route.reading("what-is-clustering/lesson")

  private func reading(_ page: String) throws -> Sitting {
    var sitting = try Sitting()
    let pages = try #require(sitting.course.topics.first?.lesson.pages)
    let index = try #require(pages.firstIndex { $0.id == page })
    sitting.perform(.open(lesson))
    for _ in 0..<index { sitting.perform(.next) }
    return sitting
  }

  @Test func `the lesson's twelve points are linked to three centers, until the learner hides it`()
    throws
  {
    var sitting = try reading("near-in-numbers")
    let chart = try #require(sitting.tutor.scene.scatters.first)
    #expect(chart.points.count == 12)
    #expect(chart.centers?.count == 3)
    #expect(chart.showsLinks)
    let told = Charts.sentences(for: .scatter(chart)).joined(separator: " ")
    #expect(told.contains("its nearest center. The squared lengths of the lines add up to"))
    #expect(sitting.tutor.scene.links.map(\.label) == ["hide links"])
    let before = sitting.tutor.scene
    sitting.perform(.links)
    #expect(sitting.tutor.scene.scatters.map(\.showsLinks) == [false])
    #expect(sitting.tutor.scene.links.map(\.label) == ["show links"])
    sitting.perform(.links)
    #expect(sitting.tutor.scene == before)
  }

  @Test func `a page without groups has nothing to link`() throws {
    var sitting = try reading("what-the-eye-finds")
    #expect(!sitting.tutor.scene.scatters.isEmpty)
    #expect(sitting.tutor.scene.links.isEmpty)
    let before = sitting.tutor.scene
    sitting.perform(.links)
    #expect(sitting.tutor.scene == before)
  }

  @Test func `in a film the links follow the centers`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.watch(Scenery.kMeans.rawValue)), .links)
    for _ in 0..<4 {
      sitting.perform(.step(1))
      #expect(sitting.tutor.scene.scatters.map(\.showsLinks) == [true])
    }
    sitting.perform(.compare)
    #expect(sitting.tutor.scene.scatters.map(\.showsLinks) == [true, true])
  }

  @Test func `a place remembers them only for itself`() throws {
    var sitting = try reading("near-in-numbers")
    sitting.perform(.links, .open(.watch(Scenery.kMeans.rawValue)))
    #expect(sitting.tutor.scene.scatters.map(\.showsLinks) == [false])
  }

  @Test func `one screen has one key for them`() throws {
    var sitting = try reading("near-in-numbers")
    for place in [lesson, .playground(file: nil), .watch(Scenery.kMeans.rawValue)] {
      sitting.perform(.open(place))
      let keys = sitting.tutor.scene.actions.flatMap(\.keys).map(\.name)
      #expect(Set(keys).count == keys.count, "\(place)")
    }
    sitting.perform(.open(.playground(file: nil)))
    #expect(sitting.tutor.scene.links.map(\.event) == [.set(field: "links", value: "yes")])
    sitting.perform(.set(field: "view", value: "elbow"))
    #expect(sitting.tutor.scene.links.isEmpty)
  }
}
