import Marking
import Testing

private func counted(_ pairs: [(Bool, Bool)]) -> Agreement {
  pairs.reduce(into: Agreement()) { $0.add(person: $1.0, marker: $1.1) }
}

@Suite struct `How far two markers agree` {
  @Test func `is 1 where both say the same and 0 where a marker never credits`() throws {
    #expect(counted([(true, true), (false, false)]).kappa == 1)
    let never = try #require(counted([(true, false), (false, false), (false, false)]).kappa)
    #expect(abs(never) < 1e-12)
  }

  /// Cohen 1960: 20 both yes, 5 and 10 split, 15 both no: observed 0.7, chance 0.5.
  @Test func `takes off what chance would give`() throws {
    let pairs =
      Array(repeating: (true, true), count: 20) + Array(repeating: (true, false), count: 5)
      + Array(repeating: (false, true), count: 10) + Array(repeating: (false, false), count: 15)
    let kappa = try #require(counted(pairs).kappa)
    #expect(abs(kappa - 0.4) < 1e-12)
    #expect(counted(pairs).missedCredit == 0.2)
    #expect(counted(pairs).falseCredit == 0.4)
  }

  @Test func `is not defined where both are constant and equal`() {
    #expect(counted([(false, false)]).kappa == nil)
    #expect(Agreement().accuracy == nil)
  }

  @Test func `of totals punishes by the square of the difference`() throws {
    #expect(quadraticKappa([(0, 0), (3, 3)]) == 1)
    // D = (0 + 1 + 4) / 3, E = mean of all nine squared differences = 39 / 9.
    let kappa = try #require(quadraticKappa([(0, 0), (1, 2), (2, 4)]))
    #expect(abs(kappa - (1 - (5.0 / 3) / (39.0 / 9))) < 1e-12)
    #expect(quadraticKappa([(1, 1)]) == nil)
  }
}

@Suite struct `A comparison` {
  @Test func `counts by kind, by prompt and by point`() {
    var comparison = Comparison()
    comparison.add(
      MarkedAnswer(
        prompt: "p", id: "1", text: "", kind: "negated", points: ["a": true, "b": false],
        contradiction: true),
      Judgement(credited: ["a", "b"], contradiction: false))
    #expect(comparison.byKind["negated"]?.falseCredit == 1)
    #expect(comparison.byPoint["p/a"]?.accuracy == 1)
    #expect(comparison.contradictions.missedCredit == 1)
    #expect(comparison.misleading.fooled == 1)
    #expect(comparison.totals[0] == (1, 2))
  }

  @Test func `stands beside counting key words`() {
    let points = [
      (id: "a", idea: "Income dominates the distance."), (id: "b", idea: "Scale first."),
    ]
    let said = keywordJudgement("distance and income, no scale", of: points)
    #expect(said.credited == ["a", "b"])
  }
}
