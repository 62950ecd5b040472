import Testing
import Wording

@Suite struct NumberTests {
  @Test(arguments: [
    (0.625, 2, "0.63"), (2, 1, "2.0"), (-0.04, 1, "0.0"), (-0.0, 3, "0.000"), (-2.25, 1, "-2.3"),
    (1234.5, 0, "1235"), (0.1 + 0.2, 2, "0.30"), (99.95, 1, "100.0"), (7, -3, "7"),
    (.nan, 2, "undefined"), (.infinity, 2, "infinity"), (-.infinity, 2, "-infinity"),
    (1e300, 2, "1e300"),
  ])
  func `a number has the decimals that were asked for`(x: Double, decimals: Int, text: String) {
    #expect(fixed(x, decimals) == text)
  }

  @Test(arguments: [
    (0, "0"), (210, "210"), (23.66, "23.7"), (2.1, "2.1"), (3.0, "3"), (0.62, "0.62"),
    (0.0312, "0.0312"), (0.00001, "1e-5"), (40_000, "40 000"), (1234, "1234"),
    (-1_234_567, "-1 234 567"), (1.23e12, "1.2e12"), (9.999, "10"), (99.99, "100"),
    (0.99999, "1"), (-0.5, "-0.5"), (.nan, "undefined"), (.leastNonzeroMagnitude, "4.9e-324"),
    (.greatestFiniteMagnitude, "1.8e308"),
  ])
  func `a brief number has the digits that tell something`(x: Double, text: String) {
    #expect(brief(x) == text)
  }

  @Test(arguments: [
    (0, "0"), (575.4940508626701, "575.49"), (0.2478817499482501, "0.24788"), (10, "10"),
    (9.99999, "10"), (123_456.7, "123 457"), (0.000123456, "0.00012346"), (-2.5, "-2.5"),
    (0.0000123456, "1.2346e-5"), (1.23456789e12, "1.2346e12"), (9.999999e9, "1e10"),
    (0.0000999999, "1e-4"), (.infinity, "infinity"),
  ])
  func `a significant number has five digits`(x: Double, text: String) {
    #expect(significant(x) == text)
  }

  @Test(arguments: [
    (0, "0 µs"), (8.3935e-05, "83.9 µs"), (0.0009996, "1 ms"), (0.0123, "12.3 ms"),
    (1.234, "1.23 s"), (59.96, "60 s"), (304, "5.07 min"), (7200, "2 h"),
  ])
  func `a duration is in the unit that suits it`(seconds: Double, text: String) {
    #expect(duration(seconds) == text)
  }

  @Test(arguments: [(3, "3"), (-0.5, "-0.5"), (1e15, "1000000000000000"), (0.1, "0.1")])
  func `an exact number reads back as itself`(x: Double, text: String) {
    #expect(exact(x) == text)
    #expect(Double(text) == x)
  }

  @Test func `a share is a percentage with a space`() {
    #expect(percentage(0.9991, 1) == "99.9 %")
    #expect(percentage(0, 1) == "0.0 %")
    #expect(percentage(0.5) == "50 %")
  }

  @Test func `what is not quite the whole never reads as the whole`() {
    #expect(shareOfWhole(0.9991) == "99.9 %")
    #expect(shareOfWhole(0.9996) == "more than 99.9 %")
    #expect(shareOfWhole(1) == "100.0 %")
  }

  @Test func `counts have a space between thousands from five digits on`() {
    #expect(grouped(400) == "400")
    #expect(grouped(4000) == "4000")
    #expect(grouped(100_000) == "100 000")
  }

  @Test func `only the digits before the point are grouped`() {
    #expect(grouped("-12345.67890") == "-12 345.67890")
    #expect(grouped("1.2e12") == "1.2e12")
    #expect(grouped("undefined") == "undefined")
  }

  @Test func `one thing is not several`() {
    #expect(counted(1, "point") == "1 point")
    #expect(counted(0, "point") == "0 points")
    #expect(counted(12_000, "point") == "12 000 points")
  }
}
