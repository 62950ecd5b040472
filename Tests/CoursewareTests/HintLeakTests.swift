import Testing

/// A hint before the last one, in the small course.
private func mistakes(_ file: String, _ before: String, _ hint: String) -> [String] {
  SmallCourse.mistakes(
    in: file, replacing: before,
    by: before + "\nhints:\n  - {price: 0.1, text: \"\(hint)\"}\n  - {price: 0.1, text: Last.}")
}

@Suite struct `A hint before the last` {
  @Test(
    arguments: [
      ("Take the standard one.", "names `scale: standard` of the solution"),
      ("Standards help.", "names `scale: standard` of the solution"),
      ("Compare the ranges of the columns.", nil),
      ("Nothing is scaled.", nil),
    ] as [(String, String?)])
  func `does not name a value of the solution`(hint: String, leak: String?) {
    let found = mistakes(SmallCourse.lab, "solution: {scale: standard}", hint)
    #expect(found.count == (leak == nil ? 0 : 1), "\(found)")
    #expect(found.allSatisfy { $0.contains(":33:5: error: the hint \(leak ?? "")") }, "\(found)")
  }

  @Test(arguments: [
    ("Find 2 groups.", true), ("Ask for two clusters.", true), ("Set k to 2.", true),
    ("Two of the columns are loud.", false), ("Try two groups, or four.", false),
  ])
  func `names a number of the solution only apart from its setting`(hint: String, isLeak: Bool) {
    let found = SmallCourse.mistakes(
      in: SmallCourse.lab,
      replacing: """
          - {setting: multiply.spend, label: spend in, choices: {1: euros, 100: cents}}
        conditions:
          - {measure: agreement, at-least: 0.9}
        held-back: 20
        shows: [agreement, silhouette]
        plots:
          - {view: scatter, x: spend, y: visits}
        solution: {scale: standard}
        """,
      by: """
          - {setting: k, label: k, choices: [2, 3, 4]}
        conditions:
          - {measure: silhouette, at-least: 0.5}
        solution: {k: 2}
        hints:
          - {price: 0.1, text: "\(hint)"}
          - {price: 0.1, text: Last.}
        """)
    #expect(found.count == (isLeak ? 1 : 0), "\(found)")
    #expect(found.allSatisfy { $0.contains("names `k: 2` of the solution") }, "\(found)")
  }

  @Test(
    arguments: [
      ("Scale before you cluster.", "comes right before"),
      ("Check, scale, cluster: so it begins.", "comes right before"),
      ("The scaler → the clustering.", "comes right before"),
      ("Checking comes first.", "at which end"),
      ("Assignment is last.", "at which end"),
      ("Look at scaling and clustering.", nil),
      ("Check it before you assign anybody.", nil),
      ("Evaluation is last.", nil),
      ("Which step needs centers?", nil),
      ("Scale. Then cluster the rows.", nil),
      (
        "Assigning needs evaluated groups, evaluating needs clusters, clustering needs scaled rows.",
        "comes right before"
      ),
      ("Clustering needs scaled rows.", "comes right before"),
      ("Put scale between check and cluster.", "comes right before"),
      ("Scale is the second of five.", "at which place `scale` stands"),
      ("Cluster as step 3.", "at which place `cluster` stands"),
      ("Clustering stands in the middle.", "at which place `cluster` stands"),
      ("The second column is scaled.", nil),
      ("First of all, look at what the scaler reads.", nil),
      ("Check it. Scale it. Cluster it.", "in a row of steps"),
      ("Evaluate it. Cluster it. Scale it.", "in a row of steps"),
    ] as [(String, String?)])
  func `does not say which of two neighbours comes first`(hint: String, leak: String?) {
    let found = mistakes(SmallCourse.flow, "question: Put the steps in order.", hint)
    #expect(found.count == (leak == nil ? 0 : 1), "\(found)")
    #expect(found.allSatisfy { $0.contains(leak ?? "") }, "\(found)")
  }

  @Test(arguments: [
    ("Squared distances are summed to the nearest center.", true),
    ("What are the squared distances?", false), ("Think of the sum.", false),
  ])
  func `does not say most of a point`(hint: String, isLeak: Bool) {
    let before = "question: Why?"
    let found = SmallCourse.mistakes(
      in: SmallCourse.drill, replacing: before + "\n```\n\n```rubric\npoints:\n  one: Because.",
      by: before + "\nhints:\n  - {price: 0.1, text: \"\(hint)\"}\n  - {price: 0.1, text: Last.}"
        + "\n```\n\n```rubric\npoints:\n  one: The sum of squared distances to the nearest center.")
    #expect(found.count == (isLeak ? 1 : 0), "\(found)")
    #expect(found.allSatisfy { $0.contains("says most of the point `one`") }, "\(found)")
  }

  @Test(arguments: [
    ("It goes down.", true), ("It goes up, or it goes down.", true),
    ("It goes up, it goes down, or nothing happens.", false), ("Up or down?", false),
  ])
  func `names no single option, and not all but one`(hint: String, isLeak: Bool) {
    let found = SmallCourse.mistakes(
      in: SmallCourse.drill, replacing: "text: Think of k.", by: "text: \"\(hint)\"")
    #expect(found.count == (isLeak ? 1 : 0), "\(found)")
  }
}

@Test func `a figure in a hint is a mistake, because hints are not computed`() {
  let found = SmallCourse.mistakes(
    in: SmallCourse.drill, replacing: "text: Think of k.",
    by: "text: \"Look at `=base.groups` groups.\"")
  #expect(found.count == 1, "\(found)")
  #expect(found.allSatisfy { $0.contains("a hint holds a figure, which is not computed") })
}
