import Courseware
import Experiments
import Testing
import Tutoring

@Suite struct `A scene at a glance` {
  @Test func `shows a hole where a run is missing, and notes it`() throws {
    let sitting = try watching()
    let glance = Glance()
    #expect(sitting.tutor.scene(at: glance).isHollow)
    #expect(!glance.isComplete)
  }

  @Test func `is the whole scene once it was worked out`() throws {
    let sitting = try watching()
    let whole = sitting.tutor.scene
    let glance = Glance()
    #expect(sitting.tutor.scene(at: glance) == whole)
    #expect(glance.isComplete)
  }

  @Test func `is the whole scene at every step of the lesson`() throws {
    var sitting = try Sitting()
    let lesson = try #require(sitting.course.topics.first?.lesson)
    sitting.perform(.open(.reading(lesson.id)))
    for _ in lesson.pages {
      let whole = sitting.tutor.scene
      #expect(sitting.tutor.scene(at: Glance()) == whole)
      sitting.perform(.next)
    }
  }

  @Test func `says so where the work was called off`() throws {
    let sitting = try watching()
    let scene = sitting.tutor.scene(at: Glance(wasCalledOff: true))
    #expect(!scene.isHollow)
    #expect(scene.words.contains("stopped"))
  }

  private func watching() throws -> Sitting {
    var sitting = try Sitting()
    sitting.perform(.open(.watch(Scenery.kMeans.rawValue)))
    return sitting
  }
}

@Suite struct `Work on the bench` {
  private let bench = Bench(runner: Runner())

  @Test func `is done once while there is room`() throws {
    var count = 0
    for _ in 0..<3 {
      let result = try bench.result(of: "sum") { (_) throws(ExperimentError) in
        count += 1
        return 7
      }
      #expect(result == 7)
    }
    #expect(count == 1)
  }

  @Test func `tells apart results of another kind with the same words`() throws {
    let name = try bench.result(of: "a") { (_) throws(ExperimentError) in "name" }
    let number = try bench.result(of: ["a"]) { (_) throws(ExperimentError) in 3 }
    #expect(name == "name")
    #expect(number == 3)
  }

  @Test func `keeps a refusal and forgets a moment that was too slow`() throws {
    var tries = 0
    for error in [ExperimentError.outOfTime(seconds: 1), .cancelled, .fileMissing("a.csv")] {
      #expect(throws: error) {
        try bench.result(of: "table") { (_) throws(ExperimentError) -> Int in
          tries += 1
          throw error
        }
      }
    }
    #expect(throws: ExperimentError.fileMissing("a.csv")) {
      try bench.result(of: "table") { (_) throws(ExperimentError) in 1 }
    }
    #expect(tries == 3)
  }

  @Test func `that was called off is not remembered, and can be done later`() throws {
    var sitting = try Sitting()
    sitting.perform(.open(.watch(Scenery.dbscan.rawValue)))
    let errand = Errand()
    errand.cancel()
    #expect(!sitting.tutor.scene(for: errand).words.contains("scatter"))
    #expect(sitting.tutor.scene.words.contains("scatter"))
  }
}

@Suite struct `Memory` {
  @Test func `lets go what was not looked at for the longest time`() {
    let memory = Tutoring.Memory(capacity: 30)
    let keys = (0..<4).map { Tutoring.Memory.Key($0) }
    for key in keys.prefix(3) { memory.keep(.success(1), of: key, weight: 10) }
    _ = memory.result(of: keys[0])
    memory.keep(.success(1), of: keys[3], weight: 10)
    #expect(keys.map { memory.result(of: $0) != nil } == [true, false, true, true])
  }

  @Test func `keeps the latest result however large it is`() {
    let memory = Tutoring.Memory(capacity: 30)
    let keys = (0..<2).map { Tutoring.Memory.Key($0) }
    memory.keep(.success(1), of: keys[0], weight: 10)
    memory.keep(.success(1), of: keys[1], weight: 1000)
    #expect(keys.map { memory.result(of: $0) != nil } == [false, true])
  }
}
