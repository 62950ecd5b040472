import Courseware
import Grading
import Testing

private let four = ["a", "b", "c", "d"]

private func marks(_ answers: (own: [String], machine: [String])...) -> SelfMarks {
  var marks = SelfMarks()
  for answer in answers { marks.add(learner: answer.own, machine: answer.machine, points: four) }
  return marks
}

@Suite struct `One's own marks beside the machine's` {
  @Test func `are nothing without answers`() {
    #expect(marks().meanDifference == nil)
    #expect(marks().agreeing == nil)
    #expect(marks().kappa == nil)
  }

  @Test func `tell by how many points one is kinder`() {
    let kind = marks((["a", "b", "c"], ["a"]), (["a"], ["a", "b"]))
    #expect(kind.answers.map(\.difference) == [2, -1])
    #expect(kind.meanDifference == 0.5)
    #expect(kind.answers.map(\.agreeing) == [2, 3])
    #expect(kind.agreeing == 5.0 / 8)
  }

  @Test func `tell the earlier half from the later`() {
    let halves = marks(
      (four, ["a"]), (four, ["a"]), (["a"], []), (["a"], ["a"]), (["a"], ["a"])
    ).halves
    #expect(halves?.earlier == 3)
    #expect(halves?.later == 0)
    #expect(marks((four, []), (four, []), (four, [])).halves == nil)
  }

  @Test func `give kappa once there are points enough`() {
    let same = (own: ["a", "b"], machine: ["a", "b"])
    #expect(marks(same, same, same, same, same).kappa == nil)
    #expect(marks(same, same, same, same, same, same).kappa == 1)
  }

  @Test func `count no point that the question does not have`() {
    #expect(marks((["a", "old"], ["gone", "lost"])).answers.map(\.difference) == [1])
  }
}
