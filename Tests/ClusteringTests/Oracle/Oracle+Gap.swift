// The arithmetic of the gap statistic, given the logarithms of the dispersions.

import Clustering
import Testing

extension Oracle {
  @Test(arguments: try cases.get())
  func `gap statistic`(_ loaded: LoadedCase) throws {
    guard let record = loaded.record.gap else { return }
    let curve = try GapCurve(
      logDispersions: record.logW, referenceLogDispersions: record.logWReference)
    loaded.expect(curve.gaps, record.gap, "gaps")
    loaded.expect(curve.errors, record.s, "errors")
    #expect(curve.k == record.kFirstRule)
  }
}
