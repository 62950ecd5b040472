import Charts
import Testing
import Tutoring

@Suite struct `Watching a method at work` {
  private func watching(_ method: Scenery) throws -> Sitting {
    var sitting = try Sitting()
    sitting.perform(.open(.watch(method.rawValue)))
    return sitting
  }

  @Test(arguments: Scenery.allCases)
  func `steps on and as many back lead to the same scene`(method: Scenery) throws {
    var sitting = try watching(method)
    var seen: [Scene] = []
    while seen.count < 12, seen.last != sitting.tutor.scene {
      seen.append(sitting.tutor.scene)
      sitting.perform(.step(1))
    }
    #expect(seen.count > 5)
    if seen.last == sitting.tutor.scene { seen.removeLast() }
    for scene in seen.reversed() {
      sitting.perform(.step(-1))
      #expect(sitting.tutor.scene == scene)
    }
  }

  @Test(arguments: Scenery.allCases)
  func `played to its end it stands where a jump to the end leads`(method: Scenery) throws {
    var (played, jumped) = (try watching(method), try watching(method))
    jumped.perform(.step(.max))
    played.perform(.play)
    var ticks = 0
    while played.tutor.scene.pace != nil, ticks < 1000 {
      played.perform(.tick)
      ticks += 1
    }
    #expect(ticks > 3)
    #expect(played.tutor.scene == jumped.tutor.scene)
    played.perform(.tick)
    #expect(played.tutor.scene == jumped.tutor.scene)
  }

  @Test func `time that passes by itself fills no journal`() throws {
    var sitting = try watching(.dbscan)
    sitting.perform(.play)
    let saved = sitting.saved.count
    for _ in 0..<20 { sitting.perform(.tick) }
    #expect(sitting.saved.count == saved)
  }

  @Test func `any key that moves the film lets it stand`() throws {
    var sitting = try watching(.dbscan)
    sitting.perform(.play, .tick, .speed(1))
    #expect(sitting.tutor.scene.pace != nil)
    sitting.perform(.step(-1))
    #expect(sitting.tutor.scene.pace == nil)
  }

  @Test func `faster frames stay for less time`() throws {
    var sitting = try watching(.kMeans)
    sitting.perform(.play)
    let before = try #require(sitting.tutor.scene.pace)
    sitting.perform(.speed(1))
    #expect(try #require(sitting.tutor.scene.pace) < before)
  }

  @Test func `two starts on the same data are shown side by side`() throws {
    var sitting = try watching(.kMeans)
    sitting.perform(.compare, .step(3))
    let (left, right) = (
      try scatter(sitting.tutor.scene.main), try scatter(sitting.tutor.scene.aside)
    )
    #expect(left.points == right.points)
    #expect(left.centers != right.centers)
    sitting.perform(.compare)
    #expect(try scatter(sitting.tutor.scene.main).points == left.points)
  }

  @Test func `a new start keeps the data`() throws {
    var sitting = try watching(.kMeans)
    let before = try scatter(sitting.tutor.scene.main)
    sitting.perform(.restart)
    let after = try scatter(sitting.tutor.scene.main)
    #expect(before.points == after.points)
    #expect(before.centers != after.centers)
  }

  @Test func `what can be set is set by key and by name, and what cannot is told`() throws {
    var sitting = try watching(.kMeans)
    sitting.perform(.settings, .set(field: "k", value: "6"))
    #expect(try scatter(sitting.tutor.scene.main).centers?.count == 6)
    sitting.perform(.set(field: "k", value: "many"))
    #expect(sitting.tutor.scene.notice?.contains("k") == true)
    #expect(try scatter(sitting.tutor.scene.main).centers?.count == 6)
    sitting.perform(.set(field: "algorithm", value: "dbscan"))
    #expect(sitting.tutor.scene.title == "Watch DBSCAN")
    sitting.perform(.move(1), .turn(1))
    #expect(sitting.tutor.scene.notice == nil)
  }

  @Test func `who comes back finds the film at the same frame`() throws {
    var sitting = try watching(.agglomerative)
    sitting.perform(.step(7))
    let scene = sitting.tutor.scene
    #expect(try sitting.reopened().tutor.scene == scene)
  }

  private func scatter(_ elements: [Element]) throws -> ScatterChart {
    for case .chart(.scatter(let chart)) in elements { return chart }
    throw Missing()
  }

  private struct Missing: Error {}
}
