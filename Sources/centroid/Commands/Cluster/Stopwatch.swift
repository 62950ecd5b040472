/// The result of a piece of work, and the seconds that it took.
func timed<Result, Problem: Error>(
  _ work: () throws(Problem) -> Result
) throws(Problem) -> (result: Result, seconds: Double) {
  let begin = ContinuousClock.now
  let result = try work()
  let passed = (ContinuousClock.now - begin).components
  return (result, Double(passed.seconds) + Double(passed.attoseconds) / 1e18)
}
