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

  @Test func `a point that was taken in is no border point before all were looked at`() throws {
    var sitting = try watching(.dbscan)
    func word() -> String? {
      sitting.tutor.scene.main.lazy.compactMap { element in
        if case .chart(.scatter(let chart)) = element { chart.work?.membersWord } else { nil }
      }.first
    }
    sitting.perform(.step(2))
    #expect(word() == "joined")
    sitting.perform(.step(.max))
    #expect(word() == "border")
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

  @Test func `a change films nothing but what is shown`() throws {
    for (method, field, value) in [
      (Scenery.agglomerative, "seed", "5"), (.kMeans, "algorithm", "dbscan"),
      (.dbscan, "algorithm", "agglomerative"),
    ] {
      var sitting = try watching(method)
      if method == .kMeans { sitting.perform(.restart) }
      sitting.perform(.set(field: field, value: value))
      let glance = Glance()
      _ = sitting.tutor.scene(at: glance)
      #expect(glance.isComplete, "\(method), \(field)")
    }
  }

  @Test func `there are no more groups than rows to merge`() throws {
    var sitting = try watching(.agglomerative)
    sitting.perform(.set(field: "rows", value: "4"), .set(field: "k", value: "5"))
    #expect(sitting.tutor.notice == "5 groups need as many rows; there are 4.")
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

  @Test func `only a method with a start of its own is begun anew or compared`() throws {
    for method in [Scenery.dbscan, .agglomerative] {
      var sitting = try watching(method)
      let scene = sitting.tutor.scene
      sitting.perform(.compare, .restart)
      #expect(sitting.tutor.scene == scene)
      #expect(!scene.place.contains("start"))
    }
    var sitting = try watching(.kMeans)
    sitting.perform(.compare, .settings, .set(field: "algorithm", value: "dbscan"), .settings)
    #expect(try scatter(sitting.tutor.scene.main).points.count == 200)
    #expect(sitting.tutor.scene.aside.allSatisfy { if case .chart = $0 { false } else { true } })
  }

  @Test(arguments: ["blobs", "moons", "circles", "anisotropic", "varied-density", "customers"])
  func `another method or other data come with figures that suit them`(data: String) throws {
    for method in Scenery.allCases {
      for first in [Scenery.kMeans, .dbscan] {
        var sitting = try watching(first)
        sitting.perform(
          .settings, .set(field: "algorithm", value: method.rawValue),
          .set(field: "data", value: data), .settings, .step(.max))
        let labels = try #require(try scatter(sitting.tutor.scene.main).labels)
        let groups = Set(labels.filter { $0 >= 0 }).count
        let noise = Double(labels.count { $0 < 0 }) / Double(labels.count)
        let place = "\(data), \(method) after \(first): \(groups) groups, noise \(noise)"
        #expect((2...8).contains(groups), "\(place)")
        #expect(noise < 0.3, "\(place)")
      }
    }
  }

  @Test func `rows that somebody chose stay when the method changes`() throws {
    var sitting = try watching(.kMeans)
    sitting.perform(.settings, .set(field: "algorithm", value: "agglomerative"))
    #expect(value("rows", sitting.tutor.scene) == "40")
    sitting.perform(
      .set(field: "rows", value: "60"), .set(field: "algorithm", value: "dbscan"))
    #expect(value("rows", sitting.tutor.scene) == "60")
  }

  @Test func `who comes back finds the film at the same frame`() throws {
    var sitting = try watching(.agglomerative)
    sitting.perform(.step(7))
    let scene = sitting.tutor.scene
    #expect(try sitting.reopened().tutor.scene == scene)
  }

  private func value(_ name: String, _ scene: Scene) -> String? {
    for case .form(let fields, _) in scene.aside {
      return fields.first { $0.name == name }?.value
    }
    return nil
  }

  private func scatter(_ elements: [Element]) throws -> ScatterChart {
    for case .chart(.scatter(let chart)) in elements { return chart }
    throw Missing()
  }

  private struct Missing: Error {}
}

@Suite struct `The cut of a tree` {
  private let higher = Event.set(field: "cut", value: "higher")
  private let lower = Event.set(field: "cut", value: "lower")

  private func watching() throws -> Sitting {
    var sitting = try Sitting()
    sitting.perform(.open(.watch(Scenery.agglomerative.rawValue)))
    return sitting
  }

  private func labels(_ scene: Scene) throws -> [Int] {
    for case .chart(.scatter(let chart)) in scene.main { return try #require(chart.labels) }
    throw Missing()
  }

  private func tree(_ scene: Scene) throws -> DendrogramChart {
    for case .chart(.dendrogram(let chart)) in scene.aside { return chart }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test func `is moved by keys at any frame, and colours points and tree at once`() throws {
    var sitting = try watching()
    sitting.perform(.step(.max))
    var cut = try #require(try tree(sitting.tutor.scene).cut)
    for groups in 4...9 {
      sitting.perform(lower)
      let scene = sitting.tutor.scene
      #expect(Set(try labels(scene)).count == groups)
      #expect(try tree(scene).labels == labels(scene))
      #expect(try tree(scene).merges.count == 39)
      #expect(scene.words.contains("\(groups) groups of "))
      let now = try #require(try tree(scene).cut)
      #expect(now < cut)
      cut = now
    }
    for _ in 1...6 { sitting.perform(higher) }
    #expect(Set(try labels(sitting.tutor.scene)).count == 3)
    let keys = sitting.tutor.scene.actions.filter { [higher, lower].contains($0.event) }
    #expect(keys.map { $0.keys.count } == [2, 2])
  }

  @Test func `is named by its height, and says so`() throws {
    var sitting = try watching()
    sitting.perform(.step(.max), .set(field: "cut", value: "12.5"))
    #expect(Set(try labels(sitting.tutor.scene)) == [0, 1])
    #expect(sitting.tutor.scene.words.contains("Cut at 12.5: 2 groups of 27 and 13"))
    let scene = sitting.tutor.scene
    #expect(try sitting.reopened().tutor.scene == scene)
    for wrong in ["high", "-1", "nan", ""] {
      sitting.perform(.set(field: "cut", value: wrong))
      #expect(sitting.tutor.scene.notice?.contains("cut takes a height such as") == true)
    }
  }

  @Test func `leaves the film where it is, and runs nothing again`() throws {
    var sitting = try watching()
    sitting.perform(.step(38))
    let merges = try tree(sitting.tutor.scene).merges
    sitting.perform(lower)
    #expect(try tree(sitting.tutor.scene).merges == merges)
    let glance = Glance()
    _ = sitting.tutor.scene(at: glance)
    #expect(glance.isComplete)
  }

  @Test func `above the merges so far it tells what it will leave`() throws {
    var sitting = try watching()
    sitting.perform(.step(5))
    let before = sitting.tutor.scene
    #expect(before.words.contains("Higher up, the cut at 6.16 leaves 3 groups of"))
    sitting.perform(lower)
    #expect(sitting.tutor.scene.words.contains("leaves 4 groups of"))
  }

  @Test func `ends at one group and at the most groups that can be asked for`() throws {
    var sitting = try watching()
    sitting.perform(higher, higher)
    #expect(sitting.tutor.scene.notice == nil)
    sitting.perform(higher)
    #expect(sitting.tutor.scene.notice?.contains("one group") == true)
    for _ in 0..<39 { sitting.perform(lower) }
    #expect(sitting.tutor.scene.notice == nil)
    sitting.perform(lower)
    #expect(sitting.tutor.scene.notice?.contains("At most 40") == true)
  }

  @Test func `at every frame the counts in the words are those of the picture`() throws {
    var sitting = try watching()
    for index in 0..<40 {
      let scene = sitting.tutor.scene
      let (labels, tree) = (try labels(scene), try tree(scene))
      #expect(tree.labels == labels)
      let shown = Set(labels.filter { $0 >= 0 }).count + labels.count { $0 < 0 }
      #expect(shown == max(3, 40 - index))
      let said = sentences(for: .dendrogram(tree)).joined(separator: " ")
      if index > 0, index <= 37 { #expect(said.contains("\(40 - index) clusters left")) }
      if index > 37 { #expect(said.contains("above the cut")) }
      sitting.perform(.step(1))
    }
  }
}
