import Courseware
import Scheduling
import Testing
import Tutoring

/// A made-up course of three topics in two tracks. The second builds on the first.
enum SmallTopics {
  static func course() throws -> Course {
    let (course, mistakes) = read(files)
    return try #require(course, "\(mistakes.map(\.description).joined(separator: "\n"))")
  }

  static let files = CourseFiles(
    content: texts.mapValues { Array($0.utf8) }, sources: [:])

  static let texts = [
    "Lessons/01-groups/lesson.md": groups, "Lessons/01-groups/cards.md": cards,
    "Lessons/01-groups/interview.md": interview,
    "Lessons/02-near/lesson.md": lesson(
      "near", "What is near?", "track: Clustering\nprerequisites: [groups]\n", "distance"),
    "Lessons/03-lines/lesson.md": lesson("lines", "Lines", "track: Regression\n", "slope"),
    "Drills/concept/short.md": drill("short", "groups", minutes: 5, "clusters"),
    "Drills/concept/long.md": drill("long", "groups", minutes: 9, "clusters, centers"),
    "Drills/concept/far.md": drill("far", "near", minutes: 7, "distance"),
    "Drills/concept/steep.md": drill("steep", "lines", minutes: 7, "slope"),
  ]

  private static let groups = """
    ---
    id: groups
    title: Groups
    level: beginner
    minutes: 10
    track: Clustering
    concepts: [clusters, centers]
    ---

    ```experiment some-blobs
    data: blobs
    rows: 60
    ```

    ## Alike
    <!-- page: alike; concepts: clusters -->

    Rows that are alike stand in one group.

    ```check how-many
    of: some-blobs
    question: Which number of groups scores highest?
    options: [2, 3, 4]
    answer: {highest: silhouette, over: {k: 2...4}}
    ```

    Behind the question stands a Schlüsselwort.

    ## In the middle
    <!-- page: middle; concepts: centers -->

    A center is the mean of its rows. *Centers* move.
    """

  private static let cards = """
    ## What is a group?
    <!-- card: group; concepts: clusters -->

    Rows that are alike, in a bundle.

    ## What is a center?
    <!-- card: center; concepts: centers -->

    The mean of its rows.
    """

  private static let interview = """
    ## Say what a center is

    ```ask say-center
    question: What is the center of a group?
    level: beginner
    minutes: 4
    concepts: [centers]
    structure: [Define it.]
    ```

    ```rubric
    pass: 0.5
    points:
      mean: The secret of the rubric.
    ```

    The senior speaks of a mean.
    """

  private static func lesson(
    _ id: String, _ title: String, _ more: String, _ concept: String
  ) -> String {
    """
    ---
    id: \(id)
    title: \(title)
    level: beginner
    minutes: 6
    \(more)concepts: [\(concept)]
    ---

    ## One page

    Some words on \(concept).
    """
  }

  private static func drill(
    _ id: String, _ topic: String, minutes: Int, _ concepts: String
  ) -> String {
    """
    ---
    id: \(id)
    kind: concept
    topic: \(topic)
    title: The \(id) drill
    level: beginner
    minutes: \(minutes)
    concepts: [\(concepts)]
    position: \(minutes)
    ---

    ```experiment base
    data: blobs
    rows: 60
    k: 3
    ```

    Here a table waits for you.

    ## Predict

    Look first.

    ```check predict
    question: What does inertia do with six groups?
    answer: {change: inertia, when: {k: 6}}
    options:
      - {id: rises, text: It goes up, reply: A telling reply.}
      - {id: falls, text: It goes down}
      - {id: stays, text: Nothing}
    hints:
      - {price: 0.1, text: A costly hint.}
    ```

    Said afterwards.

    ## And then

    Only who has predicted reads of the aftermath.

    ```check then
    question: And with two?
    answer: {change: inertia, when: {k: 2}}
    options:
      - {id: rises, text: It goes up}
      - {id: falls, text: It goes down}
      - {id: stays, text: Nothing}
    ```
    """
  }
}

/// A journal, told day by day.
struct Past {
  private(set) var events: [LearningEvent] = []

  static let firstDay: Int64 = 20_000

  static func noon(_ day: Int64) -> Instant {
    Instant(milliseconds: (firstDay + day) * 86_400_000 + 43_200_000)
  }

  mutating func on(_ day: Int64, _ happenings: Happening...) {
    for happening in happenings {
      let at = Instant(milliseconds: Self.noon(day).milliseconds + Int64(events.count))
      guard let id = EventID("past-\(events.count)") else { continue }
      events.append(LearningEvent(id: id, at: at, happening: happening))
    }
  }

  var progress: Progress { Progress(events: events) }
}

extension Happening {
  static func passed(_ item: String, score: Double = 1, hints: Int = 0) -> Happening {
    .finished(
      Finished(
        item: item, attempt: "a-\(item)-\(hints)-\(score)", seed: 1, score: score, passed: true,
        hints: hints))
  }

  static func failed(_ item: String, score: Double) -> Happening {
    .finished(
      Finished(item: item, attempt: "f-\(item)-\(score)", seed: 1, score: score, passed: false))
  }

  static func graded(_ card: String, _ grade: Grade) -> Happening {
    .reviewed(Reviewed(card: card, grade: grade))
  }
}
