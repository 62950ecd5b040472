import Courseware
import Experiments
import Grading
import Testing

@Suite struct `The line that gives a figure again` {
  private func line(_ data: String, course: String?) -> String {
    DecidingRun(
      settings: [Setting("data", data), Setting("k", "3")], figure: .measure(.silhouette)
    ).told(of: course).line
  }

  @Test func `names the course whose file it runs on, where it is not the one that is at hand`() {
    let file = "Drills/concept/shop.csv"
    #expect(line(file, course: "/my course").hasSuffix("--course '/my course'"))
    #expect(!line(file, course: nil).contains("--course"))
    #expect(!line("blobs", course: "/my course").contains("--course"), "it needs no file")
  }
}
